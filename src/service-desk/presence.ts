import type { ChannelPresence } from '../protocol/events.js';
import type { AgentConfig, ServiceDeskConfig } from './config.js';
import type { AgentState } from './state.js';

/** The presence of an agent for each channel that the configuration gives to it. */
export function presenceOf(
  config: ServiceDeskConfig,
  agent: AgentConfig,
  known?: AgentState,
): readonly ChannelPresence[] {
  return config.channels
    .filter((channel) => agent.channelIds.includes(channel.id))
    .map((channel) => ({
      ...(known?.presence.get(channel.id) ?? { ready: false }),
      channelId: channel.id,
      channelName: channel.name,
    }));
}
