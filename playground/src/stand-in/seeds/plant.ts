import type { StandInParts } from '../parts.js';
import { SEED_CONTACTS } from './contacts.js';
import { SEED_TEMPLATES } from './templates.js';

/** Gives a new data file its people and templates; an old one keeps what it has. */
export function plantSeeds({ sql, meta, contacts, templates }: StandInParts): void {
  if (meta.get<boolean>('planted')) return;
  sql.transaction(() => {
    for (const contact of SEED_CONTACTS) contacts.save(contact);
    for (const template of SEED_TEMPLATES) templates.save(template);
    meta.set('planted', true);
  });
}
