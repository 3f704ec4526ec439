import { PageServer } from './page-server.js';
import type { Payload } from './payload.js';
import { Stage } from './stage.js';

/** A payload and what it did wrong; nothing wrong: it passed. */
export interface Judged {
  readonly payload: Payload;
  readonly faults: readonly string[];
}

/** Payloads as they look, many on one picture. */
export interface Picture {
  /** WebP. */
  readonly image: Uint8Array;
  readonly judged: readonly Judged[];
}

export interface RunOptions {
  /** Called after each payload has been judged. */
  readonly onStep?: () => void;
  readonly pictures?: boolean;
}

export interface Run {
  readonly judged: readonly Judged[];
  readonly pictures: readonly Picture[];
}

const BATCH = 40;

/** What must fire where HTML is read, so that silence elsewhere means something. */
const CONTROL = '<img src=x onerror="alert(1)"><b>';

/** Puts each payload through every place where customers' texts show, in a browser under a strict policy. */
export async function run(payloads: readonly Payload[], options: RunOptions = {}): Promise<Run> {
  const server = new PageServer(payloads);
  await server.start();
  const stage = new Stage(server.url);
  try {
    await stage.start();
    await expectTheChecksToWork(stage);
    await stage.open();
    const judged = await judgeAll(stage, payloads, options.onStep ?? (() => undefined));
    return { judged, pictures: options.pictures ? await pictures(stage, judged) : [] };
  } finally {
    await stage.stop();
    await server.stop();
  }
}

/** A run whose checks are blind passes everything, so it is no run. */
async function expectTheChecksToWork(stage: Stage): Promise<void> {
  await stage.open('/control');
  const found = await stage.control(CONTROL);
  for (const wanted of ['called alert', 'made an element <img', 'reads'])
    if (!found.some((fault) => fault.includes(wanted)))
      throw new Error(
        `The control, which reads its payload as HTML, was not caught ("${wanted}"): the checks are blind.`,
      );
  await stage.open();
  if (!(await stage.refusesHtml()))
    throw new Error('The page under the strict policy reads HTML: the policy is not in force.');
}

async function judgeAll(stage: Stage, payloads: readonly Payload[], onStep: () => void): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (let from = 0; from < payloads.length; from += BATCH) {
    const batch = payloads.slice(from, from + BATCH);
    const faults = await judgeBatch(stage, from, batch.length);
    for (const [index, payload] of batch.entries()) {
      judged.push({ payload, faults: faults[index] ?? [] });
      onStep();
    }
  }
  return judged;
}

/** Where something happened that belongs to no payload yet, each is judged alone on a fresh page. */
async function judgeBatch(stage: Stage, from: number, count: number): Promise<readonly (readonly string[])[]> {
  const { faults, late } = await stage.judge(from, from + count);
  if (late.length === 0) return faults;
  await stage.open();
  if (count === 1) return [[...(faults[0] ?? []), ...late]];
  const alone: (readonly string[])[] = [];
  for (let index = from; index < from + count; index++) alone.push(...(await judgeBatch(stage, index, 1)));
  if (alone.every((each) => each.length === 0)) alone[0] = late.map((what) => `somewhere from here on: ${what}`);
  return alone;
}

async function pictures(stage: Stage, judged: readonly Judged[]): Promise<readonly Picture[]> {
  const taken: Picture[] = [];
  for (let from = 0; from < judged.length;) {
    const { image, count } = await stage.picture(from);
    taken.push({ image, judged: judged.slice(from, from + count) });
    from += count;
  }
  return taken;
}
