import type { PermissionName } from 'wa-desk/domain';
import { serviceDeskConfig, type ServiceDeskConfig } from 'wa-desk/service-desk';
import type { GatewayConfig } from '../config/config-schema.js';

const EVERY_PERMISSION: readonly PermissionName[] = [
  'canUse',
  'canSendFiles',
  'canChangeAttachmentsInNotification',
  'canChangeAttachmentsInReplyButton',
  'canCreateNewSessionFromOtherMedia',
];

/** What the service desk is to know of the configuration file. */
export function deskConfigOf(config: GatewayConfig): ServiceDeskConfig {
  return serviceDeskConfig({
    version: 1,
    channels: config.channels.map(({ id, name, phoneNumber }) => ({ id, name, phoneNumber })),
    agents: config.agents.map(({ id, name, capacity, channels, permissions = EVERY_PERMISSION }) => ({
      id,
      name,
      capacity,
      channelIds: channels,
      permissions,
    })),
    notReadyReasons: config.notReadyReasons,
    dispositions: config.dispositions,
    dispositionRequired: config.dispositionRequired,
    offerTimeoutMs: config.offerTimeoutSeconds * 1000,
    options: config.options,
  });
}
