import { loadConfig } from './config/load-config.js';
import type { GatewayConfig } from './config/config-schema.js';
import { readSecrets, type Environment } from './config/secrets.js';
import { GraphClient, GraphError } from './graph/graph-client.js';

/** What became of asking WhatsApp for one channel's number. */
export interface ChannelReport {
  readonly ok: boolean;
  /** One line for whoever runs the gateway. */
  readonly line: string;
}

type Channel = GatewayConfig['channels'][number];

/** Asks WhatsApp for the number of each channel, with its token; nothing is sent or stored. Rejects with a `ConfigError`. */
export async function checkChannels(configFile: string, environment: Environment): Promise<readonly ChannelReport[]> {
  const config = await loadConfig(configFile);
  const secrets = readSecrets(config, environment);
  const { baseUrl, version, mediaHosts, timeoutSeconds } = config.graph;
  const graph = new GraphClient({
    baseUrl,
    version,
    mediaHosts,
    timeoutMs: timeoutSeconds * 1000,
    downloadTimeoutMs: config.media.downloadTimeoutSeconds * 1000,
  });
  return Promise.all(
    config.channels.map((channel) => checkChannel(graph, channel, secrets.channels[channel.id]?.accessToken ?? '')),
  );
}

async function checkChannel(graph: GraphClient, channel: Channel, accessToken: string): Promise<ChannelReport> {
  const { id, phoneNumberId, wabaId, phoneNumber } = channel;
  try {
    const shown = await graph.phoneNumber({ phoneNumberId, wabaId, accessToken });
    const ok = shown.replace(/\D/g, '') === phoneNumber.replace(/\D/g, '');
    const line = ok
      ? `${id}: WhatsApp knows ${phoneNumber}, and the token works.`
      : `${id}: phoneNumberId ${phoneNumberId} is ${shown} at WhatsApp, not ${phoneNumber}. Correct one of the two.`;
    return { ok, line };
  } catch (failure) {
    return { ok: false, line: `${id}: ${failure instanceof GraphError ? wordsOf(failure) : String(failure)}` };
  }
}

function wordsOf({ message, problem }: GraphError): string {
  if (!problem) return `${message} Check graph.baseUrl, graph.version and the way to the internet.`;
  const said =
    `${message} It said: (#${problem.code}) ${problem.details ?? problem.message ?? problem.title ?? ''}`.trimEnd();
  if (problem.code === 190) return `${said} Generate the access token anew.`;
  return `${said} Check phoneNumberId, and that the token's system user has the app and the WABA.`;
}
