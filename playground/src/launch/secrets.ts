import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the three sides of the playground know each other by; made once for each data folder. */
export interface PlaygroundSecrets {
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly jwtSecret: string;
  readonly mediaLinkSecret: string;
}

const FILE = 'secrets.json';

/** The secrets of a data folder; its owner alone can read the file. */
export function secretsOf(folder: string): PlaygroundSecrets {
  const file = join(folder, FILE);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PlaygroundSecrets;
  const secrets: PlaygroundSecrets = {
    accessToken: random(),
    appSecret: random(),
    verifyToken: random(),
    jwtSecret: random(),
    mediaLinkSecret: random(),
  };
  writeFileSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function random(): string {
  return randomBytes(32).toString('hex');
}
