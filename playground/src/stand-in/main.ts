import { OptionsError, readOptions, type StandInOptions } from './options.js';
import { createStandIn } from './stand-in.js';

/** Runs the stand-in until it is told to end; prints one line of JSON when it listens. */
async function main(): Promise<void> {
  const standIn = await createStandIn(options());
  const url = await standIn.listen();
  process.stdout.write(`${JSON.stringify({ ready: true, url, pid: process.pid })}\n`);
  const end = (): void => {
    void standIn.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function options(): StandInOptions {
  try {
    return readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    process.stderr.write(`stand-in: ${error.message}\n`);
    process.exit(2);
  }
}

await main();
