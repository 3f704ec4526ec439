import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.js';
import type { Business } from './business.js';
import { Clock, nodeTime, type SystemTime } from './clock.js';
import { PhoneEvents } from './events.js';
import { CallLog } from './graph/call-log.js';
import { Faults } from './graph/faults.js';
import { MediaUrls } from './graph/media-urls.js';
import { RateLimits } from './graph/rate-limits.js';
import { TemplateReview } from './graph/template-review.js';
import { CrossingLog } from './log.js';
import type { StandInOptions } from './options.js';
import { Delivery } from './outbound/delivery.js';
import type { StandInParts } from './parts.js';
import { Phone } from './phone/phone.js';
import { Presence } from './phone/presence.js';
import { plantSeeds } from './seeds/plant.js';
import { SettingsStore } from './settings.js';
import { ContactStore } from './store/contact-store.js';
import { openDatabase, type Sql } from './store/database.js';
import { MediaStore } from './store/media-store.js';
import { MessageStore } from './store/message-store.js';
import { MetaStore } from './store/meta-store.js';
import { TemplateStore } from './store/template-store.js';
import { type Fetch, WebhookEndpoint } from './webhooks/endpoint.js';
import { WebhookQueue } from './webhooks/webhook-queue.js';

/** The world around the stand-in, handed in by tests. */
export interface Surroundings {
  readonly time: SystemTime;
  readonly fetch: Fetch;
}

/** A running stand-in. */
export interface StandIn {
  readonly app: FastifyInstance;
  readonly parts: StandInParts;
  /** Listens, begins to deliver webhooks, and gives the address. */
  listen(): Promise<string>;
  /** Begins to deliver webhooks without listening. */
  start(publicUrl: string): void;
  /** Ends everything; calling it again changes nothing. */
  close(): Promise<void>;
}

const BUSINESS_NAME = 'Fernweh Outdoor';
const BUSINESS_NUMBER = '15550783881';

/** Builds a stand-in over its data file. */
export async function createStandIn(
  options: StandInOptions,
  surroundings: Surroundings = { time: nodeTime, fetch: (url, init) => fetch(url, init) },
): Promise<StandIn> {
  const sql = openDatabase(options.dataFile);
  const parts = assemble(options, surroundings, sql);
  plantSeeds(parts);
  const app = await buildApp(parts);
  const start = (publicUrl: string): void => {
    parts.mediaUrls.publicUrl = publicUrl;
    parts.queue.start();
    parts.delivery.resume();
    parts.review.resume();
  };
  let closing: Promise<void> | undefined;
  return {
    app,
    parts,
    start,
    listen: async () => {
      const url = await app.listen({ host: options.host, port: options.port });
      start(url);
      return url;
    },
    close: () => (closing ??= shutDown(app, parts)),
  };
}

async function shutDown(app: FastifyInstance, { sql, clock, queue, delivery }: StandInParts): Promise<void> {
  delivery.stop();
  clock.stop();
  await queue.stop();
  await app.close();
  sql.close();
}

function assemble(options: StandInOptions, { time, fetch }: Surroundings, sql: Sql): StandInParts {
  const business: Business = {
    accountId: options.accountId,
    phoneNumberId: options.phoneNumberId,
    displayPhoneNumber: BUSINESS_NUMBER,
    name: BUSINESS_NAME,
  };
  const meta = new MetaStore(sql);
  const clock = keptClock(time, meta);
  const log = new CrossingLog(sql, clock, [options.accessToken, options.appSecret, options.verifyToken]);
  const settings = new SettingsStore(meta);
  const receiver = new WebhookEndpoint(options, { fetch, meta, log });
  const queue = new WebhookQueue({
    sql,
    clock,
    accountId: business.accountId,
    chaos: () => settings.get().chaos,
    receiver,
  });
  const stores = openStores(sql, clock);
  const mediaUrls = new MediaUrls(options.appSecret, clock);
  const events = new PhoneEvents();
  const presence = new Presence();
  const shared = { options, business, sql, meta, clock, settings, log, queue, ...stores, mediaUrls, events, presence };
  const delivery = new Delivery({ ...shared, fetch, isWatched: (contactId) => presence.isWatched(contactId) });
  return {
    ...shared,
    delivery,
    phone: new Phone({ ...shared, delivery }),
    review: new TemplateReview(shared),
    limits: new RateLimits(clock),
    faults: new Faults(),
    calls: new CallLog(log),
  };
}

/** The clock goes on from where an earlier run has left it. */
function keptClock(time: SystemTime, meta: MetaStore): Clock {
  const clock = new Clock(time, meta.get<number>('clock-offset-ms') ?? 0);
  clock.onAdvance(() => meta.set('clock-offset-ms', clock.offsetMs));
  return clock;
}

function openStores(sql: Sql, clock: Clock) {
  return {
    contacts: new ContactStore(sql),
    messages: new MessageStore(sql),
    media: new MediaStore(sql, clock),
    templates: new TemplateStore(sql),
  };
}
