import Type, { type Static } from 'typebox';
import { action } from '../act/index.ts';
import { answerChallenge, browserText, keepChallenge } from './challenge.ts';
import { providerAnswerOtherwise } from './problems.ts';

/** What was asked of a provider, and where to go on afterwards. */
export const providerQuestion = Type.Object({
  provider: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  next: Type.String({ maxLength: 2000 }),
  invitation: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
  /** Who was signed in, where it is to be tied to their account. */
  account: Type.Union([Type.String(), Type.Null()]),
});

export type ProviderQuestion = Static<typeof providerQuestion>;

const stateText = Type.String({ maxLength: 200 });

/** Keeps what a provider is asked, under the state that it gives back. */
export const keepProviderQuestion = action({
  name: 'sign-in.ask_provider',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  summary: 'Begin to sign in by another service.',
  input: Type.Object({ state: stateText, browser: browserText, question: providerQuestion }),
  output: Type.Null(),
  run: async (work, { state: text, browser, question: content }) => {
    await keepChallenge(work, { kind: 'provider', text, browser, content });
    return { ok: true, value: null };
  },
});

/** Takes what was asked, once, for the browser that asked it. */
export const takeProviderQuestion = action({
  name: 'sign-in.take_provider_question',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Take up the answer of another service.',
  input: Type.Object({ state: stateText, browser: browserText }),
  output: providerQuestion,
  run: async (work, { state: text, browser }) => {
    const question = await answerChallenge(work, { kind: 'provider', text, browser });
    if (question === undefined) return { ok: false, problems: [providerAnswerOtherwise()] };
    return { ok: true, value: question as ProviderQuestion };
  },
});
