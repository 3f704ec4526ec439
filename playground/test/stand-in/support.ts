import type { TestContext } from 'node:test';
import type { SystemTime } from '../../src/stand-in/clock.js';
import type { JsonObject } from '../../src/stand-in/json.js';
import type { StandInOptions } from '../../src/stand-in/options.js';
import type { PhoneMessage } from '../../src/stand-in/phone-types.js';
import type { Settings } from '../../src/stand-in/settings.js';
import { createStandIn, type StandIn } from '../../src/stand-in/stand-in.js';

/** Half past nine on a Tuesday. */
export const START = Date.UTC(2026, 10, 24, 9, 30);

export const OPTIONS: StandInOptions = {
  host: '127.0.0.1',
  port: 0,
  dataFile: ':memory:',
  phoneNumberId: '106540352242922',
  accountId: '102290129340398',
  accessToken: 'test-access-token',
  appSecret: 'test_app_secret',
  webhookUrl: 'http://gateway.test/webhooks/whatsapp',
  verifyToken: 'test-verify-token',
  pageOrigins: [],
};

/** Time that stands still unless the stand-in's own clock is moved on; what is due runs at once. */
export class StillTime implements SystemTime {
  #waiting = 0;

  now(): number {
    return START;
  }

  schedule(delayMs: number, run: () => void): () => void {
    if (delayMs > 0) return () => undefined;
    this.#waiting += 1;
    let open = true;
    const leave = (): boolean => {
      if (open) this.#waiting -= 1;
      const was = open;
      open = false;
      return was;
    };
    setImmediate(() => {
      if (leave()) run();
    });
    return () => void leave();
  }

  get busy(): boolean {
    return this.#waiting > 0;
  }
}

/** One POST that the business's webhook got. */
export interface Delivered {
  readonly body: string;
  readonly headers: Headers;
  readonly json: JsonObject;
}

/** The business's side: a webhook that keeps what it gets, and the files behind links. */
export class Receiver {
  readonly posts: Delivered[] = [];
  readonly verifications: URL[] = [];
  /** Status of the answer to each next POST; 200 when none is left. */
  statuses: number[] = [];
  challengeAnswer: (challenge: string) => Response = (challenge) => new Response(challenge);
  readonly files = new Map<string, Response>();

  readonly fetch = async (address: string, init?: RequestInit): Promise<Response> => {
    const url = new URL(address);
    if (url.origin !== 'http://gateway.test')
      return this.files.get(address)?.clone() ?? new Response('', { status: 404 });
    if (init?.method === 'GET') {
      this.verifications.push(url);
      return this.challengeAnswer(url.searchParams.get('hub.challenge') ?? '');
    }
    const body = init?.body as string;
    this.posts.push({ body, headers: new Headers(init?.headers), json: JSON.parse(body) as JsonObject });
    return new Response('', { status: this.statuses.shift() ?? 200 });
  };

  /** Every `value` of every change, in order. */
  get values(): JsonObject[] {
    return this.posts.flatMap(({ json }) => valuesOf(json));
  }

  get statusesSeen(): JsonObject[] {
    return this.values.flatMap((value) => (value['statuses'] as JsonObject[] | undefined) ?? []);
  }

  get messagesSeen(): JsonObject[] {
    return this.values.flatMap((value) => (value['messages'] as JsonObject[] | undefined) ?? []);
  }
}

export function valuesOf(json: JsonObject): JsonObject[] {
  const entries = json['entry'] as { readonly changes: readonly { readonly value: JsonObject }[] }[];
  return entries.flatMap((entry) => entry.changes.map((change) => change.value));
}

export interface Answer {
  readonly status: number;
  readonly json: JsonObject;
}

/** A stand-in that does not listen, with its receiver. */
export class Bench {
  readonly standIn: StandIn;
  readonly receiver: Receiver;
  readonly #time: StillTime;

  constructor(standIn: StandIn, receiver: Receiver, time: StillTime) {
    this.standIn = standIn;
    this.receiver = receiver;
    this.#time = time;
  }

  /** A call of the Graph API with the right token. */
  async graph(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<Answer> {
    return this.#call(method, `/v26.0/${path}`, payload, { authorization: `Bearer ${OPTIONS.accessToken}` });
  }

  /** A send to Amara, unless the body names somebody else. */
  async send(body: object): Promise<Answer> {
    const common = { messaging_product: 'whatsapp', ...('recipient' in body ? {} : { to: '+12025550143' }) };
    return this.graph('POST', `${OPTIONS.phoneNumberId}/messages`, { ...common, ...body });
  }

  /** A send that must be accepted; gives the message id. */
  async sent(body: object): Promise<string> {
    const { status, json } = await this.send(body);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return (json['messages'] as { readonly id: string }[])[0]?.id ?? '';
  }

  /** A call of the phone API or the switches. */
  async page(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object): Promise<Answer> {
    return this.#call(method, path, payload, {});
  }

  /** The person writes something; the message as the phone shows it. */
  async write(contactId: string, draft: object): Promise<PhoneMessage> {
    const { status, json } = await this.page('POST', `/phone/contacts/${contactId}/messages`, draft);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return json as unknown as PhoneMessage;
  }

  async thread(contactId: string): Promise<PhoneMessage[]> {
    const { json } = await this.page('GET', `/phone/contacts/${contactId}/messages`);
    return json['messages'] as PhoneMessage[];
  }

  /** Puts a file on a phone and gives its id. */
  async phoneFile(type: string, data: Buffer): Promise<string> {
    const answer = await this.standIn.app.inject({
      method: 'POST',
      url: '/phone/media',
      headers: { 'content-type': type },
      payload: data,
    });
    return answer.json<{ readonly id: string }>().id;
  }

  /** Uploads a file as the business and gives the answer. */
  async upload(type: string, data: Buffer): Promise<Answer> {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([new Uint8Array(data)], { type }), 'file.bin');
    const request = new Request('http://x.test', { method: 'POST', body: form });
    const answer = await this.standIn.app.inject({
      method: 'POST',
      url: `/v26.0/${OPTIONS.phoneNumberId}/media`,
      headers: {
        authorization: `Bearer ${OPTIONS.accessToken}`,
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: answer.statusCode, json: answer.json() };
  }

  /** Moves the clock on and lets everything happen that is due. */
  async advance(ms: number): Promise<void> {
    await this.page('POST', '/clock', { advanceMs: ms });
    await this.settle();
  }

  /** Waits until nothing is due any more. */
  async settle(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
      await this.standIn.parts.queue.idle();
    } while (this.#time.busy);
  }

  async #call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload: object | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const answer = await this.standIn.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, json: answer.body === '' ? {} : answer.json<JsonObject>() };
  }
}

/** Opens a stand-in for one test; it is closed when the test ends, if not before. */
export async function openBench(
  context: TestContext,
  given: {
    readonly options?: Partial<StandInOptions>;
    readonly settings?: Partial<Settings>;
    readonly receiver?: Receiver;
  } = {},
): Promise<Bench> {
  const receiver = given.receiver ?? new Receiver();
  const time = new StillTime();
  const standIn = await createStandIn({ ...OPTIONS, ...given.options }, { time, fetch: receiver.fetch });
  standIn.parts.settings.change({ networkDelayMs: 0, ...given.settings });
  standIn.start('http://stand-in.test');
  context.after(() => standIn.close());
  return new Bench(standIn, receiver, time);
}

/** Code and details of a refusal. */
export function refusal({ status, json }: Answer): {
  readonly status: number;
  readonly code: number;
  readonly text: string;
} {
  const error = json['error'] as {
    readonly code: number;
    readonly message: string;
    readonly error_data?: { readonly details: string };
  };
  return { status, code: error.code, text: error.error_data?.details ?? error.message };
}
