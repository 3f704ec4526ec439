import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bench, openBench, OPTIONS, refusal } from './support.js';

const PATH = `${OPTIONS.accountId}/message_templates`;

interface Page {
  readonly data: readonly { readonly name: string; readonly language: string; readonly status: string }[];
  readonly paging: {
    readonly cursors: { readonly after: string; readonly before: string };
    readonly next?: string;
    readonly previous?: string;
  };
}

const page = async (bench: Bench, query = ''): Promise<Page> =>
  (await bench.graph('GET', `${PATH}${query}`)).json as unknown as Page;

const NEW = {
  name: 'spring_news',
  language: 'en_US',
  category: 'marketing',
  components: [{ type: 'body', text: 'Spring is here, {{1}}!', example: { body_text: [['Amara']] } }],
};
const withComponents = (...components: object[]): object => ({
  ...NEW,
  components: [...NEW.components, ...components],
});
const buttons = (...list: object[]): object => withComponents({ type: 'BUTTONS', buttons: list });
const quick = (text: string): object => ({ type: 'QUICK_REPLY', text });
const link = (url: string, example?: string[]): object => ({ type: 'URL', text: 'Go', url, example });

describe('the list of templates', () => {
  it('is walked page by page in both directions', async (context) => {
    const bench = await openBench(context);
    const all = await page(bench, '?limit=100');
    const first = await page(bench, '?limit=6');
    const second = await page(bench, `?limit=6&after=${first.paging.cursors.after}`);
    assert.deepEqual([...first.data, ...second.data], all.data.slice(0, 12));
    assert.match(
      first.paging.next ?? '',
      /^http:\/\/stand-in\.test\/v26\.0\/102290129340398\/message_templates\?limit=6&after=/,
    );
    assert.equal(first.paging.previous, undefined);
    const back = await page(bench, `?limit=6&before=${second.paging.cursors.before}`);
    assert.deepEqual(back.data, first.data);
  });

  it('has no next page at its end', async (context) => {
    const bench = await openBench(context);
    assert.equal((await page(bench, '?limit=100')).paging.next, undefined);
  });

  const FILTERS: readonly (readonly [string, (template: Page['data'][number]) => boolean])[] = [
    ['status=PAUSED', ({ name }) => name === 'clearance_sale'],
    ['language=de', ({ language }) => language === 'de'],
    ['name=appointment', ({ name }) => name === 'appointment_reminder'],
    ['category=AUTHENTICATION', ({ name }) => name === 'sign_in_code'],
  ];
  for (const [query, matches] of FILTERS) {
    it(`is filtered by ${query}`, async (context) => {
      const bench = await openBench(context);
      const all = await page(bench, '?limit=100');
      assert.deepEqual((await page(bench, `?${query}`)).data, all.data.filter(matches));
    });
  }

  it('gives the fields that were asked for, and the id', async (context) => {
    const bench = await openBench(context);
    const { data } = await page(bench, '?status=REJECTED&fields=name,rejected_reason');
    assert.deepEqual(
      data.map((template) => Object.keys(template).sort()),
      [['id', 'name', 'rejected_reason']],
    );
  });

  it('refuses a field that does not exist, a bad limit and a bad cursor', async (context) => {
    const bench = await openBench(context);
    for (const query of ['?fields=colour', '?limit=0', '?after=x']) {
      assert.equal(refusal(await bench.graph('GET', PATH + query)).code, 100, query);
    }
  });
});

describe('a new template', () => {
  it('is pending, then approved, of which a webhook tells', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.graph('POST', PATH, NEW);
    assert.deepEqual(
      { status: json['status'], category: json['category'] },
      { status: 'PENDING', category: 'MARKETING' },
    );
    const send = {
      type: 'template',
      template: {
        name: 'spring_news',
        language: { code: 'en_US' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'A' }] }],
      },
    };
    assert.equal(refusal(await bench.send(send)).code, 132001);
    await bench.advance(3000);
    assert.equal((await bench.send(send)).status, 200);
    const told = bench.receiver.values.find((value) => value['event'] !== undefined);
    assert.deepEqual([told?.['event'], told?.['message_template_name']], ['APPROVED', 'spring_news']);
  });

  it('cannot be there twice in a language', async (context) => {
    const bench = await openBench(context);
    await bench.graph('POST', PATH, NEW);
    const { json } = await bench.graph('POST', PATH, NEW);
    assert.equal((json['error'] as { error_subcode: number }).error_subcode, 2388024);
  });

  it('of the kind authentication gets its texts from WhatsApp and a url button', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.graph('POST', PATH, {
      name: 'code',
      language: 'en_US',
      category: 'AUTHENTICATION',
      components: [
        { type: 'body', add_security_recommendation: true },
        { type: 'footer', code_expiration_minutes: 5 },
        { type: 'buttons', buttons: [{ type: 'otp', otp_type: 'copy_code', text: 'Copy' }] },
      ],
    });
    const stored = await bench.graph('GET', String(json['id']));
    const [body, footer, list] = stored.json['components'] as {
      text?: string;
      buttons?: { type: string; url: string }[];
    }[];
    assert.match(body?.text ?? '', /^\*\{\{1\}\}\*/);
    assert.equal(footer?.text, 'This code expires in 5 minutes.');
    assert.match(list?.buttons?.[0]?.url ?? '', /otp_type=COPY_CODE&code=otp\{\{1\}\}$/);
  });

  const WRONG: readonly (readonly [string, object, RegExp])[] = [
    ['a name with capitals', { ...NEW, name: 'Spring' }, /name/],
    ['no category', { ...NEW, category: undefined }, /parameter category is required/],
    ['no body', { ...NEW, components: [{ type: 'FOOTER', text: 'a' }] }, /BODY/],
    ['a body of 1025', { ...NEW, components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }, /1024/],
    ['a variable without example', { ...NEW, components: [{ type: 'BODY', text: 'a {{1}} b' }] }, /example/],
    [
      'a header with two variables',
      withComponents({ type: 'HEADER', format: 'TEXT', text: '{{1}} {{2}}', example: {} }),
      /one variable/,
    ],
    ['an image header without sample', withComponents({ type: 'HEADER', format: 'IMAGE' }), /header_handle/],
    ['a footer of 61', withComponents({ type: 'FOOTER', text: 'x'.repeat(61) }), /60/],
    ['a footer with a variable', withComponents({ type: 'FOOTER', text: '{{1}}' }), /variables/],
    ['an unknown component', withComponents({ type: 'SIDEBAR' }), /"SIDEBAR"/],
    ['eleven buttons', buttons(...Array.from({ length: 11 }, (_, index) => quick(`B${index}`))), /1 to 10/],
    ['three url buttons', buttons(link('https://a.test'), link('https://b.test'), link('https://c.test')), /at most 2/],
    ['quick replies apart', buttons(quick('A'), link('https://a.test'), quick('B')), /together/],
    ['a button text of 26', buttons(quick('x'.repeat(26))), /25/],
    ['a url with its variable inside', buttons(link('https://a.test/{{1}}/b', ['a'])), /at its end/],
    ['a url variable without example', buttons(link('https://a.test/{{1}}')), /example/],
    ['a coupon of 21', buttons({ type: 'COPY_CODE', example: 'x'.repeat(21) }), /20/],
    [
      'an offer with a footer',
      withComponents({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'a' } }, { type: 'FOOTER', text: 'a' }),
      /FOOTER/,
    ],
    [
      'an offer text of 17',
      withComponents({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x'.repeat(17) } }),
      /16/,
    ],
    ['a carousel of one', withComponents({ type: 'CAROUSEL', cards: [{ components: [] }] }), /2 to 10/],
    [
      'a card without header',
      withComponents({ type: 'CAROUSEL', cards: [{ components: [] }, { components: [] }] }),
      /HEADER/,
    ],
  ];
  for (const [title, body, says] of WRONG) {
    it(`is refused for ${title}`, async (context) => {
      const bench = await openBench(context);
      assert.match(refusal(await bench.graph('POST', PATH, body)).text, says);
    });
  }
});

describe('deleting templates', () => {
  it('by name takes every language, by name and id only one', async (context) => {
    const bench = await openBench(context);
    const { data } = await page(bench, '?name=appointment_reminder');
    const german = data.find(({ language }) => language === 'de') as unknown as { readonly id: string };
    await bench.graph('DELETE', `${PATH}?name=appointment_reminder&hsm_id=${german.id}`);
    assert.deepEqual(
      (await page(bench, '?name=appointment_reminder')).data.map(({ language }) => language),
      ['en_US'],
    );
    assert.deepEqual((await bench.graph('DELETE', `${PATH}?name=appointment_reminder`)).json, { success: true });
    assert.deepEqual((await page(bench, '?name=appointment_reminder')).data, []);
  });

  it('refuses a name that does not exist', async (context) => {
    const bench = await openBench(context);
    assert.equal(refusal(await bench.graph('DELETE', `${PATH}?name=nothing`)).code, 100);
  });
});
