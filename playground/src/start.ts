import { startPlayground } from './launch/playground.js';
import { readStartOptions, StartError, USAGE } from './launch/start-options.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts everything, says where it is, and runs until it is told to end or a part of it ends. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) return say(USAGE);
  const playground = await startPlayground(options, say);
  say(`
  wa-desk playground

    ${playground.url}

  Everything is kept in ${playground.dataFolder}; npm start -- --fresh forgets it.
  Ctrl-C ends it.
`);
  const reason = await Promise.race([playground.broken, signalled()]);
  await playground.stop();
  if (reason === undefined) return;
  process.stderr.write(`${reason} So has the playground.\n`);
  process.exitCode = 1;
}

function signalled(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(undefined));
  });
}

await main().catch((error: unknown) => {
  const message = error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
});
