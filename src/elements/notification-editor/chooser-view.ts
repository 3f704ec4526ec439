import { html, nothing, type TemplateResult } from 'lit';
import { searchIcon, xIcon } from '../shared/icons.js';
import { templateList, type TemplateListLook } from './template-list.js';
import type { TemplateSearch } from './template-search.js';

/** What the choice of a template needs to know. */
export interface ChooserLook extends TemplateListLook {
  cancel(): void;
}

/** The choice of a template. */
export function chooserView(search: TemplateSearch, look: ChooserLook): TemplateResult {
  const words = look.strings.composer.editor;
  return html`<div class="editor">
    <div class="head">
      <h2>${words.title}</h2>
      <span class="about"></span>
      <button type="button" class="icon-button" aria-label=${words.close} title=${words.close} @click=${look.cancel}>
        ${xIcon()}
      </button>
    </div>
    <div class="search">
      ${searchIcon({ size: 'small' })}
      <input
        class="field"
        type="search"
        placeholder=${words.find}
        aria-label=${words.find}
        .value=${search.search}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) search.find(target.value);
        }}
      />
    </div>
    <div class="choices scroll">${resultOf(search, look)}</div>
  </div>`;
}

function resultOf(search: TemplateSearch, look: ChooserLook): TemplateResult {
  const words = look.strings.composer.editor;
  if (search.state === 'failed')
    return html`<div class="none" role="alert">
      <span>${words.failed}</span>
      <button
        type="button"
        class="button"
        @click=${() => {
          search.load();
        }}
      >
        ${words.tryAgain}
      </button>
    </div>`;
  if (search.templates.length > 0)
    return html`${templateList(search.templates, look)}${
      search.hasMore
        ? html`<button
            type="button"
            class="button more"
            @click=${() => {
              search.loadMore();
            }}
          >
            ${words.more}
          </button>`
        : nothing
    }`;
  if (search.state === 'loading')
    return html`<div class="skeletons" role="status" aria-label=${words.loading}>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  return html`<div class="none" role="status">
    ${search.search === '' ? words.none : words.nothingFound(search.search)}
  </div>`;
}
