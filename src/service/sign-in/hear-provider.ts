import * as oidc from 'openid-client';
import type { Result } from '../../problem/index.ts';
import type { Actor } from '../access/index.ts';
import { perform, type Service } from '../act/index.ts';
import { discover, findProvider, returnAddress } from './ask-provider.ts';
import { providerAnswerOtherwise, providerNotReached } from './problems.ts';
import { type ProviderAnswer, vouchFor } from './provider-answer.ts';
import { type ProviderQuestion, takeProviderQuestion } from './provider-questions.ts';

/** What came back from a provider by the browser: the query of the address. */
export type Heard = Readonly<{
  actor: Actor;
  browser: string;
  query: Readonly<Record<string, string>>;
}>;

/** What was asked and what the provider says to it, once both fit together. */
export type Told = Readonly<{ question: ProviderQuestion; answer: ProviderAnswer }>;

/** Takes up what came back: the question it answers, then the provider's own word for it. */
export async function hearProvider(service: Service, heard: Heard): Promise<Result<Told>> {
  const { actor, browser, query } = heard;
  const state = query.state ?? '';
  const taken = await perform(service, takeProviderQuestion, { actor, input: { state, browser } });
  if (!taken.ok) return { ok: false, problems: [providerAnswerOtherwise()] };
  const question = taken.value;
  const provider = findProvider(service, question.provider);
  const settings = provider === undefined ? undefined : await discover(provider);
  if (provider === undefined || settings === undefined) {
    return { ok: false, problems: [providerNotReached(provider?.name ?? question.provider)] };
  }
  const claims = await claimsOf(settings, {
    address: `${returnAddress(service)}?${new URLSearchParams(query).toString()}`,
    question,
    state,
  });
  if (claims === undefined) return { ok: false, problems: [providerAnswerOtherwise()] };
  const name = typeof claims.name === 'string' ? claims.name : '';
  const answer = vouchFor({ provider: provider.key, subject: claims.sub, name });
  return { ok: true, value: { question, answer } };
}

type Answered = Readonly<{ address: string; question: ProviderQuestion; state: string }>;

// The library throws where state, nonce, signature, audience or time do not fit.
async function claimsOf(settings: oidc.Configuration, { address, question, state }: Answered) {
  try {
    const tokens = await oidc.authorizationCodeGrant(settings, new URL(address), {
      pkceCodeVerifier: question.verifier,
      expectedNonce: question.nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    return tokens.claims();
  } catch {
    return undefined;
  }
}
