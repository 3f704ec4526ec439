import type { Addresses } from './addresses.js';

export const PHONE_NUMBER_ID = '106540352242922';
export const WABA_ID = '102290129340398';

/** Whom the playground's own login gives tokens to. */
export const AGENTS = [
  { id: 'ana', name: 'Ana Souza' },
  { id: 'ben', name: 'Ben Adeyemi' },
] as const;

export const TOKEN_ISSUER = 'wa-desk-playground';
export const TOKEN_AUDIENCE = 'wa-desk';

const CHANNEL = 'fernweh';

/** The gateway's configuration file, as docs/gateway.md describes it: only `graph.baseUrl` does not lead to Meta. */
export function gatewayConfig(addresses: Addresses): object {
  return {
    listen: { host: '127.0.0.1', port: Number(new URL(addresses.gateway).port) },
    publicUrl: addresses.gateway,
    dataDirectory: './gateway',
    logLevel: 'warn',
    graph: { baseUrl: addresses.standIn, version: 'v26.0' },
    auth: { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, algorithms: ['HS256'] },
    origins: [addresses.page, addresses.page.replace('127.0.0.1', 'localhost')],
    channels: [
      {
        id: CHANNEL,
        name: 'Fernweh Outdoor',
        phoneNumberId: PHONE_NUMBER_ID,
        wabaId: WABA_ID,
        phoneNumber: '+15550783881',
      },
    ],
    agents: AGENTS.map((agent) => ({ ...agent, channels: [CHANNEL] })),
    offerTimeoutSeconds: 60,
    notReadyReasons: ['Break', 'Lunch', 'Training'],
    dispositions: [
      { code: 'answered', label: 'Question answered' },
      { code: 'ordered', label: 'Order placed' },
      { code: 'returned', label: 'Return or exchange' },
      { code: 'follow-up', label: 'Needs follow-up' },
    ],
  };
}
