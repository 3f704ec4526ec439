import type { Content } from '../../domain/message.js';
import type { AgentDriver } from './agent-driver.js';
import type { ContactDriver } from './contact-driver.js';
import type { Script } from './simulator.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nobody has written yet; the agent is ready. */
export const quietDesk: Script = ({ agent }) => {
  agent.becomesReady();
};

const SEND_OR_FETCH: Content = {
  kind: 'interactive',
  interactive: {
    body: 'How would you like to get it?',
    footer: 'You can change it until 12:00',
    action: {
      kind: 'buttons',
      buttons: [
        { id: 'express', title: 'Send it express' },
        { id: 'pickup', title: 'Pick it up' },
        { id: 'refund', title: 'Refund' },
      ],
    },
  },
};

function talkAboutBlack(agent: AgentDriver, mara: ContactDriver): void {
  agent.becomesReady();
  mara.writes('Hi, is the Nordlicht Pro also there in black?');
  const earlier = agent.accepts();
  agent.sends(earlier, 'It is! From 3 November on, 80 lux.');
  mara.writes('Great, thank you 🙏');
  agent.finishes(earlier);
}

/** Mara misses a part of her order: an earlier session, pictures, a location, a template and choices. */
export const missingPart: Script = (simulator) => {
  const { agent } = simulator;
  const mara = simulator.contact('Mara Lindqvist');
  simulator.ago(12 * DAY, () => {
    talkAboutBlack(agent, mara);
  });
  const sessionId = simulator.ago(25 * MINUTE, () => {
    mara.writes('Hi! My order *LN-48213* came today, but something is missing 😕', {
      caseData: { Order: 'LN-48213', Priority: 'High' },
    });
    return agent.accepts();
  });
  simulator.ago(23 * MINUTE, () => {
    mara.sendsImage({ caption: 'This is all that was in the box' });
  });
  const choice = simulator.ago(22 * MINUTE, () => {
    agent.sends(
      sessionId,
      "Good morning Mara, I'm sorry about that. I've checked with the warehouse: the *front light* is missing.",
    );
    return agent.sends(sessionId, SEND_OR_FETCH);
  });
  simulator.ago(20 * MINUTE, () => {
    mara.chooses(choice, 'express');
    mara.sendsLocation({
      coordinates: { latitude: 52.5058, longitude: 13.3202 },
      name: 'Home',
      address: 'Kantstraße 12, Berlin',
    });
  });
  const promise = simulator.ago(18 * MINUTE, () => agent.sends(sessionId, 'We send it today, no charge.'));
  simulator.ago(17 * MINUTE, () => {
    mara.reacts(promise, '🙌');
    mara.sendsVoice(12);
  });
  mara.writes('And can I pay the difference for the Pro by card?', { replyTo: promise });
};

/** Three customers at once: one in talk, one waiting for long, one on offer. */
export const busyMorning: Script = (simulator) => {
  missingPart(simulator);
  const { agent } = simulator;
  const tomas = simulator.contact('Tomás Ferreira');
  const second = simulator.ago(4 * MINUTE, () => {
    tomas.writes('Olá! The invoice has the wrong address.');
    return agent.accepts();
  });
  simulator.ago(3 * MINUTE, () => {
    agent.sends(second, 'Olá Tomás, could you send me the right one?');
    tomas.sendsDocument({ fileName: 'Fatura LN-48377.pdf', caption: 'This is the old one' });
  });
  simulator.ago(2 * MINUTE, () => {
    tomas.writes('Hello?? Is anybody there?');
  });
  simulator.contact('Aiko Tanaka').writes('こんにちは、サイズについて質問があります。');
};

/** Noah wrote yesterday: only a notification can go now. */
export const closedWindow: Script = (simulator) => {
  const { agent } = simulator;
  const noah = simulator.contact('Noah Brandt');
  simulator.ago(26 * HOUR, () => {
    agent.becomesReady();
    noah.writes('When will the 80 lux version be back?');
    const sessionId = agent.accepts();
    agent.sends(sessionId, 'I will ask the warehouse and write to you.');
  });
};

/** The window of Ben closes in 14 minutes. */
export const closingWindow: Script = (simulator) => {
  const { agent } = simulator;
  simulator.ago(DAY - 14 * MINUTE, () => {
    agent.becomesReady();
    simulator.contact('Ben Okafor').writes('Can I still change the colour?');
    agent.accepts();
  });
};

/** What goes wrong: a message that failed, and one of which nobody knows whether WhatsApp took it. */
export const troubledSends: Script = (simulator) => {
  const { agent, faults } = simulator;
  simulator.ago(5 * MINUTE, () => {
    agent.becomesReady();
    simulator.contact('Leila Haddad').writes('مرحبا، أين طلبي؟');
    const sessionId = agent.accepts();
    faults.answerNextSend({ type: 'failed', problem: { code: 131026, title: 'Message undeliverable' } });
    agent.sends(sessionId, 'Hello Leila, your parcel is in Beirut.');
    faults.answerNextSend({ type: 'unknown' });
    agent.sends(sessionId, 'It arrives tomorrow before noon.');
  });
};
