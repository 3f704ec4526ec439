import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpProblem } from 'wa-desk/protocol';

type ProblemCode = HttpProblem['error']['code'];

/** An answer that is not 2xx, thrown from wherever it is known. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly statusCode: number,
    readonly problem: ProblemCode,
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

const CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthorized',
  403: 'not-allowed',
  404: 'not-found',
  413: 'limit-exceeded',
  415: 'limit-exceeded',
  429: 'too-many-requests',
};

/** Answers every error in one form, and tells outsiders nothing of what went wrong inside. */
export function answerProblem(
  error: FastifyError | ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'A request failed.');
  const retryAfterMs = 'retryAfterMs' in error ? error.retryAfterMs : undefined;
  if (retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  return reply.code(status).send({
    error: {
      code: 'problem' in error ? error.problem : codeOf(status),
      message:
        status >= 500 && !(error instanceof ProblemError)
          ? 'The gateway could not answer. Its log says why.'
          : error.message,
      retryable: status === 429 || status >= 500,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
  } satisfies HttpProblem);
}

function codeOf(status: number): ProblemCode {
  return CODES[status] ?? (status >= 500 ? 'unavailable' : 'invalid');
}
