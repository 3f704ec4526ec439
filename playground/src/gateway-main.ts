import { parseArgs } from 'node:util';
import { ConfigError, startGateway } from 'wa-desk-gateway';
import { followClock } from './launch/followed-clock.js';

/** The gateway as it is, but on the stand-in's clock, which can be moved on; prints one line of JSON when it listens. */
async function main(): Promise<void> {
  const { config, clock } = parseArgs({ options: { config: { type: 'string' }, clock: { type: 'string' } } }).values;
  if (config === undefined || clock === undefined) return giveUp('Usage: gateway-main --config FILE --clock URL');
  const followed = await followClock(clock);
  const gateway = await startGateway({
    configFile: config,
    environment: process.env,
    now: () => followed.now(),
    onFatal: (failure) => giveUp(`The event log can be neither written nor read: ${String(failure)}`),
  });
  process.stdout.write(`${JSON.stringify({ ready: true, url: gateway.url, pid: process.pid })}\n`);
  const end = (): void => {
    followed.stop();
    void gateway.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

await main().catch((failure: unknown) =>
  giveUp(failure instanceof ConfigError ? failure.message : String((failure as Error).stack)),
);
