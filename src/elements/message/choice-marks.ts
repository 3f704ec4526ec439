import type { Content, Message } from '../../domain/message.js';
import type { MessageContext } from './message-context.js';
import type { ChoiceMark } from './structured-card.js';

/** Something that the contact can take. */
export interface ChoiceOption {
  readonly id?: string;
  readonly title: string;
}

/** Says of each option of a message whether the contact took it: by its id, else by its words. */
export type ChoiceMarks = (option: ChoiceOption) => ChoiceMark | undefined;

/** The contact's choices on `message`: the newest is chosen, those before it stay visible (SPEC B14, E3). */
export function choiceMarks(message: Message, context: MessageContext): ChoiceMarks {
  const choices = context.choicesOf(message);
  if (choices.length === 0) return () => undefined;
  const newest = choices.at(-1);
  return (option) => {
    const answer = choices.findLast(({ content }) => isTaken(content, option));
    if (!answer) return undefined;
    const time = context.time.time(answer.originAt);
    return {
      state: answer === newest ? 'chosen' : 'chosen-before',
      words: context.strings.transcript.chosenAt(time),
      time,
    };
  };
}

/** Does `answer` name this option? */
export function isTaken(answer: Content, option: ChoiceOption): boolean {
  if (answer.kind !== 'choice') return false;
  return answer.id !== undefined && option.id !== undefined ? answer.id === option.id : answer.title === option.title;
}

/** What a contact can choose from in a message. */
export function optionsOf(content: Content): readonly ChoiceOption[] {
  if (content.kind === 'template') {
    const { buttons = [], carousel = [] } = content.template.definition ?? {};
    return [...buttons, ...carousel.flatMap((card) => card.buttons)]
      .filter(({ kind }) => kind === 'quick-reply')
      .map(({ text }) => ({ title: text }));
  }
  if (content.kind !== 'interactive') return [];
  const { action } = content.interactive;
  switch (action.kind) {
    case 'buttons':
      return action.buttons;
    case 'list':
      return action.sections.flatMap(({ rows }) => rows);
    case 'carousel':
      return action.cards.flatMap((card) => (card.action.kind === 'buttons' ? card.action.buttons : []));
    default:
      return [];
  }
}
