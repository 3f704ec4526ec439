import { DeskStorage } from '../stores/desk-storage.js';
import { DraftStore } from '../stores/draft-store.js';
import { JournaledRecords } from '../stores/journaled-records.js';
import { LastWords } from '../stores/last-words.js';
import { OutboxStore } from '../stores/outbox-store.js';
import { Tabs } from '../stores/tabs.js';
import type { Environment } from './environment.js';

/** What one agent keeps in this browser. */
export interface AgentStorage {
  readonly agentId: string;
  readonly outbox: OutboxStore;
  readonly drafts: DraftStore;
  /** The page may go now: nothing of what was said so far is lost with it. */
  writeDown(): void;
  /** Resolves when everything said so far is kept. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one agent's storage; `onLoss` is told when the browser refuses it and memory takes over. */
export function openAgentStorage(
  agentId: string,
  env: Environment,
  about: { readonly now: () => number; readonly onLoss: (cause: unknown) => void },
): AgentStorage {
  const { clock, indexedDB, locks, tabChannel, deviceStorage, ids } = env;
  const tabs = new Tabs({ agentId, clock, locks, openChannel: tabChannel });
  const opening = DeskStorage.open({ agentId, clock, indexedDB, onLoss: about.onLoss });
  const records = new JournaledRecords(opening, new LastWords(agentId, ids(), deviceStorage));
  const drafts = new DraftStore(records);
  return {
    agentId,
    outbox: new OutboxStore(records, tabs, about.now),
    drafts,
    writeDown() {
      drafts.hurry();
      records.writeDown();
    },
    flush: () => drafts.flush(),
    async close() {
      await drafts.flush();
      tabs.close();
      records.close();
    },
  };
}
