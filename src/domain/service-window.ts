/** WhatsApp lets agents write freely for this long after the contact's last message or call. */
export const SERVICE_WINDOW_MS = 24 * 60 * 60 * 1000;

/** From here on the end of the window is told to the agent. */
export const SERVICE_WINDOW_NEAR_MS = 60 * 60 * 1000;

/** The server's word about the window; a client's clock only predicts its end. */
export interface ServiceWindow {
  /** Epoch milliseconds of the contact's last message that opens the window. */
  readonly openedAt?: number;
  /** Epoch milliseconds; absent when the contact has never written, or when WhatsApp said that it is closed. */
  readonly closesAt?: number;
  /** `whatsapp`: WhatsApp refused a message (131047) although the clock said open. */
  readonly closedBy?: 'clock' | 'whatsapp';
}

export type ServiceWindowPhase = 'open' | 'near' | 'closed';

/** The window that a contact's message at `at` (epoch milliseconds) opens or renews; an older message changes nothing. */
export function openServiceWindow(current: ServiceWindow, at: number): ServiceWindow {
  if (current.openedAt !== undefined && current.openedAt >= at) return current;
  return { openedAt: at, closesAt: at + SERVICE_WINDOW_MS };
}

/** The window after WhatsApp said that it is closed: it stays so until the contact writes again. */
export function closeServiceWindow(current: ServiceWindow): ServiceWindow {
  return current.openedAt === undefined
    ? { closedBy: 'whatsapp' }
    : { openedAt: current.openedAt, closedBy: 'whatsapp' };
}

/** How the window stands at `now` (epoch milliseconds, server clock). */
export function serviceWindowPhase(window: ServiceWindow, now: number): ServiceWindowPhase {
  if (window.closesAt === undefined || now >= window.closesAt) return 'closed';
  return now >= window.closesAt - SERVICE_WINDOW_NEAR_MS ? 'near' : 'open';
}
