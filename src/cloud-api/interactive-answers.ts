import { isPlainJson, type Content } from '../domain/index.js';
import { always, flag, opaque, optional, requiredText, seconds, shape, text, type Codec } from './codec.js';
import { isObject, valueAt, withoutMissing, word } from './json.js';

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;

function choice(of: 'button' | 'list'): Codec<Of<'choice'>> {
  return shape<Of<'choice'>>({
    kind: always('choice'),
    of: always(of),
    title: requiredText('title'),
    id: optional('id', text),
    description: optional('description', text),
  });
}

const callPermission = shape<Of<'call-permission'>>({
  kind: always('call-permission'),
  response: requiredText('response'),
  permanent: optional('is_permanent', flag),
  expiresAt: optional('expiration_timestamp', seconds),
  source: optional('response_source', text),
});

/** The answers of a form come as JSON in a string, which may be broken or nested without measure. */
const formAnswer: Codec<Of<'form-answer'>> = {
  read(json) {
    if (!isObject(json)) return undefined;
    return withoutMissing<Of<'form-answer'>>({
      kind: 'form-answer',
      name: text.read(valueAt(json, 'name')) ?? '',
      body: text.read(valueAt(json, 'body')),
      ...readAnswers(valueAt(json, 'response_json')),
    });
  },
  write: () => undefined,
};

function readAnswers(json: unknown): Pick<Of<'form-answer'>, 'answers' | 'unreadable'> {
  if (json === undefined) return {};
  if (typeof json !== 'string') return withoutMissing({ answers: opaque.read(json) });
  try {
    const answers: unknown = JSON.parse(json);
    if (answers === null) return {};
    return isPlainJson(answers) ? { answers } : { unreadable: json };
  } catch {
    return { unreadable: json };
  }
}

const ANSWERS: Readonly<Record<string, Codec<Content>>> = {
  button_reply: choice('button'),
  list_reply: choice('list'),
  nfm_reply: formAnswer,
  call_permission_reply: callPermission,
};

/** What a contact answered to an interactive message, or `undefined` when it is no such answer. */
export function readAnswer(json: unknown): Content | undefined {
  const type = word(valueAt(json, 'type'));
  const named = type !== undefined && Object.hasOwn(ANSWERS, type) && valueAt(json, type) !== undefined;
  const key = named ? type : Object.keys(ANSWERS).find((each) => isObject(valueAt(json, each)));
  return key === undefined ? undefined : ANSWERS[key]?.read(valueAt(json, key));
}
