import { existsSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { GatewayStage } from './gateway/gateway-stage.js';
import { expectedOf } from './expect.js';
import type { InboundStage } from './inbound-stage.js';
import { parserStage } from './parser-stage.js';
import { collect, type Payload } from './payload.js';
import { Progress } from './progress.js';
import { reportPage, type Judged } from './report.js';
import { checkRoundTrip } from './round-trip.js';
import { checkTemplateForm } from './template-stage.js';
import { both, failed, passed, skipped, type Verdict } from './verdict.js';

const USAGE = `Usage: npm run corpus -- DIR [--report FILE.html]

Takes every WhatsApp Cloud API payload below DIR (by its INDEX.tsv, or by shape where there is none): webhooks must come
out as WhatsApp documents them, requests, templates, answers and errors must come back from the domain whole, and every
template must be one that the editor fills in and WhatsApp's side then takes.
`;

interface Arguments {
  readonly folder: string;
  readonly report?: string;
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { report: { type: 'string' } } });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return giveUp(USAGE);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return giveUp(`There is no folder ${folder}.\n`);
    return values.report === undefined ? { folder } : { folder, report: values.report };
  } catch (failure) {
    return giveUp(`${(failure as Error).message}\n${USAGE}`);
  }
}

function giveUp(message: string): never {
  process.stderr.write(message);
  process.exit(2);
}

async function judge(payload: Payload, stages: readonly InboundStage[]): Promise<Verdict> {
  if (payload.kind !== 'inbound-webhook') return both(checkRoundTrip(payload), checkTemplateForm(payload.json));
  const expected = expectedOf(payload.json);
  if (expected.length === 0) return skipped('no webhook: it tells nothing that WhatsApp documents');
  const reasons: string[] = [];
  for (const stage of stages)
    reasons.push(...(await stage.check(payload, expected)).map((reason) => `${stage.name}: ${reason}`));
  return reasons.length > 0 ? failed(reasons) : passed();
}

async function judgeAll(payloads: readonly Payload[], stages: readonly InboundStage[]): Promise<readonly Judged[]> {
  const progress = new Progress(payloads.length);
  const judged: Judged[] = [];
  for (const payload of payloads) {
    const verdict = await guarded(payload, stages);
    judged.push({ payload, verdict, picture: await pictureOf(payload, stages) });
    progress.step();
  }
  progress.end();
  return judged;
}

/** A payload on which the product throws has failed; the others are still to be judged. */
async function guarded(payload: Payload, stages: readonly InboundStage[]): Promise<Verdict> {
  try {
    return await judge(payload, stages);
  } catch (failure) {
    return failed([`threw ${String(failure)}`]);
  }
}

async function pictureOf(payload: Payload, stages: readonly InboundStage[]): Promise<Uint8Array | undefined> {
  for (const stage of stages.toReversed()) {
    const picture = await stage.picture?.(payload);
    if (picture) return picture;
  }
  return undefined;
}

function print(name: string, { outcome, reasons, notes }: Verdict): void {
  if (outcome !== 'passed') process.stdout.write(`${outcome}  ${name}\n`);
  else if (notes.length > 0) process.stdout.write(`noted   ${name}\n`);
  for (const line of [...reasons, ...notes]) process.stdout.write(`          ${line}\n`);
}

async function main({ folder, report }: Arguments): Promise<void> {
  const { payloads, unread } = collect(folder);
  const webhooks = payloads.filter(({ kind }) => kind === 'inbound-webhook');
  const stages: readonly InboundStage[] =
    webhooks.length > 0 ? [parserStage, new GatewayStage({ pictures: report !== undefined })] : [];
  try {
    for (const stage of stages) await stage.open(webhooks);
    const judged = await judgeAll(payloads, stages);
    for (const { payload, verdict } of judged) print(payload.name, verdict);
    for (const { name, reason } of unread) print(name, skipped(reason));
    if (report !== undefined) writeFileSync(report, reportPage(judged, unread));
    conclude(judged, unread.length);
  } finally {
    for (const stage of stages.toReversed()) await stage.close();
  }
}

function conclude(judged: readonly Judged[], unread: number): void {
  const count = (outcome: Verdict['outcome']) => judged.filter(({ verdict }) => verdict.outcome === outcome).length;
  const failures = count('failed');
  process.stdout.write(
    `${String(count('passed'))} passed, ${String(failures)} failed, ${String(count('skipped') + unread)} skipped\n`,
  );
  process.exitCode = failures > 0 || judged.length === 0 ? 1 : 0;
}

await main(readArguments());
