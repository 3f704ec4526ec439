import assert from 'node:assert/strict';
import type { Content } from '../../src/domain/message.js';
import type { Message } from '../../src/domain/message.js';
import type { TemplateDefinition } from '../../src/domain/template.js';
import type { Command, Outcome } from '../../src/protocol/commands.js';
import {
  ServiceDesk,
  serviceDeskConfig,
  type AgentConfig,
  type ContactFacts,
  type Emission,
  type InboundMessage,
  type Input,
  type LogEnvelope,
  type LogEvent,
  type SendResult,
  type ServiceDeskConfig,
} from '../../src/service-desk/index.js';

export const START = Date.UTC(2026, 10, 24, 9);

export const CHANNEL = { id: 'orders', name: 'Orders EU', phoneNumber: '+493055501288' };
export const SECOND_CHANNEL = { id: 'returns', name: 'Returns', phoneNumber: '+493055501289' };

export const ORDER_UPDATE: TemplateDefinition = {
  name: 'order_update',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  header: { kind: 'text', text: 'Order {{1}}' },
  body: { text: 'Hi {{1}}, your order {{2}} is on its way.' },
  buttons: [{ kind: 'url', text: 'Track', url: 'https://shop.example/t/{{1}}' }],
};

export function agentConfig(id: string, parts: Partial<AgentConfig> = {}): AgentConfig {
  return {
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    channelIds: [CHANNEL.id, SECOND_CHANNEL.id],
    permissions: ['canUse', 'canSendFiles'],
    capacity: 2,
    ...parts,
  };
}

export const MARA: ContactFacts = { userId: 'SE.100', phoneNumber: '+46700000001', profileName: 'mara ☀️' };
export const TOMAS: ContactFacts = { userId: 'PT.200', phoneNumber: '+351900000002', profileName: 'Tomás' };

/** Runs a service desk in a test: a clock that is moved by hand, ids that count, and the log beside it. */
export class Driver {
  readonly desk: ServiceDesk;
  readonly log: LogEnvelope[] = [];
  now = START;
  #ids = 0;

  constructor(config: Partial<ServiceDeskConfig> = {}) {
    this.desk = new ServiceDesk({
      epoch: 'e1',
      config: serviceDeskConfig({
        channels: [{ ...CHANNEL, templates: [ORDER_UPDATE] }, SECOND_CHANNEL],
        agents: [agentConfig('ana'), agentConfig('ben')],
        notReadyReasons: ['Break', 'Lunch'],
        dispositions: [{ code: 'solved', label: 'Solved' }],
        ...config,
      }),
    });
  }

  newId(prefix = 'id'): string {
    this.#ids += 1;
    return `${prefix}${this.#ids}`;
  }

  handle(input: Input): {
    readonly emissions: readonly Emission[];
    readonly events: readonly LogEvent[];
    readonly outcome: Outcome;
  } {
    const { emissions, outcome } = this.desk.handle(input, { now: this.now, newId: () => this.newId() });
    this.log.push(...emissions.map((emission) => emission.envelope));
    return { emissions, outcome, events: emissions.map(({ envelope }) => envelope.event) };
  }

  command(agentId: string, command: Command) {
    return this.handle({ type: 'command', agentId, command });
  }

  ready(...agentIds: string[]): void {
    for (const agentId of agentIds) this.command(agentId, { type: 'presence.set', id: this.newId('p'), ready: true });
  }

  advance(ms: number) {
    this.now += ms;
    return this.handle({ type: 'tick' });
  }

  writes(
    contact: ContactFacts,
    content: Content | string,
    parts: Partial<InboundMessage> = {},
    channelId = CHANNEL.id,
  ) {
    const body: Content = typeof content === 'string' ? { kind: 'text', body: content } : content;
    const message = { providerId: this.newId('wamid.'), content: body, originAt: this.now, ...parts };
    return this.handle({ type: 'inbound.message', channelId, contact, message });
  }

  /** The only offer that stands for an agent. */
  offerFor(agentId: string): string {
    const [offerId] = this.desk.state.agents.get(agentId)?.offerIds ?? [];
    assert.ok(offerId, `${agentId} has an offer`);
    return offerId;
  }

  accepts(agentId: string): string {
    const offerId = this.offerFor(agentId);
    const sessionId = this.desk.state.offers.get(offerId)!.offer.session.id;
    const { outcome } = this.command(agentId, { type: 'offer.accept', id: this.newId('a'), offerId });
    assert.equal(outcome.type, 'done');
    return sessionId;
  }

  /** A session of a contact on an agent's desk. */
  engaged(agentId = 'ana', contact: ContactFacts = MARA, words = 'Hello?'): string {
    this.ready(agentId);
    this.writes(contact, words);
    return this.accepts(agentId);
  }

  sends(agentId: string, sessionId: string, content: Content | string, parts: { id?: string; resendOf?: string } = {}) {
    const body: Content = typeof content === 'string' ? { kind: 'text', body: content } : content;
    const id = parts.id ?? this.newId('m');
    const command: Command = {
      type: 'message.send',
      id,
      sessionId,
      content: body,
      ...(parts.resendOf === undefined ? {} : { resendOf: parts.resendOf }),
    };
    return { id, ...this.command(agentId, command) };
  }

  /** Takes a message through the send, as the process that talks to WhatsApp does. */
  passesOn(messageId: string, result: SendResult = { type: 'accepted', providerId: `wamid.${messageId}` }) {
    this.handle({ type: 'send.started', messageId });
    return this.handle({ type: 'send.result', messageId, result });
  }

  message(id: string): Message {
    const record = this.desk.state.messages.get(id);
    assert.ok(record, `there is a message ${id}`);
    return record.message;
  }

  session(id: string) {
    const found = this.desk.state.sessions.get(id);
    assert.ok(found, `there is a session ${id}`);
    return found.session;
  }

  transcript(sessionId: string): readonly string[] {
    const list = this.desk.state.sessions.get(sessionId)!.messages;
    return list.slice(0, list.size).map(({ content }) => (content.kind === 'text' ? content.body : content.kind));
  }

  toSend(): readonly string[] {
    return this.desk.outgoing(this.now).sends.map(({ message }) => message.id);
  }
}

export function refusedWith(outcome: Outcome): string | undefined {
  return outcome.type === 'refused' ? outcome.code : undefined;
}

export function typesOf(events: readonly LogEvent[]): readonly string[] {
  return events.map((event) => event.type);
}
