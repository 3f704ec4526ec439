import { createDesk } from '../../src/desk/index.js';
import type { DeskHandle } from '../../src/desk/handles.js';
import type { Link, Transport } from '../../src/protocol/transport.js';
import { createSimulator, missingPart } from '../../src/transports/simulator/index.js';

declare global {
  interface Window {
    /** The desk of this page, as soon as it is online and its storage is open. */
    desk?: Promise<DeskHandle>;
  }
}

/** A server that never answers a message, so that it stays in the outbox. */
function silent(transport: Transport): Transport {
  return {
    open: async (init) => {
      const link = await transport.open(init);
      return new Proxy(link, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (name !== 'execute') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          const execute: Link['execute'] = (command, options) =>
            command.type === 'message.send' ? new Promise(() => undefined) : target.execute(command, options);
          return execute;
        },
      });
    },
  };
}

async function started(): Promise<DeskHandle> {
  const desk = createDesk(silent(createSimulator({ script: missingPart }).transport));
  const isReady = new Promise<void>((resolve) => {
    desk.subscribe(() => {
      if (desk.snapshot.sessions.length > 0 && desk.snapshot.connection.state === 'online') resolve();
    });
  });
  desk.start();
  await isReady;
  return desk;
}

window.desk = started();
