import type { Strings } from '../../i18n/strings.js';
import { timeFormat } from '../shared/time-format.js';
import type { Field, FieldGroup, FieldLabel } from './fields.js';
import type { FieldProblem } from './problems.js';

/** What a group of fields is called. */
export function groupName(group: FieldGroup, { composer }: Strings): string {
  const words = composer.editor;
  return typeof group === 'number' ? words.card(group + 1) : words[group];
}

/** What a field is called within its group. */
export function labelOf(label: FieldLabel, { composer }: Strings): string {
  const words = composer.editor;
  switch (label.kind) {
    case 'placeholder':
      return words.placeholder(label.place, label.name);
    case 'suffix':
    case 'code':
    case 'payload':
    case 'flow-token':
    case 'thumbnail':
    case 'products':
      return words.ofButton[label.kind](label.button);
    case 'file':
      return composer.kinds[label.media];
    default:
      return {
        'one-time-code': words.oneTimeCode,
        'offer-end': words.offerEnds,
        latitude: words.latitude,
        longitude: words.longitude,
        'place-name': words.placeName,
        'place-address': words.placeAddress,
        'product-id': words.productId,
        'catalog-id': words.catalogId,
      }[label.kind];
  }
}

/** What a field is called among all of the form: each card counts its fields anew. */
export function fullLabelOf({ group, label }: Field, strings: Strings): string {
  const own = labelOf(label, strings);
  return typeof group === 'number' ? `${groupName(group, strings)}: ${own}` : own;
}

/** What is wrong with a field, in words. */
export function problemWords(problem: FieldProblem, { composer, locale }: Strings): string {
  const words = composer.editor.problems;
  switch (problem.kind) {
    case 'too-long':
      return words.tooLong(timeFormat(locale).number(problem.excess));
    default:
      return {
        missing: words.missing,
        'line-break': words.lineBreak,
        spaces: words.spaces,
        'missing-place': words.missingPlace,
        past: words.past,
        'missing-file': words.missingFile,
        'no-products': words.noProducts,
        'too-many-products': words.tooManyProducts,
        'section-title': words.sectionTitle,
      }[problem.kind];
  }
}

/** What may be written where the label alone does not tell. */
export function hintOf(label: FieldLabel, { composer }: Strings): string | undefined {
  const { hints } = composer.editor;
  return label.kind in hints ? hints[label.kind as keyof typeof hints] : undefined;
}
