import type { Message } from '../../domain/message.js';
import type { MessageContext } from './message-context.js';
import type { ChoiceMark } from './structured-card.js';

/** Says of each option of a message whether the contact took it: by its id, else by its words. */
export type ChoiceMarks = (option: { readonly id?: string; readonly title: string }) => ChoiceMark | undefined;

/** The contact's choices on `message`: the newest is chosen, those before it stay visible (SPEC B14, E3). */
export function choiceMarks(message: Message, context: MessageContext): ChoiceMarks {
  const choices = context.choicesOf(message);
  if (choices.length === 0) return () => undefined;
  const newest = choices.at(-1);
  return (option) => {
    const answer = choices.findLast((choice) => answers(choice, option));
    if (!answer) return undefined;
    const time = context.time.time(answer.originAt);
    return {
      state: answer === newest ? 'chosen' : 'chosen-before',
      words: context.strings.transcript.chosenAt(time),
      time,
    };
  };
}

function answers({ content }: Message, option: { readonly id?: string; readonly title: string }): boolean {
  if (content.kind !== 'choice') return false;
  return content.id !== undefined && option.id !== undefined
    ? content.id === option.id
    : content.title === option.title;
}
