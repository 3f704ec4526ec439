#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { checkChannels } from './check-channels.js';
import { ConfigError } from './config/load-config.js';
import { startGateway } from './gateway.js';

const USAGE = `Usage: wa-desk-gateway --config FILE [--check]
  --config FILE   the configuration, YAML or JSON
  --check         only ask WhatsApp whether the token and the number of each channel work
  --help          say this`;

/** Ends the process with a message that says what to do. */
function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readArguments(): { readonly configFile: string; readonly check: boolean } {
  try {
    const { config, check, help } = parseArgs({
      options: {
        config: { type: 'string', short: 'c' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
    if (help) {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    return { configFile: config ?? giveUp(USAGE), check };
  } catch (failure) {
    return giveUp(`${(failure as Error).message}\n${USAGE}`);
  }
}

function giveUpFor(failure: unknown): never {
  return giveUp(failure instanceof ConfigError ? failure.message : String((failure as Error).stack));
}

const { configFile, check } = readArguments();

if (check) {
  const reports = await checkChannels(configFile, process.env).catch(giveUpFor);
  for (const { line } of reports) process.stdout.write(`${line}\n`);
  process.exit(reports.every(({ ok }) => ok) ? 0 : 1);
}

const gateway = await startGateway({
  configFile,
  environment: process.env,
  onFatal: (failure) => giveUp(`The event log can be neither written nor read: ${String(failure)}`),
}).catch(giveUpFor);

process.stdout.write(`wa-desk gateway ready on ${gateway.url}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.close().then(() => process.exit(0)));
}
