import type { RefusalCode } from '../../protocol/commands.js';
import { characterCount } from '../../domain/text-size.js';

/** Why a content may not be sent: `message` names the part, the rule and what came. */
export interface ContentProblem {
  readonly code: RefusalCode;
  readonly message: string;
}

export function invalid(message: string): ContentProblem {
  return { code: 'invalid', message };
}

/** One rule about one text. */
export interface TextRule {
  readonly part: string;
  readonly text: string | undefined;
  readonly max: number;
  readonly required?: boolean;
}

/** WhatsApp counts characters, not bytes. */
export function checkText({ part, text, max, required }: TextRule): ContentProblem | undefined {
  if (text === undefined || text === '') return required ? invalid(`${part} must not be empty.`) : undefined;
  const count = characterCount(text);
  if (count <= max) return undefined;
  return { code: 'limit-exceeded', message: `${part} has ${count} characters, at most ${max} are allowed.` };
}

/** The first problem of several checks. */
export function firstProblem(checks: readonly (ContentProblem | undefined)[]): ContentProblem | undefined {
  return checks.find((problem) => problem !== undefined);
}
