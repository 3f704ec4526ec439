import type {
  Agent,
  Capabilities,
  Channel,
  Disposition,
  FeatureName,
  PermissionName,
  SendLimits,
} from '../domain/session.js';
import { WHATSAPP_LIMITS } from '../domain/session.js';
import type { TemplateDefinition } from '../domain/template.js';

export interface ChannelConfig extends Channel {
  /** The templates as WhatsApp lists them; absent while they are not known, then none can be checked. */
  readonly templates?: readonly TemplateDefinition[];
}

export interface AgentConfig extends Agent {
  readonly channelIds: readonly string[];
  readonly permissions: readonly PermissionName[];
  /** How many sessions and offers at once (SPEC L7). */
  readonly capacity: number;
}

/** Who is who and what holds; it is handed in, may change between two inputs, and is no part of the log. */
export interface ServiceDeskConfig {
  /** Rises with every change: the version of the capabilities that follow from it. */
  readonly version: number;
  readonly channels: readonly ChannelConfig[];
  readonly agents: readonly AgentConfig[];
  readonly notReadyReasons: readonly string[];
  readonly dispositions: readonly Disposition[];
  readonly dispositionRequired: boolean;
  readonly features: readonly FeatureName[];
  readonly limits: SendLimits;
  /** How long an offer stands (milliseconds). */
  readonly offerTimeoutMs: number;
  /** How long a session is not offered again to an agent who let it pass (milliseconds). */
  readonly offerAgainAfterMs: number;
  /** How long the next messages wait behind one whose outcome is unknown (milliseconds). */
  readonly unknownHoldMs: number;
  /** Desk options that the server sets, under their documented names. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

const DEFAULTS: ServiceDeskConfig = {
  version: 1,
  channels: [],
  agents: [],
  notReadyReasons: [],
  dispositions: [],
  dispositionRequired: false,
  features: [
    'history',
    'search',
    'templates',
    'reactions',
    'replies',
    'interactive',
    'locations',
    'attachments',
    'dispositions',
  ],
  limits: WHATSAPP_LIMITS,
  offerTimeoutMs: 30_000,
  offerAgainAfterMs: 60_000,
  unknownHoldMs: 60_000,
  options: {},
};

/** A whole configuration from the parts that differ from the defaults. */
export function serviceDeskConfig(parts: Partial<ServiceDeskConfig>): ServiceDeskConfig {
  return { ...DEFAULTS, ...parts };
}

export function channelOf(config: ServiceDeskConfig, channelId: string): ChannelConfig | undefined {
  return config.channels.find((channel) => channel.id === channelId);
}

export function agentOf(config: ServiceDeskConfig, agentId: string): AgentConfig | undefined {
  return config.agents.find((agent) => agent.id === agentId);
}

/** What exists and is allowed for one agent in a session. */
export function capabilitiesFor(config: ServiceDeskConfig, agent: AgentConfig): Capabilities {
  return {
    version: config.version,
    features: config.features,
    permissions: agent.permissions,
    limits: config.limits,
    dispositions: config.dispositions,
    dispositionRequired: config.dispositionRequired,
  };
}
