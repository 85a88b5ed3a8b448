import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';
import type { SignInProvider } from '../../src/service/sign-in/index.ts';

/** A real provider of OpenID Connect on loopback, whose user is who the test says. */
export type IdentityProvider = Readonly<{
  settings: SignInProvider;
  beUser: (subject: string) => void;
}>;

/** Starts one that answers to this address; it runs until the test file is done. */
export async function anIdentityProvider(redirect: string): Promise<IdentityProvider> {
  const server = createServer();
  const issuer = await listen(server);
  const user = { subject: 'somebody' };
  const clientSecret = 'a secret that only these two know, forty letters long';
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'outturn', client_secret: clientSecret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, name: `Name of ${sub}` }),
    }),
    interactions: {
      url: (_: unknown, { uid }: Readonly<{ uid: string }>) => `/interaction/${uid}`,
    },
    pkce: { required: () => true },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!(request.url ?? '').startsWith('/interaction/')) return void handle(request, response);
    void agree(provider, { request, response, subject: user.subject });
  });
  afterAll(async () => new Promise((done) => server.close(done)));
  const settings = {
    key: 'works',
    name: 'Works account',
    issuer,
    clientId: 'outturn',
    clientSecret,
  };
  return {
    settings,
    beUser: (subject) => {
      user.subject = subject;
    },
  };
}

type Asked = Readonly<{ request: IncomingMessage; response: ServerResponse; subject: string }>;

// The user is asked nothing: they are who the test says, and agree to whatever is asked.
async function agree(provider: Provider, { request, response, subject }: Asked): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const result = { login: { accountId: subject } };
    return provider.interactionFinished(request, response, result);
  }
  const grant = new provider.Grant({ accountId: subject, clientId: params.client_id });
  grant.addOIDCScope('openid profile');
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return `http://127.0.0.1:${port}`;
}
