import type { Expected } from '../expect.js';
import type { InboundStage } from '../inbound-stage.js';
import type { Payload } from '../payload.js';
import { brief } from '../verdict.js';
import { AgentBrowser } from './agent-browser.js';
import { GatewayProcess } from './gateway-process.js';
import { GraphStub } from './graph-stub.js';
import { MessageCheck } from './message-check.js';
import { PageServer } from './page-server.js';
import { addressedTo, businessNumber, type BusinessNumber } from './routing.js';
import { StatusCheck } from './status-check.js';

/**
 * The webhook by HTTP, signed, into a real gateway; it must come out on an agent's desk over the web socket, and the real
 * elements must show it. What no agent needs to see (account notices, group settings, the past of a phone …) must be taken.
 */
export class GatewayStage implements InboundStage {
  readonly name = 'gateway';
  readonly #graph = new GraphStub();
  readonly #pages = new PageServer();
  readonly #gateway = new GatewayProcess();
  readonly #browser = new AgentBrowser();
  readonly #numbers = new Map<Payload, BusinessNumber>();
  readonly #pictures = new Map<Payload, Uint8Array>();
  readonly #withPictures: boolean;

  constructor({ pictures }: { readonly pictures: boolean }) {
    this.#withPictures = pictures;
  }

  async open(payloads: readonly Payload[]): Promise<void> {
    for (const [index, payload] of payloads.entries()) this.#numbers.set(payload, businessNumber(index));
    await this.#graph.start();
    await this.#pages.start();
    await this.#gateway.start({
      numbers: [...this.#numbers.values()],
      graphUrl: this.#graph.url,
      origin: this.#pages.url,
    });
    this.#pages.tell({ gateway: this.#gateway.url, token: this.#gateway.token() });
    await this.#browser.start(this.#pages.url);
  }

  async check(payload: Payload, expected: readonly Expected[]): Promise<readonly string[]> {
    const number = this.#numberOf(payload);
    const bench = { number, gateway: this.#gateway, browser: this.#browser, graph: this.#graph };
    const messages = new MessageCheck(bench);
    const statuses = new StatusCheck(bench);
    await messages.prepare(expected);
    await statuses.prepare(expected);
    const answer = await this.#gateway.deliver(addressedTo(payload.json, number));
    const reasons = answer === 200 ? [] : [`the gateway answered ${String(answer)}`];
    reasons.push(...(await messages.check(expected)), ...(await statuses.check(expected)));
    reasons.push(...this.#browser.takeFaults());
    await this.#keepPicture(payload, messages.lastShown);
    await this.#browser.endAll(number.channelId);
    if (reasons.length > 0) reasons.push(...this.#gateway.complaints.map((line) => `the gateway wrote ${brief(line)}`));
    return reasons;
  }

  picture(payload: Payload): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#pictures.get(payload));
  }

  async close(): Promise<void> {
    await this.#browser.stop();
    await this.#gateway.stop();
    await this.#pages.stop();
    await this.#graph.stop();
  }

  #numberOf(payload: Payload): BusinessNumber {
    const number = this.#numbers.get(payload);
    if (!number) throw new Error(`The gateway was started without a number for ${payload.name}.`);
    return number;
  }

  async #keepPicture(payload: Payload, messageId: string | undefined): Promise<void> {
    const picture = this.#withPictures && messageId !== undefined ? await this.#browser.picture(messageId) : undefined;
    if (picture) this.#pictures.set(payload, picture);
  }
}
