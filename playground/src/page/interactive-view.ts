import { html, nothing, type TemplateResult } from 'lit';
import { linkButton, tapButton } from './action-view.js';
import { at, isJson, listAt, textAt } from './json.js';
import { icon } from './icons.js';
import { markup } from './markup.js';
import { mediaHeader, type MessageSurroundings } from './media-view.js';

/** A message with buttons, a list or a form; or the answer to one. */
export function interactiveView(content: unknown, around: MessageSurroundings): TemplateResult {
  const answer = answerOf(content);
  if (answer) return answer;
  const body = textAt(content, 'body', 'text');
  const footer = textAt(content, 'footer', 'text');
  return html`${mediaHeader(at(content, 'header'), around)} ${body === undefined ? nothing : markup(body)}
    ${footer === undefined ? nothing : html`<p class="small">${footer}</p>`}
    <div class="actions">${actions(content, around)}</div>`;
}

function answerOf(content: unknown): TemplateResult | undefined {
  const reply = at(content, 'button_reply') ?? at(content, 'list_reply');
  if (isJson(reply)) {
    const description = textAt(reply, 'description');
    return html`<p>
      ${textAt(reply, 'title')}${description === undefined ? nothing : html`<br /><span class="small">${description}</span>`}
    </p>`;
  }
  const permission = textAt(content, 'call_permission_reply', 'response');
  if (permission !== undefined) return html`<p class="line">${icon('phone')} Calls: ${permission}</p>`;
  const form = textAt(content, 'nfm_reply', 'body');
  return form === undefined ? undefined : html`<p class="line">${icon('clipboard-list')} ${form}</p>`;
}

function actions(content: unknown, around: MessageSurroundings): unknown {
  const type = textAt(content, 'type') ?? '';
  const parameters = at(content, 'action', 'parameters');
  switch (type) {
    case 'button':
      return listAt(content, 'action', 'buttons').map((button) => replyButton(at(button, 'reply'), around));
    case 'list':
      return listMenu(content, around);
    case 'cta_url':
      return linkButton(textAt(parameters, 'display_text') ?? 'Open', textAt(parameters, 'url'));
    case 'flow':
      return tapButton('clipboard-list', textAt(parameters, 'flow_cta') ?? 'Open form', () => {
        around.tap({ kind: 'flow', answers: { rating: '5', comment: 'All good' } });
      });
    case 'call_permission_request':
      return [
        tapButton('phone', 'Allow calls', () => {
          around.tap({ kind: 'call-permission', response: 'accept' });
        }),
        tapButton('x', 'Not now', () => {
          around.tap({ kind: 'call-permission', response: 'reject' });
        }),
      ];
    case 'request_contact_info':
      return tapButton('contact-round', 'Share contact info', () => {
        around.tap({ kind: 'contact-info' });
      });
    case 'location_request_message':
      return html`<p class="small">Send a location with the paperclip below.</p>`;
    default:
      return html`<p class="small">This phone cannot answer messages of the type ${type}.</p>`;
  }
}

function replyButton(reply: unknown, around: MessageSurroundings): TemplateResult {
  return tapButton('reply', textAt(reply, 'title') ?? '', () => {
    around.tap({ kind: 'button', buttonId: textAt(reply, 'id') ?? '' });
  });
}

function listMenu(content: unknown, around: MessageSurroundings): TemplateResult {
  return html`<details class="menu">
    <summary class="action">${icon('list')} ${textAt(content, 'action', 'button') ?? 'Choose'}</summary>
    ${listAt(content, 'action', 'sections').map(
      (section) =>
        html`<p class="small">${textAt(section, 'title') ?? nothing}</p>
          ${listAt(section, 'rows').map((row) => rowButton(row, around))}`,
    )}
  </details>`;
}

function rowButton(row: unknown, around: MessageSurroundings): TemplateResult {
  const choose = (): void => {
    around.tap({ kind: 'row', rowId: textAt(row, 'id') ?? '' });
  };
  return html`<button type="button" class="row" @click=${choose}>
    <span>${textAt(row, 'title')}</span> <span class="small">${textAt(row, 'description') ?? nothing}</span>
  </button>`;
}
