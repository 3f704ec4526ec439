import type { SessionHistory } from '../../desk/handles.js';
import { messageMatcher } from '../../domain/message-search.js';
import { compareMessages } from '../../domain/transcript-order.js';
import type { SearchHit } from '../../protocol/queries.js';
import type { TranscriptView } from '../../stores/transcript-view.js';

/** What was found, newest first. */
export interface FoundHits {
  readonly ids: readonly string[];
  readonly hasMore: boolean;
  /** Where was looked: everywhere, only in what is loaded, or there because the server could not be asked. */
  readonly reach: 'everywhere' | 'loaded' | 'failed';
}

/** So many messages are looked through before the page may do something else. */
const PORTION = 5000;

/** Looks for words in what is loaded, and by the backend in all the rest where it can. */
export async function findHits(
  words: string,
  transcript: TranscriptView,
  history: SessionHistory | undefined,
  signal: AbortSignal,
): Promise<FoundHits> {
  const asked = history?.search(words.trim(), signal).catch(() => 'failed' as const);
  const here = await hitsIn(words, transcript, signal);
  const there = await asked;
  const elsewhere = typeof there === 'object' ? there.hits.filter(({ id }) => transcript.get(id) === undefined) : [];
  const inOrder = [...here, ...elsewhere].sort((a, b) => compareMessages(b, a));
  return {
    ids: inOrder.map(({ id }) => id),
    hasMore: typeof there === 'object' && there.hasMore,
    reach: there === 'failed' ? 'failed' : there ? 'everywhere' : 'loaded',
  };
}

type Hit = Omit<SearchHit, 'seq'> & { readonly seq?: number };

async function hitsIn(words: string, transcript: TranscriptView, signal: AbortSignal): Promise<readonly Hit[]> {
  const matches = messageMatcher(words);
  const hits: Hit[] = [];
  for (let index = 0; matches && index < transcript.size && !signal.aborted; index++) {
    const message = transcript.at(index);
    if (message && matches(message)) hits.push(message);
    if (index % PORTION === PORTION - 1) await new Promise((resolve) => setTimeout(resolve));
  }
  return hits;
}
