import { DeskStorage } from '../stores/desk-storage.js';
import { DraftStore } from '../stores/draft-store.js';
import { OutboxStore } from '../stores/outbox-store.js';
import { Tabs } from '../stores/tabs.js';
import type { Environment } from './environment.js';

/** What one agent keeps in this browser. */
export interface AgentStorage {
  readonly agentId: string;
  readonly outbox: Promise<OutboxStore>;
  readonly drafts: Promise<DraftStore>;
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
  const { clock, indexedDB, locks, tabChannel } = env;
  const tabs = new Tabs({ agentId, clock, locks, openChannel: tabChannel });
  const records = DeskStorage.open({ agentId, clock, indexedDB, onLoss: about.onLoss });
  const drafts = records.then((opened) => new DraftStore(opened));
  return {
    agentId,
    outbox: records.then((opened) => new OutboxStore(opened, tabs, about.now)),
    drafts,
    async flush() {
      await (await drafts).flush();
    },
    async close() {
      await (await drafts).flush();
      tabs.close();
      (await records).close();
    },
  };
}
