import type { DeskOptions } from '../../config/options.js';
import type { SessionView } from '../../desk/handles.js';
import type { Content } from '../../domain/message.js';
import type { TemplateDefinition } from '../../domain/template.js';
import { placeholdersOf, templateText } from '../../domain/template-text.js';
import { characterCount } from '../../domain/text-size.js';

/** How many characters a notification's text may have with its values (Cloud API, message templates). */
const TEXT_MAX = 1024;

type TemplateContent = Extract<Content, { kind: 'template' }>;

/** The template inside which what is typed past the service window goes out; nothing where that is off or not set up (SPEC C7). */
export function defaultNotification(
  { sendMode, capabilities }: SessionView,
  { freeMessageMonitoring, ...options }: DeskOptions,
): TemplateDefinition | undefined {
  const { defaultNotificationId: name, defaultNotificationLanguage: language, defaultNotificationText: text } = options;
  const isWanted = freeMessageMonitoring && sendMode === 'notification-only';
  if (!isWanted || !capabilities.features.includes('templates') || name === '' || language === '') return undefined;
  const [placeholder, ...others] = placeholdersOf(text);
  if (placeholder !== '1' || others.length > 0) return undefined;
  return {
    name,
    language,
    category: 'other',
    status: 'approved',
    parameters: 'positional',
    body: { text },
    buttons: [],
  };
}

/** What was typed, inside the default notification. */
export function notificationOf(text: string, definition: TemplateDefinition): TemplateContent {
  const { name, language } = definition;
  return {
    kind: 'template',
    template: { name, language, definition, body: [{ kind: 'text', text: text.trim() }] },
  };
}

/** The size of the combined text, and how large it may be. */
export function notificationSize(text: string, definition: TemplateDefinition): { used: number; max: number } {
  return { used: characterCount(templateText(notificationOf(text, definition).template)), max: TEXT_MAX };
}

/** `text` as WhatsApp takes it in a template's parameter (SPEC D5): no line break, no tab, at most four spaces in a row. */
export function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*[\n\r\t]\s*/g, ' ')
    .replace(/ {5,}/g, '    ');
}
