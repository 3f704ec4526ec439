import type { Expected } from '../expect.js';
import type { AgentBrowser } from './agent-browser.js';
import type { GatewayProcess } from './gateway-process.js';
import type { GraphStub } from './graph-stub.js';
import type { BusinessNumber } from './routing.js';

/** What one payload is tried with. */
export interface Bench {
  readonly number: BusinessNumber;
  readonly gateway: GatewayProcess;
  readonly browser: AgentBrowser;
  readonly graph: GraphStub;
}

/** How long something that must come may take. */
export const PATIENCE_MS = 10_000;

/** Who writes or is written to, as WhatsApp's JSON names people. */
export interface Person {
  readonly from?: string;
  readonly from_user_id?: string;
}

/** The person at this place of what is expected; somebody else where it names nobody. */
export function personAt({ claims }: Expected, place: 'contact' | 'recipient'): Person {
  const waId = claims[`${place}.waId`];
  const userId = claims[`${place}.userId`];
  const person = {
    ...(typeof waId === 'string' ? { from: waId } : {}),
    ...(typeof userId === 'string' ? { from_user_id: userId } : {}),
  };
  return Object.keys(person).length > 0 ? person : { from: '4915550109999' };
}

/** Lets a person write a first message, so that there is a session; answers with its id once the agent has it. */
export async function startSession({ number, gateway, browser }: Bench, person: Person, id: string): Promise<string> {
  const message = {
    ...person,
    id,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: 'Hello' },
  };
  const metadata = { display_phone_number: number.phoneNumber.slice(1), phone_number_id: number.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  await gateway.deliver({
    object: 'whatsapp_business_account',
    entry: [{ id: number.wabaId, changes: [{ field: 'messages', value }] }],
  });
  const arrived = await browser.arrived({ by: 'provider-id', id, channelId: number.channelId }, PATIENCE_MS);
  if (!arrived) throw new Error(`A contact's first message did not reach the agent.\n${gateway.complaints.join('\n')}`);
  return arrived.sessionId;
}
