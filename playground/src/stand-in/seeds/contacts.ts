import type { Contact } from '../store/contact-store.js';

const FRESH = { online: true, blocked: false, marketing: 'resume' } as const;

/** The people that a new stand-in begins with; the numbers are reserved for fiction. */
export const SEED_CONTACTS: readonly Contact[] = [
  { id: 'amara', name: 'Amara Okafor', phone: '12025550143', userId: 'US.13491208655302741918', ...FRESH },
  {
    id: 'zoe',
    name: 'Zoë Krüger 🌻',
    phone: '4917139200047',
    userId: 'DE.20914467380155629031',
    username: 'zoe.krueger',
    ...FRESH,
  },
  { id: 'noor', name: 'Noor Haddad', userId: 'GB.48120377915640028853', username: 'noor.haddad', ...FRESH },
];
