/** The shared secret of the agents' tokens in tests. */
export const JWT_SECRET = 'a shared secret of at least thirty-two bytes';

export const ORIGIN = 'https://desk.example.com';

export const SECRETS_ENVIRONMENT = {
  WA_DESK_ACCESS_TOKEN: 'access-token',
  WA_DESK_APP_SECRET: 'app-secret',
  WA_DESK_VERIFY_TOKEN: 'verify-token',
  WA_DESK_JWT_SECRET: JWT_SECRET,
};

/** A small configuration as it stands in a file: one channel, two agents. */
export function configInput() {
  return {
    publicUrl: 'https://gateway.example.com',
    logLevel: 'silent',
    graph: { baseUrl: 'https://graph.example.com', version: 'v26.0' },
    auth: { issuer: 'https://login.example.com', audience: 'wa-desk', algorithms: ['HS256'] },
    origins: [ORIGIN],
    channels: [
      {
        id: 'support',
        name: 'Support',
        phoneNumberId: '106540352242922',
        wabaId: '102290129340398',
        phoneNumber: '+15550783881',
      },
    ],
    agents: [
      { id: 'ana', name: 'Ana Souza', channels: ['support'] },
      { id: 'ben', name: 'Ben Okafor', channels: ['support'] },
    ],
  };
}
