import { takeCaught, watch } from './traps.js';
import type { Payload } from '../payload.js';
import { deskPlaces } from './desk-places.js';
import { drawn } from './looks.js';
import { messagePlaces, messageWith } from './message-places.js';
import { source, WatchedPlace, type Place } from './place.js';
import { messagesOf, WebhookPlace } from './webhook-place.js';

/** Texts that do no harm, one of each sort that looks different somewhere. */
const HARMLESS = [
  'harmless',
  '',
  'a',
  'two words',
  '*b* _i_ ~s~ `c` ```m```',
  '- a\n- b\n1. c\n> q\n```d\ne```',
  '🙂',
  'photo.exe',
  'page.pdf',
  '+49 151 55501288',
  'mara@shop.example',
  'https://shop.example/a?b=c',
  'https://аpple.com/',
  'javascript:void',
  // Near the end of what WhatsApp takes, and beyond it: the composer counts.
  'long '.repeat(780),
  'long '.repeat(900),
];

/** What of the page can be photographed at once. */
const PICTURED = 24;

/** The part of the run that works in the browser. */
export class Judge {
  readonly #stage = document.body.appendChild(document.createElement('main'));
  readonly #places: readonly WatchedPlace[];
  readonly #webhook: WebhookPlace;

  constructor() {
    const places = [...messagePlaces(this.#stage), ...deskPlaces(this.#stage)];
    this.#places = places.map((place) => new WatchedPlace(place));
    this.#webhook = new WebhookPlace(this.#stage);
  }

  /** Learns what harmless texts look like. */
  async learn(): Promise<void> {
    // At first the elements have to find their sizes.
    await this.#show('');
    await this.late();
    for (const text of HARMLESS) {
      await this.#show(text);
      for (const place of this.#places) place.learn();
    }
    watch();
  }

  /** What is wrong with each of the payloads. */
  async judge(from: number, to: number): Promise<readonly (readonly string[])[]> {
    const faults: (readonly string[])[] = [];
    for (const payload of await payloads(from, to)) {
      const seen =
        'text' in payload ? await this.#faultsOf(payload) : await this.#webhook.faults(payload.webhook, drawn);
      faults.push([...seen, ...takeCaught()]);
    }
    return faults;
  }

  /** Waits until what was started has happened, and says what that was. */
  async late(): Promise<readonly string[]> {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => setTimeout(resolve, 20));
    return takeCaught();
  }

  /** Does the page refuse to read HTML, and report it? The opposite would make the run worthless. */
  async refusesHtml(): Promise<boolean> {
    const probe = document.createElement('p');
    try {
      probe.innerHTML = '<b>x</b>';
    } catch {
      const reports = await this.late();
      return reports.some((report) => report.startsWith('policy report'));
    }
    return false;
  }

  /** The same checks on a place that reads HTML, which must find everything. */
  async control(payload: string): Promise<readonly string[]> {
    const place = new WatchedPlace(htmlPlace(this.#stage));
    for (const text of HARMLESS.filter((text) => !text.includes('<'))) {
      place.show(text);
      place.learn();
    }
    place.show(payload);
    return [...place.faults(payload), ...(await this.late())];
  }

  /** Draws payloads one below the other, to be photographed; says how many. */
  async draw(from: number): Promise<number> {
    const drawnNow = await payloads(from, from + PICTURED);
    this.#stage.className = 'pictures';
    this.#stage.replaceChildren(...drawnNow.map((payload, index) => pictureRow(payload, from + index)));
    await drawn(this.#stage);
    return drawnNow.length;
  }

  async #show(text: string): Promise<void> {
    for (const place of this.#places) place.show(text);
    await drawn(this.#stage);
  }

  async #faultsOf(payload: Extract<Payload, { text: string }>): Promise<readonly string[]> {
    await this.#show(payload.text);
    return [
      ...this.#places.flatMap((place) => place.faults(payload.text)),
      ...(payload.benign ? changedName(this.#stage, payload.text) : []),
      ...misplacedExtension(this.#stage),
    ];
  }
}

async function payloads(from: number, to: number): Promise<readonly Payload[]> {
  const answer = await fetch(`/payloads?from=${String(from)}&to=${String(to)}`);
  return (await answer.json()) as readonly Payload[];
}

const fileName = (stage: Element): Element | null | undefined =>
  [...stage.querySelectorAll('wa-message')]
    .map((element) =>
      element.shadowRoot?.querySelector('wa-attachment')?.shadowRoot?.querySelector('.file-name > span'),
    )
    .find((found) => found);

/** A harmless name is shown as it is. */
function changedName(stage: Element, name: string): readonly string[] {
  return fileName(stage)?.textContent === name ? [] : ['file name: a harmless name is not shown as it is'];
}

/** The extension, which decides what opens a file, stands at the right end whatever the letters before it do. */
function misplacedExtension(stage: Element): readonly string[] {
  const [stem, extension] = [...(fileName(stage)?.children ?? [])].map((part) => part.getBoundingClientRect());
  if (!stem || !extension || extension.width === 0) return [];
  return extension.left >= stem.right - 1 ? [] : ['file name: the extension does not stand last'];
}

function htmlPlace(parent: Element): Place {
  const root = parent.appendChild(document.createElement('div'));
  return {
    name: 'control',
    root,
    readings: [source('.text')],
    show: (text) => {
      root.innerHTML = `<div class="text"><p>${text}</p></div>`;
    },
  };
}

function pictureRow(payload: Payload, index: number): Element {
  const row = document.createElement('div');
  const number = row.appendChild(document.createElement('b'));
  number.textContent = String(index);
  for (const message of picturedMessages(payload)) {
    const element = document.createElement('wa-message');
    element.message = message;
    row.append(element);
  }
  return row;
}

function picturedMessages(payload: Payload): ReturnType<typeof messagesOf> {
  if (!('text' in payload)) return messagesOf(payload.webhook).slice(0, 1);
  const { text } = payload;
  const media = { source: { kind: 'stored', id: 'x' }, mimeType: 'application/pdf' } as const;
  const action = { kind: 'buttons', buttons: [{ id: 'b', title: text }] } as const;
  return [
    messageWith({ kind: 'text', body: text }, { author: { kind: 'contact', contactId: 'c', name: text } }),
    messageWith({ kind: 'document', media, fileName: text, caption: text }),
    messageWith({ kind: 'interactive', interactive: { header: { kind: 'text', text }, footer: text, action } }),
    messageWith({ kind: 'location', name: text, address: text, url: text }),
  ];
}

declare global {
  var hostile: Judge;
}

globalThis.hostile = new Judge();
