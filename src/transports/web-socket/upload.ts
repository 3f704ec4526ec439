import type { MediaRef } from '../../domain/attachment.js';
import type { Outcome } from '../../protocol/commands.js';
import { uploadAnswerSchema } from '../../protocol/http.js';
import { parseWith } from '../../protocol/schemas/parse.js';
import { problemOf } from './gateway-client.js';

export interface UploadInit {
  readonly url: string;
  readonly token: string;
  readonly file: Blob;
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
  onProgress?(sentBytes: number): void;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headersOf({ token, file }: UploadInit): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': file.type || 'application/octet-stream' };
}

/** `fetch` cannot tell how much of a body has left, `XMLHttpRequest` can. */
function byXmlHttpRequest(init: UploadInit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => {
      reject(new Error('The upload got no answer.'));
    };
    request.open('POST', init.url);
    for (const [name, value] of Object.entries(headersOf(init))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => init.onProgress?.(event.loaded));
    request.addEventListener('load', () => {
      resolve({ status: request.status, body: parsedJson(request.responseText) });
    });
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    init.signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(init.file);
  });
}

async function byFetch(init: UploadInit): Promise<Answer> {
  const response = await init.fetch(init.url, {
    method: 'POST',
    headers: headersOf(init),
    body: init.file,
    ...(init.signal ? { signal: init.signal } : {}),
    credentials: 'omit',
  });
  init.onProgress?.(init.file.size);
  return { status: response.status, body: parsedJson(await response.text()) };
}

function outcomeOf({ status, body }: Answer): Outcome<MediaRef> {
  const parsed = parseWith(uploadAnswerSchema, body, 'upload');
  if (status >= 200 && status < 300 && parsed.ok) return { type: 'done', value: parsed.value.media };
  const problem = problemOf(body);
  if (!problem) {
    return {
      type: 'refused',
      code: 'unavailable',
      message: `The gateway answered ${status}.`,
      retryable: status >= 500,
    };
  }
  const { code, message, retryable, retryAfterMs } = problem;
  return {
    type: 'refused',
    code: code === 'unauthorized' ? 'not-allowed' : code,
    message,
    retryable,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** Sends a file to the gateway. Repeating it does no harm, so a lost answer is a refusal that may be tried again. */
export async function uploadFile(init: UploadInit): Promise<Outcome<MediaRef>> {
  if (init.signal?.aborted) return { type: 'unconfirmed' };
  try {
    const canTellProgress = typeof XMLHttpRequest !== 'undefined' && init.onProgress !== undefined;
    return outcomeOf(await (canTellProgress ? byXmlHttpRequest(init) : byFetch(init)));
  } catch {
    if (init.signal?.aborted) return { type: 'unconfirmed' };
    return { type: 'refused', code: 'unavailable', message: 'The upload got no answer.', retryable: true };
  }
}
