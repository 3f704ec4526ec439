import type { ConnectionState, DeskSnapshot } from '../../desk/handles.js';
import type { Presence } from '../../protocol/events.js';

/** How an agent's presence stands as a whole; `lost`: nobody here knows, because there is no connection. */
type PresenceState = 'ready' | 'some' | 'not-ready' | 'lost' | 'unknown';

/** What the presence button shows. */
export interface PresenceSummary {
  readonly state: PresenceState;
  readonly ready: number;
  readonly all: number;
  /** The reason, where it is the same on all channels. */
  readonly reason?: string;
}

const CONNECTED: readonly ConnectionState[] = ['online', 'syncing'];

/** A lost connection is told as such: what was true before may not be so any more (SPEC K2). */
export function presenceSummary({ connection, presence }: DeskSnapshot): PresenceSummary {
  const channels = presence?.channels ?? [];
  const ready = channels.filter((channel) => channel.ready).length;
  const counts = { ready, all: channels.length };
  if (!CONNECTED.includes(connection.state)) return { state: presence ? 'lost' : 'unknown', ...counts };
  if (channels.length === 0) return { state: 'unknown', ...counts };
  if (ready > 0) return { state: ready === channels.length ? 'ready' : 'some', ...counts };
  const reason = commonReason(channels);
  return { state: 'not-ready', ...counts, ...(reason === undefined ? {} : { reason }) };
}

function commonReason(channels: Presence['channels']): string | undefined {
  const [first] = channels;
  return channels.every(({ reason }) => reason === first?.reason) ? first?.reason : undefined;
}
