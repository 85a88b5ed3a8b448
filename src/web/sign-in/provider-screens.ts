import type { Answer, Screen, Visit } from '../../http/index.ts';
import { acceptByProvider } from '../../service/organisations/index.ts';
import {
  askProvider,
  hearProvider,
  signInByProvider,
  tieIdentity,
} from '../../service/sign-in/index.ts';
import { goOn, nextPage } from './next-page.ts';
import { showSignIn } from './sign-in-screens.tsx';
import { tieMark } from './tie-mark.ts';

// Providers answer to an address, so that both of these are asked for and not sent. What is asked
// is bound to the browser, and its answer is taken once.
async function ask(visit: Visit): Promise<Answer> {
  const { service, actor, csrf, params, query } = visit;
  const isOwnWish = actor.kind !== 'account' || query.tie === tieMark(visit);
  if (!isOwnWish) return { kind: 'go', to: '/account' };
  const result = await askProvider(service, {
    actor,
    provider: params.provider ?? '',
    browser: csrf,
    next: nextPage(query.next),
    ...(query.invitation === undefined ? {} : { invitation: query.invitation }),
  });
  return result.ok ? { kind: 'go', to: result.value } : showSignIn(visit, result.problems);
}

async function hear(visit: Visit): Promise<Answer> {
  const { service, actor, csrf, query, from } = visit;
  const heard = await hearProvider(service, { actor, browser: csrf, query });
  if (!heard.ok) return showSignIn(visit, heard.problems);
  const { question, answer } = heard.value;
  if (question.account !== null) {
    const tied = await visit.perform(tieIdentity, { answer });
    if (!tied.ok) return showSignIn(visit, tied.problems);
    return { kind: 'go', to: '/account', say: 'You can sign in that way from now on.' };
  }
  const { invitation: token } = question;
  const { agent } = from;
  const entered = await (token === null
    ? visit.perform(signInByProvider, { answer, agent })
    : visit.perform(acceptByProvider, { token, answer, agent }));
  if (!entered.ok) return showSignIn(visit, entered.problems);
  return goOn(visit, entered.value, question.next);
}

/** Signing in by another service, and coming back from it. */
export const providerScreens: readonly Screen[] = [
  { method: 'GET', path: '/sign-in/with/:provider', who: 'anyone', show: ask },
  { method: 'GET', path: '/sign-in/provider-answer', who: 'anyone', show: hear },
];
