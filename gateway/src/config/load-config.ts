import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { readOptions } from 'wa-desk/config';
import { parse } from 'yaml';
import { configSchema, type GatewayConfig } from './config-schema.js';

/** The configuration cannot be used; the message lists every fault with its place and what would be valid. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and checks a YAML or JSON file; relative directories in it count from the file's own. */
export async function loadConfig(file: string): Promise<GatewayConfig> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`${file}: cannot be read. Give the path of a configuration file with --config.`, { cause });
  });
  const config = checkConfig(parseSource(file, source), file);
  const from = dirname(resolve(file));
  const dataDirectory = resolve(from, config.dataDirectory);
  const { directory } = config.media;
  return {
    ...config,
    dataDirectory,
    media: { ...config.media, ...(directory && { directory: resolve(from, directory) }) },
  };
}

/** Checks a configuration that has been read; `file` is named in the faults. */
export function checkConfig(input: unknown, file: string): GatewayConfig {
  const result = v.safeParse(configSchema, input);
  if (!result.success) throw faults(file, result.issues.map(describe));
  const contradictions = findContradictions(result.output);
  if (contradictions.length > 0) throw faults(file, contradictions);
  return result.output;
}

function parseSource(file: string, source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 10 });
  } catch (cause) {
    throw new ConfigError(`${file}: is neither YAML nor JSON: ${(cause as Error).message}`, { cause });
  }
}

function faults(file: string, lines: readonly string[]): ConfigError {
  return new ConfigError(
    [
      `${file}: ${lines.length === 1 ? 'one fault' : `${lines.length} faults`}`,
      ...lines.map((line) => `  ${line}`),
    ].join('\n'),
  );
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '(the whole file)';
  if (issue.expected === 'never')
    return `${path}: is not a setting of the gateway. Take it out, or check its spelling.`;
  if (issue.received === 'undefined') return `${path}: is missing (expected ${issue.expected ?? 'a value'}).`;
  const said = issue.message.startsWith('must') ? issue.message : `must be ${issue.expected ?? issue.message}`;
  return `${path}: ${said}, not ${issue.received}.`;
}

function findContradictions(config: GatewayConfig): string[] {
  const channelIds = config.channels.map((channel) => channel.id);
  return [
    ...repeated('channels', 'id', channelIds),
    ...repeated(
      'channels',
      'phoneNumberId',
      config.channels.map((channel) => channel.phoneNumberId),
    ),
    ...repeated(
      'agents',
      'id',
      config.agents.map((agent) => agent.id),
    ),
    ...repeated(
      'dispositions',
      'code',
      config.dispositions.map((disposition) => disposition.code),
    ),
    ...config.agents.flatMap((agent, index) => unknownChannels(agent.channels, channelIds, `agents.${index}.channels`)),
    ...keyFaults(config.auth),
    ...optionFaults(config.options),
    ...(config.dispositionRequired && config.dispositions.length === 0
      ? ['dispositionRequired: is true, but there are no dispositions to choose from.']
      : []),
  ];
}

function repeated(list: string, field: string, values: readonly string[]): string[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [`${list}.${index}.${field}: "${value}" is there already. Each must be unique.`],
  );
}

function unknownChannels(named: readonly string[], known: readonly string[], path: string): string[] {
  return named
    .filter((id) => !known.includes(id))
    .map((id) => `${path}: "${id}" is no channel. Valid: ${known.join(', ')}.`);
}

function optionFaults(options: GatewayConfig['options']): string[] {
  return readOptions(options).problems.map(({ option, value, valid }) =>
    valid === undefined
      ? `options["${option}"]: is no option of the desk. docs/options.md lists them.`
      : `options["${option}"]: must be ${valid}, not ${JSON.stringify(value)}.`,
  );
}

function keyFaults({ algorithms, jwksUrl }: GatewayConfig['auth']): string[] {
  const shared = algorithms.includes('HS256');
  if (shared && algorithms.length > 1)
    return ['auth.algorithms: HS256 (a shared secret) cannot be mixed with public-key algorithms.'];
  if (shared && jwksUrl !== undefined)
    return [
      'auth.jwksUrl: HS256 takes its secret from the environment. Take jwksUrl out, or choose another algorithm.',
    ];
  if (!shared && jwksUrl === undefined)
    return [`auth.jwksUrl: is missing. ${algorithms.join(', ')} need the address of your login's public keys.`];
  return [];
}
