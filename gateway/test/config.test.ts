import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkConfig, ConfigError, loadConfig } from '../src/config/load-config.js';
import { readSecrets } from '../src/config/secrets.js';
import { configInput, SECRETS_ENVIRONMENT } from './support/config.js';

const faultOf = (input: unknown): string => {
  try {
    checkConfig(input, 'gateway.yaml');
  } catch (failure) {
    assert.ok(failure instanceof ConfigError);
    return failure.message;
  }
  return 'no fault';
};

describe('the configuration', () => {
  it('is complete with its defaults', () => {
    const config = checkConfig(configInput(), 'gateway.yaml');
    assert.equal(config.offerTimeoutSeconds, 30);
    assert.equal(config.agents[0]?.capacity, 3);
    assert.deepEqual(config.listen, { host: '127.0.0.1', port: 8080 });
  });

  const faults: readonly (readonly [
    what: string,
    change: (config: ReturnType<typeof configInput>) => object,
    told: RegExp,
  ])[] = [
    ['a missing part', ({ graph: _graph, ...rest }) => rest, /^gateway\.yaml: one fault\n {2}graph: is missing/],
    ['a misspelt setting', (c) => ({ ...c, offerTimeout: 30 }), /offerTimeout: is not a setting of the gateway/],
    [
      'a number out of range',
      (c) => ({ ...c, offerTimeoutSeconds: 1 }),
      /offerTimeoutSeconds: must be a whole number from 5 to 600, not 1\./,
    ],
    [
      'a version that is none',
      (c) => ({ ...c, graph: { ...c.graph, version: 'latest' } }),
      /graph\.version: must be a Graph API version such as v26\.0, not "latest"/,
    ],
    [
      'an origin with a path',
      (c) => ({ ...c, origins: ['https://desk.example.com/'] }),
      /origins\.0: must be an origin exactly as browsers send it/,
    ],
    ['the null origin', (c) => ({ ...c, origins: ['null'] }), /origins\.0: must be an origin/],
    [
      'a phone number id without quotes',
      (c) => ({ ...c, channels: [{ ...c.channels[0], phoneNumberId: 1065 }] }),
      /channels\.0\.phoneNumberId: must be a string of digits: put it in quotes/,
    ],
    [
      'an agent on a channel that is none',
      (c) => ({ ...c, agents: [{ ...c.agents[0], channels: ['sales'] }] }),
      /agents\.0\.channels: "sales" is no channel\. Valid: support\./,
    ],
    [
      'two agents with one id',
      (c) => ({ ...c, agents: [c.agents[0], c.agents[0]] }),
      /agents\.1\.id: "ana" is there already/,
    ],
    [
      'a permission that is none',
      (c) => ({ ...c, agents: [{ ...c.agents[0], permissions: ['all'] }] }),
      /agents\.0\.permissions\.0: must be one of the permissions/,
    ],
    [
      'an algorithm that is none',
      (c) => ({ ...c, auth: { ...c.auth, algorithms: ['none'] } }),
      /auth\.algorithms\.0: must be HS256, RS256/,
    ],
    [
      'a shared secret beside public keys',
      (c) => ({ ...c, auth: { ...c.auth, algorithms: ['HS256', 'RS256'] } }),
      /auth\.algorithms: HS256 \(a shared secret\) cannot be mixed/,
    ],
    [
      'public keys without an address',
      (c) => ({ ...c, auth: { ...c.auth, algorithms: ['RS256'] } }),
      /auth\.jwksUrl: is missing/,
    ],
    [
      'an option of the desk that is none',
      (c) => ({ ...c, options: { 'whatsappsession.focus': true } }),
      /options\["whatsappsession\.focus"\]: is no option of the desk/,
    ],
    [
      'a value that an option cannot have',
      (c) => ({ ...c, options: { 'whatsappsession.pending-response-to-customer': '50,30' } }),
      /options\["whatsappsession\.pending-response-to-customer"\]: must be two whole numbers of seconds.*, not "50,30"/,
    ],
    [
      'required dispositions of which there are none',
      (c) => ({ ...c, dispositionRequired: true }),
      /dispositionRequired: is true, but there are no dispositions/,
    ],
  ];
  for (const [what, change, told] of faults) {
    it(`is refused for ${what}, with the place and what would be valid`, () =>
      assert.match(faultOf(change(configInput())), told));
  }

  it('is told with all its faults at once', () => {
    const told = faultOf({ ...configInput(), publicUrl: 'gateway', origins: [] });
    assert.match(told, /2 faults/);
    assert.match(told, /publicUrl: must be an http\(s\) URL/);
    assert.match(told, /origins: must name at least one origin/);
  });

  it('is read from YAML and from JSON, with directories as seen from the file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'wa-desk-config-'));
    const file = join(directory, 'gateway.json');
    await writeFile(
      file,
      JSON.stringify({ ...configInput(), dataDirectory: 'store', media: { directory: '../media' } }),
    );
    const config = await loadConfig(file);
    assert.equal(config.dataDirectory, join(directory, 'store'));
    assert.equal(config.media.directory, join(directory, '../media'));
    await writeFile(file, 'a: [');
    await assert.rejects(loadConfig(file), /gateway\.json: is neither YAML nor JSON/);
    await rm(directory, { recursive: true });
    await assert.rejects(loadConfig(file), /gateway\.json: cannot be read/);
  });
});

describe('the secrets', () => {
  const config = checkConfig(configInput(), 'gateway.yaml');

  it('come from the environment', () => {
    const secrets = readSecrets(config, SECRETS_ENVIRONMENT);
    assert.deepEqual(secrets.channels['support'], {
      accessToken: 'access-token',
      appSecret: 'app-secret',
      verifyToken: 'verify-token',
    });
  });

  it('may be another for one channel', () => {
    const secrets = readSecrets(config, { ...SECRETS_ENVIRONMENT, WA_DESK_ACCESS_TOKEN_SUPPORT: 'its own' });
    assert.equal(secrets.channels['support']?.accessToken, 'its own');
  });

  it('are missed by the names of their variables, all at once', () => {
    assert.throws(
      () => readSecrets(config, { WA_DESK_APP_SECRET: 'x' }),
      (failure: Error) => {
        assert.match(
          failure.message,
          /WA_DESK_ACCESS_TOKEN \(or WA_DESK_ACCESS_TOKEN_SUPPORT for channel "support" alone\)/,
        );
        assert.match(failure.message, /WA_DESK_VERIFY_TOKEN/);
        assert.match(failure.message, /WA_DESK_JWT_SECRET \(at least 32 bytes/);
        assert.doesNotMatch(failure.message, /APP_SECRET \(/);
        return true;
      },
    );
  });

  it('do not include a shared secret that is too short', () => {
    assert.throws(
      () => readSecrets(config, { ...SECRETS_ENVIRONMENT, WA_DESK_JWT_SECRET: 'short' }),
      /WA_DESK_JWT_SECRET/,
    );
  });
});
