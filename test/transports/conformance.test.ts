import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { WaError } from '../../src/domain/errors.js';
import type { EventEnvelope } from '../../src/protocol/events.js';
import type { Link, Notice, Transport } from '../../src/protocol/transport.js';
import { conformanceTests, type TransportUnderTest } from '../../src/transports/conformance/index.js';
import { simulatorUnderTest } from './simulator-under-test.js';

/** A transport that does one thing otherwise than the one behind it. */
interface Breakage {
  notice?(notice: Notice, tell: (notice: Notice) => void): void;
  link?(link: Link): Partial<Link>;
  opens?(open: () => Promise<Link>): Promise<Link>;
}

function broken(transport: Transport, { notice, link, opens }: Breakage): Transport {
  return {
    open: (init) => {
      const tell = init.sink.bind(init);
      const sink = notice
        ? (told: Notice) => {
            notice(told, tell);
          }
        : tell;
      const open = async () => {
        const opened = await transport.open({ ...init, credentials: () => init.credentials(), sink });
        const whole: Link = {
          welcome: opened.welcome,
          sync: opened.sync.bind(opened),
          execute: opened.execute.bind(opened),
          query: opened.query.bind(opened),
          upload: opened.upload.bind(opened),
          media: opened.media.bind(opened),
          close: opened.close.bind(opened),
        };
        return { ...whole, ...link?.(opened) };
      };
      return opens ? opens(open) : open();
    },
  };
}

function subject(breakage: Breakage): TransportUnderTest {
  const sound = simulatorUnderTest({ min: 0, max: 0 });
  return {
    start: async () => {
      const backend = await sound.start();
      return { ...backend, transport: broken(backend.transport, breakage) };
    },
  };
}

function changed(change: (envelope: EventEnvelope) => EventEnvelope): Breakage {
  return {
    notice: (notice, tell) => {
      tell(notice.type === 'event' ? { ...notice, envelope: change(notice.envelope) } : notice);
    },
  };
}

let repeats = 0;

const breakages: readonly { readonly what: string; readonly breakage: Breakage; readonly found: RegExp }[] = [
  {
    what: 'speaks another version',
    breakage: { link: ({ welcome }) => ({ welcome: { ...welcome, protocol: 99 } }) },
    found: /welcomes the agent/,
  },
  {
    what: 'does not say which command caused an event',
    breakage: changed(({ causeId: _, ...envelope }) => envelope),
    found: /echoes a message/,
  },
  {
    what: 'gives a command a new id each time',
    breakage: {
      link: (link) => ({
        execute: (command) => {
          repeats += 1;
          return link.execute({ ...command, id: `${command.id}-${repeats}` });
        },
      }),
    },
    found: /does a command once/,
  },
  {
    what: 'numbers events by twos',
    breakage: changed((envelope) => ({ ...envelope, seq: envelope.seq * 2 })),
    found: /keeps the order/,
  },
  {
    what: 'repeats an event under a new number',
    breakage: changed((envelope) => ({ ...envelope, seq: (repeats += 1) })),
    found: /comes twice/,
  },
  {
    what: 'has nothing to give after a lost connection',
    breakage: {
      link: (link) => ({
        sync: async (from) => ({ ...(await link.sync(from)), events: [] }),
      }),
    },
    found: /gives what was missed/,
  },
  {
    what: 'does not tell the loss of the connection',
    breakage: {
      notice: (notice, tell) => {
        if (notice.type !== 'lost') tell(notice);
      },
    },
    found: /gives what was missed/,
  },
  {
    what: 'says done where nobody knows',
    breakage: {
      link: (link) => ({
        execute: async (command) => {
          const outcome = await link.execute(command);
          return outcome.type === 'unconfirmed' ? { type: 'done', value: undefined } : outcome;
        },
      }),
    },
    found: /answers unconfirmed/,
  },
  {
    what: 'refuses credentials with an error that nobody can act on',
    breakage: {
      opens: async (open) => {
        try {
          return await open();
        } catch (error) {
          throw new WaError('transport-fatal', String(error));
        }
      },
    },
    found: /asks for credentials/,
  },
  {
    what: 'goes on talking after it was closed',
    breakage: { link: () => ({ close: () => Promise.resolve() }) },
    found: /says nothing any more/,
  },
];

/** Telling that something does not come takes the whole patience of the kit; other failures show at once. */
const names = (found: RegExp) => conformanceTests().filter(({ name }) => found.test(name));

describe('the conformance kit', () => {
  for (const { what, breakage, found } of breakages) {
    it(`finds a transport that ${what}`, async () => {
      const [test, ...more] = names(found);
      assert.ok(test && more.length === 0, `one test is named like ${found}`);
      await assert.rejects(test.run(subject(breakage)), Error);
    });
  }

  it('says which faults a test needs, and fails with a hint where one is not there', async () => {
    const sound = simulatorUnderTest({ min: 0, max: 0 });
    const poor: TransportUnderTest = { start: async () => ({ ...(await sound.start()), faults: {} }) };
    const [test] = names(/gives what was missed/);
    assert.deepEqual(test?.needs, ['cutLink']);
    await assert.rejects(test.run(poor), /cannot cutLink: skip the tests that need it/);
  });

  it('has a name of its own for each promise', () => {
    const all = conformanceTests().map(({ name }) => name);
    assert.equal(new Set(all).size, all.length);
  });
});
