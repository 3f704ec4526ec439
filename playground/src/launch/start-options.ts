import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Where everything is kept; chosen when it is missing. */
  readonly dataFolder?: string;
  /** Begin with nothing. */
  readonly fresh: boolean;
  /** The usual port of the page; the two after it are the gateway's and the stand-in's. */
  readonly port: number;
  /** Only say what can be asked for. */
  readonly help: boolean;
}

/** `npm start` was asked for something that it does not know; the message says what it knows. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

const USUAL_PORT = 4700;
const LAST_PORT = 65_533;

/** What `npm start -- --help` says. */
export const USAGE = `npm start [-- OPTIONS]
  --fresh         forget what earlier runs have kept
  --data FOLDER   keep everything there instead of in playground/.data
  --port NUMBER   try this port first instead of ${USUAL_PORT}
  --help          say this`;

/** Reads the command line. Throws a StartError. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { fresh = false, help = false, data, port } = parse(args);
  return { fresh, help, port: portOf(port), ...(data !== undefined && { dataFolder: data }) };
}

function parse(args: readonly string[]): { fresh?: boolean; help?: boolean; data?: string; port?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        data: { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? USUAL_PORT : Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= LAST_PORT) return port;
  throw new StartError(`--port must be a number from 1 to ${LAST_PORT}, not "${text}".\n${USAGE}`);
}
