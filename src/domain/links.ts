import { hasHiddenCharacters } from './display-text.js';

export type LinkScheme = 'http' | 'https' | 'mailto' | 'tel';

/**
 * Why a link deserves distrust: a user name before the host, more than 4096 characters, a bare IP address, a host outside the public DNS,
 * characters one does not see, letters of several scripts in one label, or letters that pass for others.
 */
export type LinkWarning =
  'credentials' | 'too-long' | 'ip-address' | 'local-host' | 'hidden-characters' | 'mixed-script' | 'confusable';

/** A link that may be rendered: `href` is parsed and of an allowed scheme. */
export interface SafeLink {
  readonly href: string;
  readonly scheme: LinkScheme;
  /** The host in ASCII (punycode), to be shown beside a link with a `warning`; missing for `tel`. */
  readonly host?: string;
  /** False when it must be shown as plain text; then `warning` says why. */
  readonly clickable: boolean;
  readonly warning?: LinkWarning;
}

/** A link found in a text; `text` is always `source.slice(start, end)`. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly link: SafeLink;
}

const MAX_URL_LENGTH = 4096;
/** What a URL parser drops or turns into a slash, so that what is read is not what is opened. */
const PARSER_SLEIGHTS = /[\p{Control}\\]/u;

/** The link that `raw` stands for, or undefined when it is none or of a scheme other than http, https, mailto and tel. */
export function safeHref(raw: string): SafeLink | undefined {
  const trimmed = raw.trim();
  if (PARSER_SLEIGHTS.test(trimmed)) return undefined;
  switch (/^(https?|mailto|tel):/i.exec(trimmed)?.[1]?.toLowerCase()) {
    case 'http':
    case 'https':
      return webLink(trimmed);
    case 'mailto':
      return mailLink(trimmed);
    case 'tel':
      return phoneLink(trimmed);
    default:
      return undefined;
  }
}

function parseUrl(raw: string): URL | undefined {
  try {
    return new URL(raw);
  } catch {
    return undefined;
  }
}

function webLink(raw: string): SafeLink | undefined {
  const authority = /^https?:\/\/([^/?#]+)/i.exec(raw)?.[1];
  if (authority === undefined) return undefined;
  const url = parseUrl(raw);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  const warning = webWarning(raw, authority, url);
  return withWarning(
    { href: url.href, scheme: url.protocol === 'http:' ? 'http' : 'https', host: url.hostname },
    warning,
  );
}

function withWarning(link: Omit<SafeLink, 'clickable' | 'warning'>, warning: LinkWarning | undefined): SafeLink {
  if (warning === undefined) return { ...link, clickable: true };
  return { ...link, clickable: warning === 'mixed-script' || warning === 'confusable', warning };
}

function webWarning(raw: string, authority: string, url: URL): LinkWarning | undefined {
  if (raw.length > MAX_URL_LENGTH) return 'too-long';
  if (authority.includes('@')) return 'credentials';
  if (hasHiddenCharacters(raw) || /[\u200C\u200D%]/.test(authority)) return 'hidden-characters';
  if (isIpAddress(url.hostname)) return 'ip-address';
  if (isLocalName(url.hostname)) return 'local-host';
  return lookAlikeWarning(authority.replace(/:\d*$/, ''));
}

function isIpAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return !name.includes('.') || /\.(?:localhost|local|internal|localdomain)$/.test(name);
}

/** An address alone: header fields after `?` could add recipients or text that the agent never sees. */
function mailLink(raw: string): SafeLink | undefined {
  const address = raw.slice('mailto:'.length).replace(/\?[^]*$/, '');
  if (address.length > 320 || !/^[^\s@<>"',;:()[\]%/?#]+@[^\s@<>"',;:()[\]%/?#]+$/.test(address)) return undefined;
  const domain = address.slice(address.indexOf('@') + 1);
  const host = parseUrl(`https://${domain}`)?.hostname;
  if (host === undefined || isIpAddress(host) || isLocalName(host)) return undefined;
  const link = { href: new URL(`mailto:${address}`).href, scheme: 'mailto', host } as const;
  return withWarning(link, hasHiddenCharacters(address) ? 'hidden-characters' : lookAlikeWarning(domain));
}

/** A plain number: codes such as `*#06#` make the phone itself act. */
function phoneLink(raw: string): SafeLink | undefined {
  if (!/^tel:\+?[\d().\- ]{3,32}$/i.test(raw)) return undefined;
  const digits = raw.replace(/\D/g, '');
  if (digits.length < 3) return undefined;
  return { href: `tel:${raw.includes('+') ? '+' : ''}${digits}`, scheme: 'tel', clickable: true };
}

// Scripts whose letters pass for Latin ones or for one another.
const LOOK_ALIKE_SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
const NON_LATIN_LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const LETTER_OF_ANOTHER_SCRIPT =
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Common}\p{Script=Inherited}])\p{Letter}/u;
// Labels made of these alone read as Latin words.
const READS_AS_LATIN =
  /^(?:[асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡвкмнт\d-]+|[αβγειηικνορτυχωϲϳ\d-]+|[աոսօցհզղյ\d-]+|[\p{Script=Cherokee}\d-]+)$/u;
const OUTSIDE_A_HOST_NAME = /[^\p{Letter}\p{Number}\p{Mark}._-]/u;
// The dotless i, phonetic letters and small capitals.
const LATIN_IN_DISGUISE = /[\u0131\u0250-\u02AF\u1D00-\u1DBF]/u;

function lookAlikeWarning(host: string): LinkWarning | undefined {
  if (/^[\x20-\x7E]*$/.test(host)) return undefined;
  const labels = host.normalize('NFC').toLowerCase().split('.');
  if (labels.some(mixesScripts)) return 'mixed-script';
  const disguised = OUTSIDE_A_HOST_NAME.test(host) || host.normalize('NFKC') !== host.normalize('NFC');
  return disguised || labels.some((label) => isDisguisedLabel(label, labels.at(-1) ?? '')) ? 'confusable' : undefined;
}

function mixesScripts(label: string): boolean {
  const present = LOOK_ALIKE_SCRIPTS.filter((script) => script.test(label)).length;
  return present > 1 || (NON_LATIN_LOOK_ALIKE.test(label) && LETTER_OF_ANOTHER_SCRIPT.test(label));
}

function isDisguisedLabel(label: string, topLevel: string): boolean {
  if (LATIN_IN_DISGUISE.test(label)) return true;
  return NON_LATIN_LOOK_ALIKE.test(label) && READS_AS_LATIN.test(label) && !NON_LATIN_LOOK_ALIKE.test(topLevel);
}

const WEB_SCHEME = /^https?:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:/i;

// Quotes and brackets that never stand in a URL as typed, CJK punctuation, and characters that are not seen.
const ENDS_A_LINK =
  /[<>"`\u2018\u2019\u201C\u201D\u00AB\u00BB\u2026\u3000-\u3003\u3008-\u3020\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF3D\uFF5B-\uFF65\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;

/** The link that stands at `start`, when it is taken to end at `end` at the latest; undefined when nothing linkable is left. */
export function linkBetween(source: string, start: number, end: number): LinkSpan | undefined {
  const candidate = source.slice(start, end);
  const stop = candidate.search(ENDS_A_LINK);
  const text = withoutTrailingPunctuation(stop === -1 ? candidate : candidate.slice(0, stop));
  const link = linkOfText(text);
  return link === undefined ? undefined : { start, end: start + text.length, text, link };
}

function linkOfText(text: string): SafeLink | undefined {
  if (WEB_SCHEME.test(text) || /^mailto:/i.test(text)) return safeHref(text);
  if (text.includes('@') && !/[/?#]/.test(text)) return safeHref(`mailto:${text}`);
  if (OTHER_SCHEME.test(text.replace(/:\d+/, ''))) return undefined;
  return isBareDomain(text) ? safeHref(`https://${text}`) : undefined;
}

// Top-level domains that are better known as file name extensions.
const FILE_EXTENSIONS = /^(?:ai|app|bz|cc|cab|cpa|dev|mm|mov|md|ml|pl|ps|py|rs|sc|sh|so|st|zip)$/i;

function isBareDomain(text: string): boolean {
  const [, host = '', rest = ''] = /^([^/?#:]*)([^]*)$/.exec(text) ?? [];
  const labels = host.split('.');
  const topLevel = labels.at(-1) ?? '';
  const name = labels.slice(0, -1).join('.');
  if (name === '') return false;
  if (/^www\./i.test(host)) return labels.length > 2;
  if (rest.length > 1) return true;
  return !FILE_EXTENSIONS.test(topLevel) && !isTimeOfDay(name, topLevel) && !isMissingBlank(name, topLevel);
}

function isTimeOfDay(name: string, topLevel: string): boolean {
  return /^[\d.]+$/.test(name) && /^[ap]m$/i.test(topLevel);
}

function isMissingBlank(name: string, topLevel: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(topLevel) && name !== name.toUpperCase();
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

function withoutTrailingPunctuation(text: string): string {
  const surplus = surplusClosers(text);
  let end = text.length;
  while (end > 0) {
    const last = text.charAt(end - 1);
    const left = surplus.get(last) ?? 0;
    if (!/[.,:;!?'([{]/.test(last) && left <= 0) break;
    if (left > 0) surplus.set(last, left - 1);
    end -= 1;
  }
  return text.slice(0, end);
}

function surplusClosers(text: string): Map<string, number> {
  const surplus = new Map<string, number>();
  for (const [closer, opener] of CLOSERS) {
    surplus.set(closer, text.split(closer).length - text.split(opener).length);
  }
  return surplus;
}
