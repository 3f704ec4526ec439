import type { Content, Message } from '../../src/domain/message.js';
import { WHATSAPP_LIMITS, type Capabilities, type Offer, type Session } from '../../src/domain/session.js';
import type { Command } from '../../src/protocol/commands.js';
import type { DeskEvent } from '../../src/protocol/events.js';

const media = {
  source: { kind: 'stored', id: 'f1' },
  mimeType: 'image/jpeg',
  sha256: 'abc',
  size: 10,
  width: 2,
  height: 3,
} as const;

/** One content of each kind, with every optional part. */
export const CONTENTS: readonly Content[] = [
  { kind: 'text', body: 'Hi', previewLink: true },
  { kind: 'image', media, caption: 'c' },
  { kind: 'video', media: { source: { kind: 'link', url: 'https://x.example/v.mp4' } }, caption: 'c' },
  { kind: 'audio', media: { ...media, durationMs: 5, waveform: [1, 2] }, voice: true },
  {
    kind: 'document',
    media: { source: { kind: 'provider', id: '9' }, state: 'failed' },
    caption: 'c',
    fileName: 'a.pdf',
  },
  { kind: 'sticker', media, animated: false },
  { kind: 'location', coordinates: { latitude: 1.5, longitude: -2 }, name: 'n', address: 'a', url: 'u' },
  {
    kind: 'contacts',
    cards: [
      {
        name: { formatted: 'Mara L', first: 'Mara' },
        phones: [{ phone: '+46', waId: '46', type: 'CELL', userId: 'SE.1' }],
        emails: [{ email: 'm@x.example', type: 'WORK' }],
        addresses: [{ city: 'Lund', countryCode: 'SE' }],
        urls: [{ url: 'https://x.example' }],
        organization: { company: 'X', department: 'Y', title: 'Z' },
        birthday: '2000-01-01',
        origin: 'other',
        vcard: 'BEGIN:VCARD',
      },
    ],
  },
  {
    kind: 'interactive',
    interactive: {
      header: { kind: 'image', media },
      body: 'b',
      footer: 'f',
      action: {
        kind: 'list',
        button: 'Open',
        sections: [{ title: 's', rows: [{ id: '1', title: 't', description: 'd' }] }],
      },
    },
  },
  {
    kind: 'interactive',
    interactive: {
      action: {
        kind: 'carousel',
        cards: [{ index: 0, body: 'b', action: { kind: 'link', label: 'l', url: 'https://x.example' } }],
      },
    },
  },
  {
    kind: 'interactive',
    interactive: {
      action: {
        kind: 'order-details',
        referenceId: 'r',
        total: { value: 100, offset: 100 },
        items: [{ name: 'n', quantity: 2, amount: { value: 1, offset: 100 }, extra: { country: 'IN' } }],
        payment: { type: 'upi', settings: [1, null, { a: true }] },
      },
    },
  },
  {
    kind: 'template',
    template: {
      name: 't',
      language: 'en',
      header: { kind: 'location', latitude: 1, longitude: 2 },
      body: [
        { kind: 'text', text: 'x', name: 'n' },
        { kind: 'currency', fallback: '€1', code: 'EUR', amount1000: 1000 },
        { kind: 'date-time', fallback: 'today', parts: { day: 1 } },
      ],
      buttons: [
        { kind: 'url', index: 0, text: 's' },
        { kind: 'multi-product', index: 1, sections: [{ title: 's', productIds: ['p'] }] },
      ],
      cards: [{ index: 0, header: { kind: 'video', media }, body: [], buttons: [] }],
      offerExpiresAt: 5,
      tapTargets: [{ url: 'https://x.example', title: 't' }],
      definition: {
        name: 't',
        language: 'en',
        category: 'utility',
        status: 'approved',
        parameters: 'positional',
        header: { kind: 'text', text: 'h {{1}}', examples: { '1': 'x' } },
        body: { text: 'b' },
        buttons: [
          { kind: 'otp', text: 'Copy', otp: 'one-tap', apps: [{ packageName: 'p', signatureHash: 's' }] },
          { kind: 'other', text: 'New', type: 'HOLOGRAM' },
        ],
        carousel: [{ buttons: [] }],
        authentication: { securityRecommendation: true },
      },
    },
  },
  { kind: 'choice', of: 'list', title: 't', id: '1', description: 'd' },
  { kind: 'form-answer', name: 'flow', body: 'b', answers: { a: [1, null] }, unreadable: '{' },
  { kind: 'call-permission', response: 'accept', permanent: true, expiresAt: 5, source: 'user_action' },
  { kind: 'order', catalogId: 'c', text: 't', items: [{ productId: 'p', quantity: 1, price: 2.5, currency: 'EUR' }] },
  { kind: 'reaction', emoji: '👍', target: { providerId: 'w' } },
  { kind: 'edit', target: { messageId: 'm' }, content: { kind: 'text', body: 'new' } },
  { kind: 'revoke', target: { providerId: 'w' } },
  { kind: 'call', callId: 'c', event: 'connect', direction: 'from-contact', outcome: 'COMPLETED', durationMs: 5 },
  { kind: 'pin', operation: 'pin', target: { providerId: 'w' }, days: 7 },
  {
    kind: 'system',
    change: 'user_changed_number',
    body: 'b',
    phoneNumber: '+1',
    userId: 'US.1',
    previousUserId: 'US.0',
  },
  { kind: 'welcome' },
  { kind: 'media-placeholder' },
  { kind: 'unsupported', type: 'poll', data: { options: ['a'] } },
];

export const MESSAGE: Message = {
  id: 'm1',
  sessionId: 's1',
  channelId: 'c1',
  author: { kind: 'contact', contactId: 'p1', name: 'Mara' },
  content: { kind: 'text', body: 'Hi' },
  originAt: 1,
  arrivedAt: 2,
  seq: 3,
  providerId: 'wamid.1',
  quote: { messageId: 'm0', providerId: 'wamid.0' },
  forwarded: 'often',
  referral: { source: 'ad', headline: 'h', clickId: 'c' },
  product: { productId: 'p' },
  reactions: [{ author: { kind: 'agent', agentId: 'a', name: 'Ana' }, emoji: '👍', at: 4 }],
  problems: [{ code: 131052, title: 't', details: 'd' }],
};

export const CAPABILITIES: Capabilities = {
  version: 1,
  features: ['history', 'templates'],
  permissions: ['canUse'],
  limits: WHATSAPP_LIMITS,
  dispositions: [{ code: 'x', label: 'X' }],
  dispositionRequired: false,
};

export const SESSION: Session = {
  id: 's1',
  channel: { id: 'c1', name: 'Orders', phoneNumber: '+49' },
  contact: { id: 'p1', profileName: 'Mara', attributes: { tier: 'gold' }, marketingAllowed: true },
  origin: 'contact',
  phase: 'engaged',
  startedAt: 1,
  agents: [{ id: 'a', name: 'Ana' }],
  window: { openedAt: 1, closesAt: 2 },
  pendingSince: 1,
  caseData: { Order: 'LN-1' },
  note: 'n',
  disposition: { code: 'x', label: 'X' },
};

export const OFFER: Offer = {
  id: 'o1',
  session: { ...SESSION, phase: 'offered' },
  madeAt: 1,
  expiresAt: 2,
  preview: 'Hi',
};

const delivery = { status: 'failed', at: 1, problem: { code: 131026 } } as const;

/** One event of each type. */
export const EVENTS: readonly DeskEvent[] = [
  { type: 'offer.made', offer: OFFER },
  { type: 'offer.withdrawn', offerId: 'o1', sessionId: 's1', reason: 'timeout' },
  { type: 'session.assigned', session: SESSION, capabilities: CAPABILITIES },
  { type: 'session.removed', sessionId: 's1', reason: 'done' },
  {
    type: 'presence.changed',
    presence: { channels: [{ channelId: 'c1', channelName: 'Orders', ready: false, reason: 'Lunch' }] },
  },
  { type: 'message.added', message: MESSAGE },
  { type: 'message.delivery', messageId: 'm1', delivery, providerId: 'wamid.1' },
  { type: 'message.reacted', messageId: 'm1', reaction: { author: { kind: 'phone-app' }, emoji: '', at: 1 } },
  { type: 'message.edited', messageId: 'm1', content: { kind: 'text', body: 'x' }, at: 1 },
  { type: 'message.revoked', messageId: 'm1', at: 1 },
  { type: 'message.media', messageId: 'm1', content: { kind: 'image', media } },
  { type: 'window.changed', window: { openedAt: 1, closedBy: 'whatsapp' } },
  { type: 'pending.changed' },
  { type: 'capabilities.changed', capabilities: CAPABILITIES },
  { type: 'contact.changed', contact: SESSION.contact },
  { type: 'case-data.changed', caseData: { Order: 'LN-2' } },
  { type: 'agent.joined', agent: { id: 'a', name: 'Ana' } },
  { type: 'agent.left', agent: { id: 'a', name: 'Ana' } },
  { type: 'wrap-up.started', by: { kind: 'agent', agentId: 'a', name: 'Ana' } },
  { type: 'wrap-up.cancelled', by: { kind: 'contact', contactId: 'p1' } },
  { type: 'note.set', note: '' },
  { type: 'disposition.set', disposition: { code: 'x', label: 'X' } },
  { type: 'session.ended', reason: 'done', at: 1 },
];

/** One command of each type. */
export const COMMANDS: readonly Command[] = [
  { type: 'presence.set', id: '1', channelId: 'c1', ready: false, reason: 'Lunch' },
  { type: 'offer.accept', id: '1', offerId: 'o1' },
  { type: 'offer.reject', id: '1', offerId: 'o1', reason: 'busy' },
  {
    type: 'message.send',
    id: '1',
    sessionId: 's1',
    content: { kind: 'text', body: 'x' },
    quote: { messageId: 'm1' },
    resendOf: 'm0',
  },
  { type: 'message.react', id: '1', sessionId: 's1', messageId: 'm1', emoji: '' },
  { type: 'message.settle', id: '1', sessionId: 's1', messageId: 'm1' },
  { type: 'media.refetch', id: '1', sessionId: 's1', messageId: 'm1' },
  { type: 'session.read', id: '1', sessionId: 's1', messageId: 'm1' },
  { type: 'session.wrap-up', id: '1', sessionId: 's1' },
  { type: 'session.set-note', id: '1', sessionId: 's1', note: 'n' },
  { type: 'session.set-disposition', id: '1', sessionId: 's1', code: 'x' },
  { type: 'session.done', id: '1', sessionId: 's1' },
];
