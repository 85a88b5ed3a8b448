import * as oidc from 'openid-client';
import type { Result } from '../../problem/index.ts';
import type { Actor } from '../access/index.ts';
import { perform, type Service } from '../act/index.ts';
import { providerNotReached, providerNotThere } from './problems.ts';
import { keepProviderQuestion } from './provider-questions.ts';
import { isOnThisMachine } from './read-providers.ts';
import type { SignInProvider } from './sign-in-settings.ts';

/** Who asks a provider, by which browser, and what for. */
export type Asking = Readonly<{
  actor: Actor;
  provider: string;
  browser: string;
  next: string;
  invitation?: string;
}>;

/**
 * Where to send a browser so that a provider says who its user is. The provider is spoken to
 * outside any transaction: it may take its time.
 */
export async function askProvider(service: Service, asking: Asking): Promise<Result<string>> {
  const provider = findProvider(service, asking.provider);
  if (provider === undefined) return { ok: false, problems: [providerNotThere(asking.provider)] };
  const settings = await discover(provider);
  if (settings === undefined) return { ok: false, problems: [providerNotReached(provider.name)] };
  const { actor, browser, next, invitation = null } = asking;
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const verifier = oidc.randomPKCECodeVerifier();
  const account = actor.kind === 'account' ? actor.account : null;
  const question = { provider: provider.key, nonce, verifier, next, invitation, account };
  const kept = await perform(service, keepProviderQuestion, {
    actor,
    input: { state, browser, question },
  });
  if (!kept.ok) return kept;
  const address = oidc.buildAuthorizationUrl(settings, {
    redirect_uri: returnAddress(service),
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { ok: true, value: address.href };
}

/** Where providers send people back to. */
export function returnAddress({ address }: Pick<Service, 'address'>): string {
  return `${address}/sign-in/provider-answer`;
}

/** A provider of the settings, by its key. */
export function findProvider({ signIn }: Service, key: string): SignInProvider | undefined {
  return signIn?.providers.find((provider) => provider.key === key);
}

const discovered = new WeakMap<SignInProvider, oidc.Configuration>();

/** What a provider says of itself, asked for once; undefined while it cannot be reached. */
export async function discover(provider: SignInProvider): Promise<oidc.Configuration | undefined> {
  const known = discovered.get(provider);
  if (known !== undefined) return known;
  const { issuer, clientId, clientSecret } = provider;
  const isPlain = isOnThisMachine(issuer);
  try {
    const settings = await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
    discovered.set(provider, settings);
    return settings;
  } catch {
    return undefined;
  }
}
