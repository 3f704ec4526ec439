import { createServer } from 'node:net';

const TAKEN = ['EADDRINUSE', 'EACCES'];

/** The address that everything of the playground listens on: nobody else's machine reaches it. */
export const HOST = '127.0.0.1';

/** `wanted` when it is free, else any port that is. */
export async function freePort(wanted: number): Promise<number> {
  try {
    return await listenOnce(wanted);
  } catch (error) {
    if (isTaken(error)) return listenOnce(0);
    throw error;
  }
}

/** Whether listening failed because the port belongs to somebody else. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && TAKEN.includes(String(error.code));
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
