import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import {
  answerSchemaOf,
  knownContentSchema,
  newsSchema,
  outcomeSchema,
  parseCommand,
  parseEnvelope,
  parseQuery,
  parseSync,
  parseWelcome,
  parseWith,
  type Parsed,
} from '../../src/protocol/index.js';
import type { Content } from '../../src/domain/message.js';
import {
  ACTIONS,
  AUTHORS,
  COMPLETE_CONTENTS,
  HEADER_VALUES,
  HEADERS,
  media,
  SOURCES,
  TEMPLATE_HEADERS,
  definition,
} from './complete-contents.js';
import {
  COMPLETE_COMMANDS,
  COMPLETE_ENVELOPE,
  COMPLETE_EVENTS,
  COMPLETE_NEWS,
  COMPLETE_OUTCOMES,
  COMPLETE_PAGES,
  COMPLETE_QUERIES,
  COMPLETE_SYNC,
  COMPLETE_WELCOME,
} from './complete-facts.js';

/** What arrives after a way as JSON. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function survives(value: unknown, parse: (input: unknown) => Parsed<unknown>): void {
  const parsed = parse(sent(value));
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
  assert.deepEqual(parsed.value, value);
}

const readContent = (input: unknown): Parsed<Content> => parseWith(knownContentSchema, input, 'content');

const interactive = (parts: object): object => ({
  kind: 'interactive',
  interactive: { action: ACTIONS.buttons, ...parts },
});
const template = (parts: object): object => ({ kind: 'template', template: { name: 't', language: 'en', ...parts } });

/** Parts of which one content has room for one only. */
const PARTS: readonly (readonly [what: string, contents: readonly object[]])[] = [
  ['action', Object.values(ACTIONS).map((action) => interactive({ action }))],
  ['header', Object.values(HEADERS).map((header) => interactive({ header }))],
  ['place of a medium', Object.values(SOURCES).map((source) => ({ kind: 'image', media: { ...media, source } }))],
  ['header value of a template', Object.values(HEADER_VALUES).map((header) => template({ header }))],
  [
    'header of a template',
    Object.values(TEMPLATE_HEADERS).map((header) => template({ definition: { ...definition, header } })),
  ],
];

describe('nothing that the domain names is lost on the way:', () => {
  for (const content of Object.values(COMPLETE_CONTENTS)) {
    it(`a message's content ${content.kind}`, () => survives(content, readContent));
  }
  for (const [what, contents] of PARTS) {
    it(`every kind of ${what}`, () => contents.forEach((content) => survives(content, readContent)));
  }
  for (const event of Object.values(COMPLETE_EVENTS)) {
    it(`the event ${event.type}`, () => survives({ ...COMPLETE_ENVELOPE, event }, parseEnvelope));
  }
  for (const command of Object.values(COMPLETE_COMMANDS)) {
    it(`the command ${command.type}`, () => survives(command, parseCommand));
  }
  for (const query of Object.values(COMPLETE_QUERIES)) {
    it(`the query ${query.type} and its answer`, () => {
      survives(query, parseQuery);
      survives(COMPLETE_PAGES[query.type], (input) => parseWith(answerSchemaOf(query), input, 'answer'));
    });
  }
  it('every author', () => {
    for (const by of Object.values(AUTHORS)) {
      survives({ ...COMPLETE_ENVELOPE, event: { type: 'wrap-up.started', by } }, parseEnvelope);
    }
  });
  it('every outcome', () => {
    for (const outcome of Object.values(COMPLETE_OUTCOMES)) {
      survives(outcome, (input) => parseWith(outcomeSchema, input, 'outcome'));
    }
  });
  it('all news', () => {
    for (const news of Object.values(COMPLETE_NEWS)) survives(news, (input) => parseWith(newsSchema, input, 'news'));
  });
  it('a welcome', () => survives(COMPLETE_WELCOME, parseWelcome));
  it('a sync', () => survives(COMPLETE_SYNC, parseSync));
});

describe("WhatsApp's own address of a medium", () => {
  it("is left out: it is no desk's business", () => {
    const source = { kind: 'provider', id: '9', url: 'https://lookaside.example/9' } as const;
    const parsed = readContent(sent({ kind: 'image', media: { source } }));
    assert.deepEqual(parsed, { ok: true, value: { kind: 'image', media: { source: SOURCES.provider } } });
  });
});
