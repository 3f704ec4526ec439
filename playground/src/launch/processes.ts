import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Addresses } from './addresses.js';
import { startChild, type Child } from './child.js';
import { freePort, HOST } from './free-port.js';
import { gatewayConfig, PHONE_NUMBER_ID, WABA_ID } from './gateway-config.js';
import type { PlaygroundSecrets } from './secrets.js';

/** What the processes of a playground are made of. */
export interface ProcessPlan {
  readonly folder: string;
  readonly secrets: PlaygroundSecrets;
  readonly addresses: Addresses;
  /** Hears what the processes have to say, each line with the name of its process. */
  say(line: string): void;
}

const STAND_IN = new URL('../stand-in/main.ts', import.meta.url);
const GATEWAY = new URL('../gateway-main.ts', import.meta.url);

/** Where the other parts can be beside a page: on the next two ports unless they are taken. */
export async function addressesBeside(page: string): Promise<Addresses> {
  const next = Number(new URL(page).port) + 1;
  const at = async (wanted: number): Promise<string> => `http://${HOST}:${await freePort(wanted)}`;
  return { page, gateway: await at(next), standIn: await at(next + 1) };
}

/** Starts the stand-in for WhatsApp. */
export function startStandIn({ folder, secrets, addresses, say }: ProcessPlan): Child {
  return startChild({
    name: 'stand-in for WhatsApp',
    script: STAND_IN,
    args: [],
    environment: {
      STAND_IN_PORT: new URL(addresses.standIn).port,
      STAND_IN_DATA: join(folder, 'stand-in.sqlite'),
      STAND_IN_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
      STAND_IN_WABA_ID: WABA_ID,
      STAND_IN_TOKEN: secrets.accessToken,
      STAND_IN_APP_SECRET: secrets.appSecret,
      STAND_IN_VERIFY_TOKEN: secrets.verifyToken,
      STAND_IN_WEBHOOK_URL: `${addresses.gateway}/webhook`,
    },
    say: (line) => say(`stand-in: ${line}`),
  });
}

/** Starts the gateway, which finds its configuration in the data folder and its secrets in its environment. */
export function startGateway({ folder, secrets, addresses, say }: ProcessPlan): Child {
  const file = join(folder, 'gateway.json');
  writeFileSync(file, `${JSON.stringify(gatewayConfig(addresses), undefined, 2)}\n`);
  return startChild({
    name: 'gateway',
    script: GATEWAY,
    args: ['--config', file, '--clock', addresses.standIn],
    environment: {
      WA_DESK_ACCESS_TOKEN: secrets.accessToken,
      WA_DESK_APP_SECRET: secrets.appSecret,
      WA_DESK_VERIFY_TOKEN: secrets.verifyToken,
      WA_DESK_JWT_SECRET: secrets.jwtSecret,
      WA_DESK_MEDIA_LINK_SECRET: secrets.mediaLinkSecret,
    },
    say: (line) => say(`gateway: ${line}`),
  });
}
