import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { deepActiveElement } from '../../../src/elements/shared/composed-tree.js';
import '../../../src/elements/notification-editor/wa-notification-editor.js';
import type { WaNotificationEditorElement } from '../../../src/elements/notification-editor/notification-editor-element.js';
import type { TemplateDefinition } from '../../../src/domain/template.js';
import { button, deafen, heard, inside, part, settled, type, wordsOf } from '../../support/elements.js';
import { capabilities, FakeSession, session as sessionOf } from '../../support/fake-desk.js';

const template = (name: string, part: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  name,
  language: 'en',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  body: { text: 'Hi {{1}}, the van comes on {{2}}.', examples: { '1': 'Mara' } },
  buttons: [],
  ...part,
});

const delivery = template('delivery_date');

function withTemplates(...templates: readonly TemplateDefinition[]): FakeSession {
  const session = new FakeSession('session-1', { windowPhase: 'closed', sendMode: 'notification-only' });
  session.templateList = templates;
  return session;
}

async function shown(session: FakeSession, chosen?: TemplateDefinition): Promise<WaNotificationEditorElement> {
  const element = await fixture<WaNotificationEditorElement>(
    html`<wa-notification-editor .session=${session} .template=${chosen}></wa-notification-editor>`,
  );
  await settled(element);
  return element;
}

const field = (element: WaNotificationEditorElement, id: string): HTMLInputElement =>
  part(element, `[data-field="${id}"]`);

async function fill(element: WaNotificationEditorElement, id: string, words: string): Promise<void> {
  field(element, id).focus();
  await type(words);
  await settled(element);
}

const choices = (element: WaNotificationEditorElement): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.template') ?? []),
];

describe('wa-notification-editor: choice', () => {
  afterEach(deafen);

  it('is accessible with templates, without, and while something is wrong', async () => {
    await expect(await shown(withTemplates(delivery, template('old', { status: 'paused' })))).to.be.accessible();
    await expect(await shown(withTemplates())).to.be.accessible();
    const broken = withTemplates();
    broken.templates = () => Promise.reject(new Error('offline'));
    const element = await shown(broken);
    expect(wordsOf(element)).to.include('The templates could not be loaded.');
    await expect(element).to.be.accessible();
  });

  it('searches the templates', async () => {
    const session = withTemplates(delivery, template('invoice'));
    const element = await shown(session);
    element.focus();
    await type('inv');
    await waitUntil(() => choices(element).length === 1, 'the search is done');
    expect(wordsOf(choices(element)[0]!))
      .to.include('invoice')
      .and.include('English · Utility');
  });

  it('shows what cannot be sent with the reason, and does not choose it', async () => {
    const session = withTemplates(
      template('paused_one', { status: 'paused', statusReason: 'low quality' }),
      template('sale', { category: 'marketing' }),
      template('order', { buttons: [{ kind: 'order-details', text: 'Pay' }] }),
    );
    session.change({
      session: sessionOf({ contact: { id: 'contact-1', name: 'Mara', marketingAllowed: false } }),
    });
    const element = await shown(session);
    expect(choices(element).map(wordsOf)).to.satisfy(
      ([paused, sale, order]: string[]) =>
        paused?.includes('Can’t be sent: paused (low quality).') &&
        sale?.includes('this person has stopped marketing messages') &&
        order?.includes('needs an order'),
    );
    for (const choice of choices(element)) choice.click();
    await settled(element);
    expect(choices(element)).to.have.length(3);
  });

  it('goes from the choice to the first field and back', async () => {
    const element = await shown(withTemplates(delivery));
    choices(element)[0]?.click();
    await settled(element);
    expect(deepActiveElement()).to.equal(field(element, 'body.1'));
    button(element, 'Choose another').click();
    await settled(element);
    expect(choices(element)).to.have.length(1);
  });
});

describe('wa-notification-editor: form', () => {
  afterEach(deafen);

  it('shows the message as it grows, what is missing marked', async () => {
    const element = await shown(withTemplates(), delivery);
    expect(part(element, '.preview').querySelectorAll('.missing-value').length).to.equal(2);
    await fill(element, 'body.1', 'Mara');
    expect(wordsOf(part(element, '.preview'))).to.include('Hi Mara, the van comes on {{2}}.');
    await expect(element).to.be.accessible();
  });

  it('says why Send does not send, leads to the first field and tells what is wrong there', async () => {
    const session = withTemplates();
    const element = await shown(session, delivery);
    await fill(element, 'body.1', 'Mara');
    expect(wordsOf(part(element, '#why'))).to.equal('1 field needs you: Text {{2}}');
    button(element, 'Send').click();
    await settled(element);
    expect(session.calls).to.deep.equal([]);
    expect(deepActiveElement()).to.equal(field(element, 'body.2'));
    expect(field(element, 'body.2').getAttribute('aria-invalid')).to.equal('true');
    expect(wordsOf(element)).to.include('Fill this in: the template needs a value here.');
    await expect(element).to.be.accessible();
  });

  it('lists all that is wrong once Send was tried, each leading to its field', async () => {
    const element = await shown(withTemplates(), delivery);
    expect(element.shadowRoot?.querySelector('.summary')).to.equal(null);
    button(element, 'Send').click();
    await settled(element);
    expect(wordsOf(part(element, '.summary'))).to.include('2 fields keep this from being sent');
    button(element, 'Text {{2}}').click();
    expect(deepActiveElement()).to.equal(field(element, 'body.2'));
    await expect(element).to.be.accessible();
    await type('Monday');
    await settled(element);
    expect(wordsOf(part(element, '.summary')))
      .to.include('One field keeps')
      .and.not.include('Text {{2}}');
  });

  it('names a placeholder of the header and its namesake in the body apart', async () => {
    const element = await shown(withTemplates(), template('twice', { header: { kind: 'text', text: 'Order {{1}}' } }));
    const labels = [...(element.shadowRoot?.querySelectorAll('label') ?? [])].map(wordsOf);
    expect(labels).to.deep.equal(['Header {{1}}', 'Text {{1}}', 'Text {{2}}']);
  });

  it('fills in what is known of the contact and offers the rest to choose from', async () => {
    const session = withTemplates();
    const contact = { id: 'contact-1', name: 'Mara  Lind', attributes: { 'First Name': 'Mara' } };
    session.change({ session: sessionOf({ contact, caseData: { order: 'LN-1' } }) });
    const element = await shown(
      session,
      template('named', { parameters: 'named', body: { text: 'Hi {{first_name}}, {{order}}, {{day}}' } }),
    );
    expect(field(element, 'body.first_name').value).to.equal('Mara');
    expect(field(element, 'body.order').value).to.equal('LN-1');
    expect(field(element, 'body.day').value).to.equal('');
    const choices = [...(element.shadowRoot?.querySelectorAll('datalist option') ?? [])] as HTMLOptionElement[];
    expect(choices.map(({ value }) => value)).to.have.members(['Mara Lind', 'LN-1', 'Mara']);
  });

  it('takes a notification up again with its values and its file', async () => {
    const session = withTemplates();
    const definition = template('picture', { header: { kind: 'image' }, buttons: [{ kind: 'flow', text: 'Rate' }] });
    const media = { source: { kind: 'stored', id: 'm' }, fileName: 'light.png' } as const;
    const filled = {
      name: 'picture',
      language: 'en',
      definition,
      header: { kind: 'image', media },
      body: [
        { kind: 'text', text: 'Mara' },
        { kind: 'text', text: 'Monday' },
      ],
      buttons: [{ kind: 'flow', index: 0, token: 'unused' }],
    } as const;
    const element = await shown(session);
    element.edit(filled);
    await settled(element);
    expect(field(element, 'body.2').value).to.equal('Monday');
    expect(wordsOf(part(element, '.file-before'))).to.equal('light.png');
    expect(element.value).to.deep.equal(filled);
  });

  it('opens what only some businesses need when it is filled in', async () => {
    const element = await shown(
      withTemplates(),
      template('reply', { buttons: [{ kind: 'quick-reply', text: 'Yes' }] }),
    );
    const more = part<HTMLDetailsElement>(element, 'details');
    expect(more.open).to.equal(false);
    more.querySelector('summary')?.click();
    await fill(element, 'button.0', 'yes-1');
    expect(more.open).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('tells what is wrong with a field once it has been left', async () => {
    const element = await shown(withTemplates(), delivery);
    await fill(element, 'body.1', 'a     b');
    expect(field(element, 'body.1').getAttribute('aria-invalid')).to.equal(null);
    field(element, 'body.2').focus();
    await settled(element);
    expect(wordsOf(element)).to.include('At most four spaces in a row.');
  });

  it('sends the filled-in template with its definition', async () => {
    const details = heard<object>('wa-notification-sent');
    const session = withTemplates();
    const element = await shown(session, delivery);
    await fill(element, 'body.1', 'Mara');
    await fill(element, 'body.2', 'Monday');
    button(element, 'Send').click();
    await settled(element);
    const filled = {
      name: 'delivery_date',
      language: 'en',
      definition: delivery,
      body: [
        { kind: 'text', text: 'Mara' },
        { kind: 'text', text: 'Monday' },
      ],
    };
    expect(session.callsOf('send')).to.deep.equal([[{ kind: 'template', template: filled }]]);
    expect(details).to.deep.equal([{ template: filled }]);
  });

  it('lets a host veto', async () => {
    heard('wa-notification-send', { veto: true });
    const session = withTemplates();
    const element = await shown(session, template('plain', { body: { text: 'Hello' } }));
    button(element, 'Send').click();
    expect(session.calls).to.deep.equal([]);
  });

  it('gives everything back on Cancel', async () => {
    const details = heard('wa-notification-cancel');
    const element = await shown(withTemplates(), delivery);
    await fill(element, 'body.1', 'Mara');
    button(element, 'Cancel').click();
    await settled(element);
    expect(details).to.have.length(1);
    expect(field(element, 'body.1').value).to.equal('');
  });

  it('uploads the file of a header although the window is closed, and needs the permission', async () => {
    const session = withTemplates();
    const picture = template('picture', { header: { kind: 'image' }, body: { text: 'Look' } });
    const element = await shown(session, picture);
    const input = part<HTMLInputElement>(element, '.file-input');
    const data = new DataTransfer();
    data.items.add(new File(['png'], 'light.png', { type: 'image/png' }));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    expect(session.uploads.map(({ kind }) => kind)).to.deep.equal(['image']);
    session.uploads[0]?.finish({ type: 'done', value: { source: { kind: 'stored', id: 'm' }, mimeType: 'image/png' } });
    await settled(element);
    expect(element.value?.header).to.deep.include({ kind: 'image' });
    session.change({ capabilities: capabilities({ permissions: ['canUse', 'canSendFiles'] }) });
    await settled(element);
    expect(wordsOf(element)).to.include('You may not choose files for notifications.');
  });
});

describe('wa-notification-editor: in a form', () => {
  it('is a field with a value, which is invalid while something is missing, and can be reset', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <wa-notification-editor name="notification" .template=${delivery}></wa-notification-editor>
      </form>
    `);
    const element = form.querySelector('wa-notification-editor')!;
    await settled(element);
    expect(form.checkValidity()).to.equal(false);
    expect(new FormData(form).get('notification')).to.equal(null);
    await fill(element, 'body.1', 'Mara');
    await fill(element, 'body.2', 'Monday');
    expect(form.checkValidity()).to.equal(true);
    expect(JSON.parse(new FormData(form).get('notification') as string)).to.include({ name: 'delivery_date' });
    form.reset();
    await settled(element);
    expect(field(element, 'body.1').value).to.equal('');
  });

  it('finds its session by context', async () => {
    const element = document.createElement('wa-notification-editor');
    await inside({ session: withTemplates(delivery) }, element);
    expect(choices(element)).to.have.length(1);
  });
});
