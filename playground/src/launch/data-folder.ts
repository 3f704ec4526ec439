import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { StartError } from './start-options.js';

/** A folder that only this process uses, until it ends. */
export interface DataFolder {
  readonly path: string;
  /** Lets the next process have it. */
  release(): void;
}

const LOCK = 'lock.sqlite';
const MOST_AT_ONCE = 20;

/**
 * Takes `folder`. Without it: the first of `1`, `2`, … below `parent` that no running playground uses, so that several run
 * side by side. Throws a StartError when somebody else has the folder.
 */
export function takeDataFolder(wish: { readonly folder?: string; readonly parent: string }): DataFolder {
  if (wish.folder !== undefined) {
    const path = resolve(wish.folder);
    const taken = take(path);
    if (taken) return taken;
    throw new StartError(`Another playground uses ${path}. End it, or name another folder with --data.`);
  }
  for (let number = 1; number <= MOST_AT_ONCE; number += 1) {
    const taken = take(join(wish.parent, String(number)));
    if (taken) return taken;
  }
  throw new StartError(`${MOST_AT_ONCE} playgrounds run already. End one, or name a folder with --data.`);
}

/** Forgets all that is kept in the folder. */
export function emptyDataFolder({ path }: DataFolder): void {
  for (const name of readdirSync(path)) {
    if (!name.startsWith(LOCK)) rmSync(join(path, name), { recursive: true, force: true });
  }
}

/** The operating system gives a lock on a file back however its holder ends. */
function take(path: string): DataFolder | undefined {
  mkdirSync(path, { recursive: true });
  const lock = new Database(join(path, LOCK), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
  return { path, release: () => void lock.close() };
}
