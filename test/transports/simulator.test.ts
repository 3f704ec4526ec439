import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { parseEnvelope, parseWelcome } from '../../src/protocol/index.js';
import type { Link, Notice } from '../../src/protocol/transport.js';
import {
  busyMorning,
  closedWindow,
  closingWindow,
  createSimulator,
  DEMO_TEMPLATES,
  ManualClock,
  missingPart,
  pdfPage,
  pngPicture,
  quietDesk,
  Random,
  troubledSends,
  wavVoice,
  type Script,
  type Simulator,
  type SimulatorOptions,
} from '../../src/transports/simulator/index.js';
import { serviceWindowPhase } from '../../src/domain/service-window.js';

interface Opened {
  readonly simulator: Simulator;
  readonly link: Link;
  readonly notices: Notice[];
}

async function opened(options: SimulatorOptions = {}): Promise<Opened> {
  const simulator = createSimulator({ clock: new ManualClock(), script: quietDesk, ...options });
  const notices: Notice[] = [];
  const link = await simulator.transport.open({
    credentials: () => Promise.resolve('any'),
    signal: new AbortController().signal,
    sink: (notice) => notices.push(notice),
  });
  return { simulator, link, notices };
}

function statusesIn(notices: readonly Notice[]): readonly string[] {
  return notices.flatMap((notice) =>
    notice.type === 'event' && notice.envelope.event.type === 'message.delivery'
      ? [notice.envelope.event.delivery.status]
      : [],
  );
}

describe('the simulator', () => {
  it('lets statuses rise as time goes by', async () => {
    const { simulator, notices } = await opened();
    simulator.contact('Mara Lindqvist').writes('Hi');
    const sessionId = simulator.agent.accepts();
    simulator.agent.sends(sessionId, 'Good morning');
    assert.deepEqual(statusesIn(notices), ['sending']);
    simulator.advance(60_000);
    assert.deepEqual(statusesIn(notices), ['sending', 'accepted', 'sent', 'delivered', 'read']);
  });

  it('lets a contact read only when the script says so, where the pace has no reading', async () => {
    const { simulator, notices } = await opened({ pace: { read: undefined } });
    const mara = simulator.contact('Mara Lindqvist');
    mara.writes('Hi');
    simulator.agent.sends(simulator.agent.accepts(), 'Good morning');
    simulator.advance(60_000);
    assert.equal(statusesIn(notices).at(-1), 'delivered');
    mara.reads();
    assert.equal(statusesIn(notices).at(-1), 'read');
  });

  it('gives the answer of WhatsApp that a script asks for', async () => {
    const { simulator, notices } = await opened();
    simulator.contact('Mara Lindqvist').writes('Hi');
    const sessionId = simulator.agent.accepts();
    simulator.faults.answerNextSend({ type: 'failed', problem: { code: 131026 } });
    simulator.agent.sends(sessionId, 'one');
    simulator.faults.answerNextSend({ type: 'unknown' });
    simulator.agent.sends(sessionId, 'two');
    simulator.advance(60_000);
    assert.deepEqual(statusesIn(notices), ['sending', 'failed', 'sending', 'unknown']);
  });

  it('lets an offer that nobody takes expire', async () => {
    const { simulator, notices } = await opened();
    simulator.contact('Mara Lindqvist').writes('Hi');
    simulator.advance(30_000);
    const types = notices.flatMap((notice) => (notice.type === 'event' ? [notice.envelope.event.type] : []));
    assert.deepEqual(types, ['offer.made', 'offer.withdrawn']);
  });

  it('fetches media after a while, and then they can be loaded', async () => {
    const { simulator, link } = await opened();
    simulator.contact('Mara Lindqvist').sendsImage({ caption: 'Look' });
    simulator.agent.accepts();
    const image = async () => {
      const { sessions } = await link.sync({ streams: {} });
      const content = sessions[0]?.messages[0]?.content;
      assert.ok(content?.kind === 'image');
      return content.media;
    };
    assert.equal((await image()).source.kind, 'provider');
    simulator.advance(1000);
    const media = await image();
    assert.equal(media.source.kind, 'stored');
    const lease = await link.media(media, 'full');
    assert.match(lease.url, /^blob:/);
    lease.release();
    simulator.faults.inject('lose-media');
    await assert.rejects(link.media(media, 'full'), { code: 'media-unavailable' });
  });

  it('lets a contact choose, react, edit, delete and type', async () => {
    const { simulator, link, notices } = await opened();
    const mara = simulator.contact('Mara Lindqvist');
    const first = mara.writes('tpyo');
    const sessionId = simulator.agent.accepts();
    const question = simulator.agent.sends(sessionId, {
      kind: 'interactive',
      interactive: { body: 'Well?', action: { kind: 'buttons', buttons: [{ id: 'y', title: 'Yes' }] } },
    });
    simulator.advance(5000);
    mara.chooses(question, 'y');
    mara.reacts(question, '👍');
    mara.edits(first, 'typo');
    mara.revokes(first);
    mara.types();
    const [session] = (await link.sync({ streams: {} })).sessions;
    const [typo, asked, chosen] = session!.messages;
    assert.deepEqual(typo?.content, { kind: 'text', body: 'typo' });
    assert.ok(typo.revokedAt);
    assert.deepEqual(
      asked?.reactions?.map(({ emoji }) => emoji),
      ['👍'],
    );
    assert.deepEqual(chosen?.content, { kind: 'choice', of: 'button', id: 'y', title: 'Yes' });
    assert.equal(chosen.quote?.messageId, question);
    assert.deepEqual(notices.at(-1), { type: 'news', news: { type: 'contact.typing', sessionId } });
    assert.throws(() => mara.chooses(question, 'no such choice'), /offers no "no such choice"; it offers Yes/);
  });

  it('refuses, loses and reports as a script asks', async () => {
    const { simulator, link, notices } = await opened();
    simulator.faults.refuseNext('at-capacity');
    const ready = { type: 'presence.set', id: 'p', ready: false } as const;
    assert.deepEqual(await link.execute(ready), {
      type: 'refused',
      code: 'at-capacity',
      message: 'Injected.',
      retryable: false,
    });
    simulator.faults.inject('lose-command');
    assert.equal((await link.execute(ready)).type, 'unconfirmed');
    assert.ok(!notices.some((notice) => notice.type === 'event'));
    assert.equal((await link.execute(ready)).type, 'done');
    simulator.faults.inject('fail-to-connect');
    const again = simulator.transport.open({
      credentials: () => Promise.resolve(),
      signal: new AbortController().signal,
      sink: () => undefined,
    });
    await assert.rejects(again, { code: 'transport-lost' });
  });

  it('takes its time where it has latency, and keeps the order', async () => {
    const { simulator, link, notices } = await opened({ latency: { min: 50, max: 400 } });
    simulator.contact('Mara Lindqvist').writes('Hi');
    simulator.agent.accepts();
    assert.equal(notices.length, 0);
    simulator.advance(1000);
    const types = notices.flatMap((notice) => (notice.type === 'event' ? [notice.envelope.event.type] : []));
    assert.deepEqual(types, ['offer.made', 'session.assigned', 'agent.joined']);
    let outcome: string | undefined;
    void link.execute({ type: 'presence.set', id: 'p', ready: false }).then(({ type }) => (outcome = type));
    await Promise.resolve();
    assert.equal(outcome, undefined);
    simulator.advance(1000);
    await Promise.resolve();
    assert.equal(outcome, 'done');
  });

  it('lets nothing happen any more once it is stopped', async () => {
    const { simulator, notices } = await opened();
    simulator.contact('Mara Lindqvist').writes('Hi');
    simulator.stop();
    const told = notices.length;
    assert.deepEqual(notices.at(-1), { type: 'lost', cause: 'the simulator was stopped' });
    simulator.advance(600_000);
    assert.equal(notices.length, told);
  });

  it('can only be advanced when its clock stands still by itself', () => {
    const simulator = createSimulator();
    assert.throws(
      () => {
        simulator.advance(1);
      },
      { code: 'config-invalid' },
    );
    simulator.stop();
  });
});

describe('the demo scripts', () => {
  const scripts: readonly Script[] = [quietDesk, missingPart, busyMorning, closedWindow, closingWindow, troubledSends];
  for (const script of scripts) {
    it(`play ${script.name} to something that fits the protocol, the same for the same seed`, async () => {
      const one = await opened({ script, seed: 7 });
      const two = await opened({ script, seed: 7 });
      const parsed = parseWelcome(JSON.parse(JSON.stringify(one.link.welcome)));
      assert.deepEqual(parsed, { ok: true, value: one.link.welcome });
      assert.deepEqual(one.link.welcome, two.link.welcome);
      one.simulator.advance(20_000);
      const events = one.notices.flatMap((notice) => (notice.type === 'event' ? [notice.envelope] : []));
      for (const envelope of events) assert.ok(parseEnvelope(JSON.parse(JSON.stringify(envelope))).ok);
    });
  }

  const phases = [
    { script: missingPart, phase: 'open' },
    { script: closingWindow, phase: 'near' },
    { script: closedWindow, phase: 'closed' },
  ] as const;
  for (const { script, phase } of phases) {
    it(`leave the service window ${phase} in ${script.name}`, async () => {
      const { link, simulator } = await opened({ script });
      const [session] = link.welcome.sessions;
      assert.equal(serviceWindowPhase(session!.session.window, simulator.now()), phase);
    });
  }

  it('have templates to choose from, those that cannot be sent now last', async () => {
    const { link } = await opened({ script: missingPart });
    const sessionId = link.welcome.sessions[0]!.session.id;
    const page = await link.query({ type: 'templates', sessionId, limit: 50 });
    assert.equal(page.templates.length, DEMO_TEMPLATES.length);
    const sendable = page.templates.map(({ status }) => status === undefined || status === 'approved');
    assert.deepEqual(
      sendable,
      [...sendable].sort((a, b) => Number(b) - Number(a)),
    );
    assert.ok(!sendable.at(-1));
  });
});

describe('files made in code', () => {
  async function bytes(blob: Blob): Promise<Buffer> {
    return Buffer.from(await blob.arrayBuffer());
  }

  it('are a PNG of the asked size that a decoder takes', async () => {
    const { inflateSync } = await import('node:zlib');
    const png = await bytes(pngPicture(new Random(1), { width: 40, height: 30 }));
    assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [40, 30]);
    const at = png.indexOf('IDAT');
    const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    assert.equal(inflateSync(data).length, 30 * 41);
  });

  it('are a WAV of the asked length, with its waveform', async () => {
    const { blob, waveform } = wavVoice(new Random(1), 2);
    const wav = await bytes(blob);
    assert.equal(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 16), 'RIFFWAVEfmt ');
    assert.equal(wav.readUInt32LE(40), 16_000);
    assert.ok(waveform.every((loudness) => loudness >= 0 && loudness <= 100));
  });

  it('are a PDF whose table points at its objects', async () => {
    const pdf = (await bytes(pdfPage('Invoice (1) Ä'))).toString('latin1');
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    assert.ok(pdf.startsWith('xref', table));
    const third = Number(pdf.slice(table).split('\n')[5]?.slice(0, 10));
    assert.ok(pdf.startsWith('3 0 obj', third));
    assert.ok(pdf.includes('Invoice \\(1\\) ?'));
  });
});
