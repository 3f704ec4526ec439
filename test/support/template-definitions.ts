import fc, { type Arbitrary } from 'fast-check';
import type {
  TemplateButton,
  TemplateCard,
  TemplateDefinition,
  TemplateHeader,
  TemplateText,
} from '../../src/domain/template.js';

type Names = 'positional' | 'named';

const WORDS = ['Hello', 'Größe', 'سلام', '*bold*', '🙂', 'on', 'for', ','];
const word = fc.constantFrom(...WORDS);
const label = fc.constantFrom('Yes', 'No, thanks', 'مزيد', 'Track it');

/** A text with `count` placeholders in any order; WhatsApp takes none at its begin or end. */
function textWith(count: number, names: Names): Arbitrary<TemplateText> {
  const all = Array.from({ length: count }, (_, index) =>
    names === 'named' ? `value_${'abcdefgh'[index] ?? ''}` : String(index + 1),
  );
  return fc
    .tuple(
      fc.shuffledSubarray(all, { minLength: count }),
      fc.array(word, { minLength: count + 1, maxLength: count + 1 }),
    )
    .map(([order, words]) => ({
      text: words.map((each, index) => (index < order.length ? `${each} {{${order[index] ?? ''}}} ` : each)).join(''),
      ...(count > 0 ? { examples: Object.fromEntries(all.map((name) => [name, `sample ${name}`])) } : {}),
    }));
}

function textOf(most: number, names: Names): Arbitrary<TemplateText> {
  return fc.integer({ min: 0, max: most }).chain((count) => textWith(count, names));
}

function header(names: Names): Arbitrary<TemplateHeader> {
  return fc.oneof(
    textOf(1, names).map((text) => ({ kind: 'text' as const, ...text })),
    fc.constantFrom('image' as const, 'video' as const, 'document' as const, 'gif' as const).map((kind) => ({
      kind,
      example: 'https://scontent.whatsapp.net/sample',
    })),
    fc.constantFrom<TemplateHeader>({ kind: 'location' }, { kind: 'product' }),
  );
}

const url: Arbitrary<TemplateButton> = fc
  .tuple(label, fc.boolean())
  .map(([text, isDynamic]) =>
    isDynamic
      ? { kind: 'url', text, url: 'https://shop.example/{{1}}', example: 'https://shop.example/1' }
      : { kind: 'url', text, url: 'https://shop.example' },
  );
const quickReplies: Arbitrary<readonly TemplateButton[]> = fc.array(
  label.map((text): TemplateButton => ({ kind: 'quick-reply', text })),
  { maxLength: 3 },
);
const one = (button: TemplateButton): Arbitrary<readonly TemplateButton[]> => fc.constantFrom([], [button]);

/** Every kind of button that can be sent from an editor, as many as WhatsApp takes of each, quick replies together. */
const buttons: Arbitrary<readonly TemplateButton[]> = fc
  .tuple(
    quickReplies,
    fc.array(url, { maxLength: 2 }),
    one({ kind: 'phone', text: 'Call', phoneNumber: '+15550783881' }),
    one({ kind: 'copy-code', text: 'Copy', example: 'RAIN25' }),
    one({ kind: 'flow', text: 'Rate us', flowId: '1120094503217745' }),
    one({ kind: 'catalog', text: 'View catalog' }),
    one({ kind: 'multi-product', text: 'View items' }),
  )
  .map((groups) => groups.flat());

/** The cards of a carousel are all made alike. */
function carousel(names: Names): Arbitrary<readonly TemplateCard[]> {
  return fc
    .tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.constantFrom('image' as const, 'video' as const),
      fc.array(url, { minLength: 1, maxLength: 2 }),
      textOf(2, names),
    )
    .map(([count, kind, own, body]) =>
      Array.from({ length: count }, () => ({
        header: { kind, example: 'https://scontent.whatsapp.net/sample' },
        body,
        buttons: own,
      })),
    );
}

const about = {
  name: 'generated',
  language: 'en_US',
  category: 'marketing',
  status: 'approved',
} as const satisfies Partial<TemplateDefinition>;

function ordinary(parameters: Names): Arbitrary<TemplateDefinition> {
  return fc
    .record(
      { header: header(parameters), body: textOf(5, parameters), footer: fc.constant('Reply any time.'), buttons },
      { requiredKeys: ['body', 'buttons'] },
    )
    .map((parts) => ({ ...about, parameters, ...parts }));
}

function withCards(parameters: Names): Arbitrary<TemplateDefinition> {
  return fc
    .record({ body: textOf(2, parameters), carousel: carousel(parameters) })
    .map((parts) => ({ ...about, parameters, buttons: [], ...parts }));
}

function withOffer(parameters: Names): Arbitrary<TemplateDefinition> {
  return fc
    .record({ body: textOf(2, parameters), expires: fc.boolean(), link: url })
    .map(({ body, expires, link }) => ({
      ...about,
      parameters,
      body,
      limitedTimeOffer: { text: 'Ends on Sunday', expires },
      buttons: [{ kind: 'copy-code', text: 'Copy', example: 'RAIN25' }, link],
    }));
}

const authentication: Arbitrary<TemplateDefinition> = fc
  .record(
    { securityRecommendation: fc.boolean(), expiresAfterMinutes: fc.integer({ min: 1, max: 90 }) },
    { requiredKeys: [] },
  )
  .chain((settings) =>
    fc.constantFrom('copy-code' as const, 'one-tap' as const, 'zero-tap' as const).map((otp) => ({
      ...about,
      category: 'authentication' as const,
      parameters: 'positional' as const,
      authentication: settings,
      buttons: [{ kind: 'otp' as const, text: 'Copy code', otp }],
    })),
  );

const parameters = fc.constantFrom<Names>('positional', 'named');

/** Templates with every kind of component that an editor can fill in. */
export const templateDefinition: Arbitrary<TemplateDefinition> = fc.oneof(
  { weight: 4, arbitrary: parameters.chain(ordinary) },
  parameters.chain(withCards),
  parameters.chain(withOffer),
  authentication,
);
