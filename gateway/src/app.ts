import fastify, { type FastifyInstance } from 'fastify';
import { agentRoutes } from './agents/agent-routes.js';
import { AgentSide } from './agents/agent-side.js';
import { deskConfigOf } from './desk/desk-config.js';
import { DeskRuntime } from './desk/desk-runtime.js';
import { DeskTimer } from './desk/desk-timer.js';
import type { AppDeps } from './app-deps.js';
import { answerProblem, ProblemError } from './http-problem.js';
import { loggerOptions } from './log-redaction.js';
import { MEGABYTE } from './sizes.js';
import { webhookRoutes } from './webhooks/webhook-routes.js';
import { WhatsAppSide } from './whatsapp-side.js';

/** Time for a request to come in whole: the largest file over a slow line (milliseconds). */
const REQUEST_TIMEOUT_MS = 10 * 60 * 1000;

/** Builds the whole gateway without listening; closing it ends what it began, and leaves the files of `deps` open. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, secrets, inbox, log, now, onFatal } = deps;
  const app = createServer(config.logLevel);
  const runtime = await DeskRuntime.open({ log, config: deskConfigOf(config), now, logger: app.log, onFatal });
  const whatsApp = new WhatsAppSide(deps, runtime, app.log);
  const agents = new AgentSide(deps, runtime, app.log);
  const timer = keepTime(runtime);

  const process = whatsApp.process.bind(whatsApp);
  await app.register(webhookRoutes({ inbox, secrets: secrets.channels, now, process }));
  await app.register(agentRoutes(agents.context));
  app.get('/health', async () => {
    await runtime.settled();
    return { status: 'ok' };
  });
  app.addHook('preClose', async () => {
    agents.stop();
    timer.set(undefined);
    await whatsApp.stop();
    await runtime.settled();
  });
  agents.start();
  await whatsApp.start();
  return app;
}

function createServer(logLevel: string): FastifyInstance {
  const app = fastify({
    logger: loggerOptions(logLevel),
    requestTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: MEGABYTE,
    forceCloseConnections: true,
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(async () => {
    throw new ProblemError(404, 'not-found', 'There is nothing here.');
  });
  app.addHook('onSend', async (_request, reply) => void reply.header('x-content-type-options', 'nosniff'));
  return app;
}

/** After a tick that could not be written down (milliseconds). */
const REST_MS = 1000;

/** Lets the desk know that time has passed when that changes something, such as an offer that expires. */
function keepTime(runtime: DeskRuntime): DeskTimer {
  const look = (): void => timer.set(runtime.wakeAt());
  const rest = (): void => timer.set(runtime.now() + REST_MS);
  const timer = new DeskTimer(runtime.now, () => void runtime.handle({ type: 'tick' }).then(look, rest));
  runtime.watch(look);
  look();
  return timer;
}
