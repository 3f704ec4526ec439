import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { displayName, singleLine } from '../../domain/display-text.js';
import { safeHref } from '../../domain/links.js';
import { DEFAULT_BROWSE_QUERY, formatCoordinates, mapBrowseUrl, mapPreviewUrl } from '../../domain/location.js';
import type { Content } from '../../domain/message.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { baseStyles } from '../../styles/index.js';
import { NearView } from '../attachment/near-view.js';
import { shaped } from '../attachment/room.js';
import { externalLinkIcon, mapPinIcon } from '../shared/icons.js';
import { locationPreviewStyles } from './location-preview.styles.js';

/**
 * Shows a place: a static map where a map provider is configured, else its words and a link. Without a preview query nothing
 * is requested, so that no position leaves the page.
 *
 * @tagname wa-location-preview
 * @csspart map - The picture of the map.
 * @csspart link - The link to the map provider.
 */
export class WaLocationPreviewElement extends LitElement {
  static override styles = [baseStyles, locationPreviewStyles];

  /** The place. */
  @property({ attribute: false }) location: Extract<Content, { kind: 'location' }> | undefined;

  /** `whatsappsession.location-map.browse.query`. */
  @property({ attribute: 'browse-query' }) browseQuery = DEFAULT_BROWSE_QUERY;

  /** `whatsappsession.location-map.preview.query`; empty = no map. */
  @property({ attribute: 'preview-query' }) previewQuery = '';

  /** Pixels. */
  @property({ type: Number, attribute: 'preview-width' }) previewWidth = 320;

  /** Pixels. */
  @property({ type: Number, attribute: 'preview-height' }) previewHeight = 180;

  /** `tabindex` of the links inside. */
  @property({ attribute: false }) innerTab: 0 | -1 = 0;

  /** The words to show. */
  @property({ attribute: false }) strings: MessageStrings = messageEn;

  @state() private broken = false;

  readonly #near = new NearView(this, () => {
    this.requestUpdate();
  });

  /** Gives the focus to the link to the map. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('a')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('location') || changed.has('previewQuery')) this.broken = false;
  }

  protected override render(): TemplateResult {
    const { location } = this;
    if (!location) return html``;
    const { coordinates } = location;
    const browse = coordinates ? mapBrowseUrl(this.browseQuery, coordinates) : undefined;
    return html`${this.#renderMap(browse)}
      <div class="words">
        ${this.#renderName(location)}
        ${location.address === undefined ? nothing : html`<p class="address"><bdi>${singleLine(location.address, 480)}</bdi></p>`}
        ${coordinates ? html`<p class="coordinates"><bdi>${formatCoordinates(coordinates)}</bdi></p>` : nothing}
        ${browse === undefined ? nothing : this.#renderLink(browse, this.strings.transcript.openMap)}
        ${this.#renderOwnLink(location.url)}
      </div>`;
  }

  #renderName({ name }: NonNullable<typeof this.location>): TemplateResult {
    const words = this.strings.transcript.kinds.location;
    return html`<p class="name">
      ${mapPinIcon({ size: 'small' })}<span dir="auto">${displayName(name, words)}</span>
    </p>`;
  }

  #renderMap(browse: string | undefined): TemplateResult | typeof nothing {
    const size = { width: this.previewWidth, height: this.previewHeight };
    const coordinates = this.location?.coordinates;
    const url = coordinates && !this.broken ? mapPreviewUrl(this.previewQuery, coordinates, size) : undefined;
    if (url === undefined) return nothing;
    const place = displayName(this.location?.name, coordinates ? formatCoordinates(coordinates) : '');
    const words = this.strings.transcript.mapOf(place);
    const map = html`<span class="map" part="map" ${shaped(`${String(size.width)} / ${String(size.height)}`)}
      >${this.#near.wasNear ? this.#renderPicture(url, browse === undefined ? words : '') : nothing}</span
    >`;
    return browse === undefined
      ? map
      : html`<a
          href=${browse}
          target="_blank"
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
          tabindex="-1"
          aria-label=${words}
          >${map}</a
        >`;
  }

  #renderPicture(url: string, words: string): TemplateResult {
    return html`<img src=${url} alt=${words} referrerpolicy="no-referrer" @error=${this.#onBroken} />`;
  }

  /** The sender's own link is shown with the host to which it leads. */
  #renderOwnLink(url: string | undefined): TemplateResult | typeof nothing {
    if (url === undefined) return nothing;
    const link = safeHref(url);
    return link?.clickable && !link.warning
      ? this.#renderLink(link.href, link.host ?? link.href)
      : html`<p><bdi>${singleLine(url, 240)}</bdi></p>`;
  }

  #renderLink(href: string, words: string): TemplateResult {
    return html`<p>
      <a
        part="link"
        href=${href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        referrerpolicy="no-referrer"
        tabindex=${this.innerTab}
        ><bdi>${words}</bdi>${externalLinkIcon({ size: 'tiny' })}</a
      >
    </p>`;
  }

  readonly #onBroken = (): void => {
    this.broken = true;
  };
}
