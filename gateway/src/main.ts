#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ConfigError } from './config/load-config.js';
import { startGateway } from './gateway.js';

const USAGE = 'Usage: wa-desk-gateway --config FILE';

/** Ends the process with a message that says what to do. */
function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readConfigPath(): string {
  try {
    const { config } = parseArgs({ options: { config: { type: 'string', short: 'c' } } }).values;
    return config ?? giveUp(USAGE);
  } catch (failure) {
    return giveUp(`${(failure as Error).message}\n${USAGE}`);
  }
}

const gateway = await startGateway({
  configFile: readConfigPath(),
  environment: process.env,
  onFatal: (failure) => giveUp(`The event log can be neither written nor read: ${String(failure)}`),
}).catch((failure: unknown) =>
  giveUp(failure instanceof ConfigError ? failure.message : String((failure as Error).stack)),
);

process.stdout.write(`wa-desk gateway ready on ${gateway.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.close().then(() => process.exit(0)));
}
