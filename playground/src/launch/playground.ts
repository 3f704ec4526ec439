import { fileURLToPath } from 'node:url';
import { AgentLogin } from './agent-login.js';
import type { Child } from './child.js';
import { emptyDataFolder, takeDataFolder, type DataFolder } from './data-folder.js';
import { openPageServer } from './page-server.js';
import { addressesBeside, startGateway, startStandIn, type ProcessPlan } from './processes.js';
import { secretsOf } from './secrets.js';
import type { StartOptions } from './start-options.js';

/** A playground that runs. */
export interface Playground {
  /** The one address to open. */
  readonly url: string;
  readonly dataFolder: string;
  /** Resolves with what to tell when a process has ended by itself. */
  readonly broken: Promise<string>;
  /** Ends everything that has been started. */
  stop(): Promise<void>;
}

const DATA_FOLDERS = fileURLToPath(new URL('../../.data', import.meta.url));

/** Starts the stand-in, the gateway and the page. Rejects with what to do; then nothing is left running. */
export async function startPlayground(options: StartOptions, say: (line: string) => void): Promise<Playground> {
  const folder = takeDataFolder({ parent: DATA_FOLDERS, ...(options.dataFolder && { folder: options.dataFolder }) });
  if (options.fresh) emptyDataFolder(folder);
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
    folder.release();
  };
  try {
    const { url, children } = await startParts({ folder, port: options.port, say, stops });
    const broken = Promise.race(children.map((child) => child.ended));
    return { url, dataFolder: folder.path, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  readonly folder: DataFolder;
  readonly port: number;
  readonly say: (line: string) => void;
  readonly stops: (() => Promise<void>)[];
}

async function startParts({ folder, port, say, stops }: Parts): Promise<{ url: string; children: Child[] }> {
  const secrets = secretsOf(folder.path);
  const page = await openPageServer(port, new AgentLogin(secrets.jwtSecret));
  stops.push(() => page.close());
  const addresses = await addressesBeside(page.url);
  const plan: ProcessPlan = { folder: folder.path, secrets, addresses, say };
  const children = [startStandIn(plan), startGateway(plan)];
  stops.push(...children.map((child) => () => child.stop()));
  await Promise.all([page.show(addresses), ...children.map((child) => child.ready)]);
  return { url: page.url, children };
}
