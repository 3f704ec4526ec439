/** Describes the wire protocol in `docs/protocol/asyncapi.yaml`: `node --import tsx tools/asyncapi.ts [--check]`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import type { GenericSchema } from 'valibot';
import * as protocol from 'wa-desk/protocol';

const DOCUMENT = fileURLToPath(new URL('../docs/protocol/asyncapi.yaml', import.meta.url));

/** The schemas that get a name of their own. */
const NAMED: Readonly<Record<string, GenericSchema>> = {
  MediaRef: protocol.mediaRefSchema,
  Contact: protocol.contactSchema,
  ContactCard: protocol.contactCardSchema,
  Interactive: protocol.interactiveSchema,
  OrderDetails: protocol.orderDetailsSchema,
  TemplateDefinition: protocol.templateDefinitionSchema,
  TemplateMessage: protocol.templateMessageSchema,
  Author: protocol.authorSchema,
  Quote: protocol.quoteSchema,
  Delivery: protocol.deliverySchema,
  Reaction: protocol.reactionSchema,
  Content: protocol.knownContentSchema,
  Message: protocol.messageSchema,
  Session: protocol.sessionSchema,
  Offer: protocol.offerSchema,
  Capabilities: protocol.capabilitiesSchema,
  Event: protocol.eventSchema,
  EventEnvelope: protocol.envelopeSchema,
  News: protocol.newsSchema,
  Streams: protocol.streamsSchema,
  ResumePoint: protocol.resumePointSchema,
  Command: protocol.commandSchema,
  Outcome: protocol.outcomeSchema,
  Query: protocol.querySchema,
  HistoryPage: protocol.historyPageSchema,
  SearchPage: protocol.searchPageSchema,
  TemplatePage: protocol.templatePageSchema,
  AgentSnapshot: protocol.agentSnapshotSchema,
  SessionSnapshot: protocol.sessionSnapshotSchema,
  Welcome: protocol.welcomeSchema,
  Sync: protocol.syncSchema,
  ClientFrame: protocol.clientFrameSchema,
  ServerFrame: protocol.serverFrameSchema,
};

interface Frame {
  readonly type: string;
  readonly about: string;
  /** What stands in the frame but is read with a schema of its own. */
  readonly inside?: Readonly<Record<string, readonly string[]>>;
}

const CLIENT_FRAMES: readonly Frame[] = [
  { type: 'hello', about: 'The first frame, with the one-time ticket.' },
  { type: 'execute', about: "An agent's wish; answered by `outcome`.", inside: { command: ['Command'] } },
  {
    type: 'query',
    about: 'A look that leaves no trace; answered by `answer` or `failed`.',
    inside: { query: ['Query'] },
  },
  { type: 'sync', about: 'Asks for what was missed; answered by `synced` or `failed`.' },
  { type: 'pong', about: 'Answers a `ping`.' },
];

const SERVER_FRAMES: readonly Frame[] = [
  { type: 'welcome', about: 'The first frame: the whole desk as it stands.' },
  { type: 'outcome', about: 'What became of a wish.' },
  {
    type: 'answer',
    about: 'The answer to a query.',
    inside: { answer: ['HistoryPage', 'SearchPage', 'TemplatePage'] },
  },
  { type: 'synced', about: 'What was missed.', inside: { sync: ['Sync'] } },
  { type: 'failed', about: 'A question that cannot be answered.' },
  { type: 'event', about: 'A fact, with its place.', inside: { envelope: ['EventEnvelope'] } },
  { type: 'news', about: 'Something that may be lost without harm.' },
  { type: 'ping', about: 'A sign of life, with the newest position of each stream.' },
];

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly oneOf?: readonly JsonSchema[];
}

/** What JSON Schema says for the schemas that are checked by code. */
function overridden(schema: unknown): object | undefined {
  if (schema === protocol.jsonValueSchema) return { description: 'Any JSON.' };
  if (schema === protocol.jsonObjectSchema) return { type: 'object' };
  return schema === protocol.streamIdSchema ? { type: 'string', pattern: '^(agent|session):.+$' } : undefined;
}

function schemas(): Readonly<Record<string, JsonSchema>> {
  const all = toJsonSchemaDefs(NAMED, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) => overridden(valibotSchema),
  });
  const named = Object.fromEntries(Object.keys(NAMED).map((name) => [name, all[name]]));
  // What is read lazily is content within content, and gets a number instead of its name.
  const text = JSON.stringify(named).replaceAll(/#\/\$defs\/\d+/g, '#/$defs/Content');
  return JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Record<string, JsonSchema>;
}

const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** One frame as a message, with what stands inside it named. */
function messageOf({ type, about, inside = {} }: Frame, variants: readonly JsonSchema[]) {
  const schema = variants.find(({ properties }) => (properties?.['type'] as { const?: string }).const === type);
  if (!schema) throw new Error(`There is no frame ${type} in the schemas: change the list in tools/asyncapi.ts.`);
  const named = Object.entries(inside).map(([part, [first = '', ...more]]) => [
    part,
    more.length > 0 ? { oneOf: [first, ...more].map(schemaRef) } : schemaRef(first),
  ]);
  const payload = { ...schema, properties: { ...schema.properties, ...(Object.fromEntries(named) as object) } };
  return { name: type, summary: about, contentType: 'application/json', payload };
}

function messagesOf(frames: readonly Frame[], schema: JsonSchema | undefined) {
  const variants = schema?.oneOf ?? [];
  if (variants.length !== frames.length) throw new Error('tools/asyncapi.ts does not list every frame of the schemas.');
  return Object.fromEntries(frames.map((frame) => [frame.type, messageOf(frame, variants)]));
}

const messageRef = (place: string) => (frame: Frame) => ({ $ref: `${place}/${frame.type}` });

const ABOUT = `JSON text frames over one WebSocket for each agent's desk, with the sub-protocol ${protocol.SUB_PROTOCOL}.

A desk gets a one-time ticket with the host's token (POST ${protocol.TICKETS_PATH}, Authorization: Bearer) and says it in
its first frame, within ${protocol.HELLO_TIMEOUT_MS / 1000} seconds. Files go over HTTPS: POST ${protocol.MEDIA_PATH} takes one, POST ${protocol.MEDIA_PATH}/{id}/leases
answers with a signed address that a browser can load for a while.

Close codes: ${Object.entries(protocol.CLOSE)
  .map(([name, code]) => `${code} ${name} (${protocol.closeMeaning(code).type})`)
  .join(', ')}.`;

/** The whole document as data, made from the schemas themselves. */
export function document(): object {
  const { ClientFrame, ServerFrame, ...rest } = schemas();
  const both = [...CLIENT_FRAMES, ...SERVER_FRAMES];
  const inChannel = messageRef('#/channels/desk/messages');
  return {
    asyncapi: '3.0.0',
    info: { title: 'wa-desk wire protocol', version: `${protocol.PROTOCOL_VERSION}.0.0`, description: ABOUT },
    defaultContentType: 'application/json',
    channels: {
      desk: {
        address: protocol.SOCKET_PATH,
        messages: Object.fromEntries(both.map((frame) => [frame.type, messageRef('#/components/messages')(frame)])),
      },
    },
    operations: {
      hear: { action: 'receive', channel: { $ref: '#/channels/desk' }, messages: CLIENT_FRAMES.map(inChannel) },
      tell: { action: 'send', channel: { $ref: '#/channels/desk' }, messages: SERVER_FRAMES.map(inChannel) },
    },
    components: {
      messages: { ...messagesOf(CLIENT_FRAMES, ClientFrame), ...messagesOf(SERVER_FRAMES, ServerFrame) },
      schemas: rest,
    },
  };
}

const PLAIN = /^[A-Za-z_/][\w/.-]*$/;
const RESERVED = /^(true|false|null|yes|no|on|off)$/i;

function scalar(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}

/** Plain data as YAML; texts of several lines as blocks. */
function yaml(value: unknown, indent = ''): string {
  if (typeof value === 'string' && value.includes('\n')) {
    return `|-\n${value.replaceAll(/^(?=.)/gm, `${indent}`)}\n`;
  }
  if (typeof value !== 'object' || value === null) return `${scalar(value)}\n`;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((part: unknown) => ['-', part] as const)
    : Object.entries(value).map(([key, part]) => [`${scalar(key)}:`, part] as const);
  if (entries.length === 0) return Array.isArray(value) ? '[]\n' : '{}\n';
  const lines = entries.map(([head, part]) => {
    const isNested = typeof part === 'object' && part !== null && Object.keys(part).length > 0;
    return `${indent}${head}${isNested ? '\n' : ' '}${yaml(part, `${indent}  `)}`;
  });
  return lines.join('');
}

/** The document as it stands in the file. */
export async function asyncapi(): Promise<string> {
  const text = `# Made from src/protocol by tools/asyncapi.ts. Do not edit.\n${yaml(document())}`;
  return format(text, { ...(await resolveConfig(DOCUMENT)), parser: 'yaml' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await asyncapi();
  if (!process.argv.includes('--check')) {
    await mkdir(dirname(DOCUMENT), { recursive: true });
    await writeFile(DOCUMENT, text);
  } else if ((await readFile(DOCUMENT, 'utf8')) !== text) {
    console.error('docs/protocol/asyncapi.yaml is out of date: run `npm run asyncapi`.');
    process.exitCode = 1;
  }
}
