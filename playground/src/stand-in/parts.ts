import type { Business } from './business.js';
import type { Clock } from './clock.js';
import type { PhoneEvents } from './events.js';
import type { CallLog } from './graph/call-log.js';
import type { Faults } from './graph/faults.js';
import type { MediaUrls } from './graph/media-urls.js';
import type { RateLimits } from './graph/rate-limits.js';
import type { TemplateReview } from './graph/template-review.js';
import type { CrossingLog } from './log.js';
import type { StandInOptions } from './options.js';
import type { Delivery } from './outbound/delivery.js';
import type { Phone } from './phone/phone.js';
import type { Presence } from './phone/presence.js';
import type { SettingsStore } from './settings.js';
import type { ContactStore } from './store/contact-store.js';
import type { Sql } from './store/database.js';
import type { MediaStore } from './store/media-store.js';
import type { MessageStore } from './store/message-store.js';
import type { MetaStore } from './store/meta-store.js';
import type { TemplateStore } from './store/template-store.js';
import type { WebhookQueue } from './webhooks/webhook-queue.js';

/** Everything that the stand-in is made of. */
export interface StandInParts {
  readonly options: StandInOptions;
  readonly business: Business;
  readonly sql: Sql;
  readonly meta: MetaStore;
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly media: MediaStore;
  readonly mediaUrls: MediaUrls;
  readonly templates: TemplateStore;
  readonly review: TemplateReview;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly log: CrossingLog;
  readonly calls: CallLog;
  readonly queue: WebhookQueue;
  readonly events: PhoneEvents;
  readonly presence: Presence;
  readonly delivery: Delivery;
  readonly phone: Phone;
}
