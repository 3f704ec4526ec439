import type { DeskOptions } from '../../config/options.js';
import type { SessionView } from '../../desk/handles.js';
import type { Content } from '../../domain/message.js';
import { mayI, type SendRefusal, type SendRules } from '../../domain/send-rules.js';
import type { TemplateDefinition } from '../../domain/template.js';
import { textSize, type TextLimit } from '../../domain/text-size.js';
import { mediaContent, takesCaption } from './attachment-rules.js';
import type { TrayItem } from './attachment-tray.js';
import { notificationSize } from './default-notification.js';

/** From this part of a limit on its counter is shown. */
const NEAR = 0.9;

/** How far a text has come in the limit that it meets first. */
export interface Fill {
  readonly unit: TextLimit['unit'];
  readonly used: number;
  readonly max: number;
  readonly state: 'far' | 'near' | 'over';
}

/** What holds for sending in a session now; the desk's own limit of bytes counts where it is the lower one. */
export function rulesOf(view: SessionView, options: DeskOptions): SendRules {
  const { limits } = view.capabilities;
  return {
    ...view.capabilities,
    limits: { ...limits, textBytes: Math.min(limits.textBytes, options.maxTextMessageSize) },
    phase: view.session.phase,
    window: view.windowPhase,
  };
}

/** How full the limit is that `text` comes nearest to. */
export function fillOf(text: string, { limits }: SendRules, isCaption: boolean): Fill {
  const all: TextLimit[] = isCaption
    ? [{ unit: 'characters', max: limits.captionCharacters }]
    : [
        { unit: 'bytes', max: limits.textBytes },
        { unit: 'characters', max: limits.textCharacters },
      ];
  const fills = all.map(({ unit, max }) => ({ unit, max, used: textSize(text, unit) }));
  return withState(fills.reduce((a, b) => (b.used / b.max > a.used / a.max ? b : a)));
}

/** How full a notification is with `text` in it. */
export function notificationFill(text: string, definition: TemplateDefinition): Fill {
  return withState({ unit: 'characters', ...notificationSize(text, definition) });
}

function withState(size: Omit<Fill, 'state'>): Fill {
  const part = size.used / size.max;
  return { ...size, state: part > 1 ? 'over' : part >= NEAR ? 'near' : 'far' };
}

/** The messages that text and files make, in order: the text goes with the first file that can carry it, else first. */
export function contentsOf(text: string, files: readonly TrayItem[]): readonly Content[] {
  const carrier = text.trim() === '' ? undefined : files.find(({ kind }) => takesCaption(kind));
  const media = files.flatMap((item) =>
    item.media ? [mediaContent(item.kind, item.media, item === carrier ? text : '')] : [],
  );
  const alone: readonly Content[] = text.trim() === '' || carrier ? [] : [{ kind: 'text', body: text }];
  return [...alone, ...media];
}

/** Why `contents` may not go now, if so. */
export function refusalOf(contents: readonly Content[], rules: SendRules): SendRefusal | undefined {
  if (contents.length === 0) return mayI({ kind: 'text', body: '' }, rules).ok ? undefined : 'empty';
  for (const content of contents) {
    const verdict = mayI(content, rules);
    if (!verdict.ok) return verdict.reason;
  }
  return undefined;
}
