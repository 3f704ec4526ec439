import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createDesk, type DeskHandle } from 'wa-desk/desk';
import { webSocketTransport } from 'wa-desk/transports/web-socket';
import { NoisyLine } from './support/noisy-line.js';
import { TestGateway } from './support/test-gateway.js';
import { inbound, text, webhook } from './support/webhooks.js';

/** Resolves when a desk shows what is waited for. */
function shows(desk: DeskHandle, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = desk.subscribe(look);
    look();
  });
}

describe('two windows of one agent', () => {
  let gateway: TestGateway;
  let desks: DeskHandle[];
  let lines: NoisyLine[];
  beforeEach(async () => {
    gateway = await TestGateway.start();
    desks = [];
    lines = [];
  });
  afterEach(async () => {
    await Promise.all(desks.map((desk) => desk.stop('logout')));
    await gateway.stop();
  });

  function open(): DeskHandle {
    const line = new NoisyLine();
    lines.push(line);
    const desk = createDesk(webSocketTransport({ url: gateway.url, WebSocket: line.WebSocket }), {
      credentials: () => gateway.token('ana'),
      storage: 'memory',
      // It comes back when the test says so.
      random: () => 0.999,
    });
    desks.push(desk);
    desk.start();
    return desk;
  }

  /** Both windows with the session of a contact who has just written. */
  async function talking() {
    const [writer, closer] = [open(), open()];
    const all = [writer, closer];
    await Promise.all(all.map((desk) => shows(desk, () => desk.snapshot.connection.state === 'online')));
    await writer.setPresence({ ready: true });
    await gateway.deliver(webhook(inbound('wamid.1', text('Hello'))));
    await shows(writer, () => writer.snapshot.offers.length === 1);
    writer.acceptOffer(writer.snapshot.offers[0]!.offer.id);
    await Promise.all(all.map((desk) => shows(desk, () => desk.snapshot.sessions.length === 1)));
    const handle = writer.snapshot.sessions[0]!;
    const { capabilities } = handle.snapshot;
    if (capabilities.dispositionRequired) await handle.setDisposition(capabilities.dispositions[0]!.code);
    return { writer, closer, handle };
  }

  it('tell of what was written in one, cut off, while the other ended the session', async () => {
    const { writer, closer, handle } = await talking();
    lines[0]!.cut();
    const id = await handle.send({ kind: 'text', body: 'last words' });
    assert.equal((await closer.snapshot.sessions[0]!.done()).type, 'done');
    writer.reconnect();
    await shows(writer, () => writer.snapshot.unsent.length === 1);
    const [group] = writer.snapshot.unsent;
    assert.deepEqual(
      group?.messages.map(({ messageId, state }) => [messageId, state]),
      [[id, 'not-sent']],
    );
    assert.equal(gateway.graph.messages.length, 0);

    await gateway.deliver(webhook(inbound('wamid.2', text('Are you there?'))));
    await shows(writer, () => writer.snapshot.offers.some(({ state }) => state === 'ringing'));
    writer.acceptOffer(writer.snapshot.offers[0]!.offer.id);
    await shows(writer, () => writer.snapshot.unsent[0]?.openSessionId !== undefined);
    const sent = gateway.graph.nextMessage();
    await Promise.all([writer.sendUnsent(id), writer.sendUnsent(id)]);
    await sent;
    assert.deepEqual(writer.snapshot.unsent, []);
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('send one message of a draft that both send', async () => {
    const { writer, closer, handle } = await talking();
    const other = closer.snapshot.sessions[0]!;
    const sent = gateway.graph.nextMessage();
    const content = { kind: 'text', body: 'twice' } as const;
    await Promise.all([handle.send(content, { id: 'd1' }), other.send(content, { id: 'd1' })]);
    await sent;
    await Promise.all([
      shows(writer, () => handle.snapshot.outbox.length === 0),
      shows(closer, () => other.snapshot.outbox.length === 0),
    ]);
    assert.equal(gateway.graph.messages.length, 1);
    assert.equal(handle.transcript.size, 2);
  });
});
