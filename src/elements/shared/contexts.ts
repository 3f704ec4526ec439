import { createContext } from '@lit/context';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import type { Strings } from '../../i18n/strings.js';

/** The desk that stands around an element; the key is shared by two copies and carries the version of its shape. */
export const deskContext = createContext<DeskHandle | undefined>(Symbol.for('wa-desk/desk/1'));

/** The session that stands around an element. */
export const sessionContext = createContext<SessionHandle | undefined>(Symbol.for('wa-desk/session/1'));

/** The words that elements show. */
export const stringsContext = createContext<Strings>(Symbol.for('wa-desk/strings/1'));
