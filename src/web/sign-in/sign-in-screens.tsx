import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  askPasskey,
  findRelyingParty,
  signInByPasskey,
  signInByPassword,
  signOut,
} from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { showPage } from '../show.tsx';
import { goOn, nextPage } from './next-page.ts';
import { PasskeyPage } from './passkey-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const none: readonly Problem[] = [];

/** The page for signing in, with what went wrong. */
export function showSignIn(visit: Visit, problems = none): Answer {
  const { service, query, form } = visit;
  const next = nextPage(formText(visit, 'next') || query.next);
  const providers = service.signIn?.providers ?? [];
  return showPage(
    visit,
    { title: 'Sign in', problems },
    <SignInPage
      values={{ email: form.email }}
      next={next}
      hasPasskeys={findRelyingParty(service.address) !== undefined}
      providers={providers.map(({ key, name }) => ({ key, name }))}
    />,
  );
}

async function byPassword(visit: Visit): Promise<Answer> {
  const result = await visit.perform(signInByPassword, {
    email: formText(visit, 'email'),
    password: formText(visit, 'password'),
    ...visit.from,
  });
  if (!result.ok) return showSignIn(visit, result.problems);
  if (result.value.state === 'refused') return showSignIn(visit, result.value.problems);
  return goOn(visit, result.value, nextPage(formText(visit, 'next')));
}

async function askForPasskey(visit: Visit): Promise<Answer> {
  const result = await visit.perform(askPasskey, { browser: visit.csrf });
  if (!result.ok) return showSignIn(visit, result.problems);
  const next = nextPage(formText(visit, 'next'));
  const { options } = result.value;
  return showPage(
    visit,
    { title: 'Sign in with a passkey' },
    <PasskeyPage kind="get" options={options} next={next} />,
  );
}

async function byPasskey(visit: Visit): Promise<Answer> {
  const response = formText(visit, 'response');
  const given = { response, browser: visit.csrf, ...visit.from };
  const result = await visit.perform(signInByPasskey, given);
  if (!result.ok) return showSignIn(visit, result.problems);
  if (result.value.state === 'refused') return showSignIn(visit, result.value.problems);
  return goOn(visit, result.value, nextPage(formText(visit, 'next')));
}

async function out(visit: Visit): Promise<Answer> {
  await visit.perform(signOut, {});
  const cookies = [{ name: 'sign-in' }] as const;
  return { kind: 'go', to: '/sign-in', say: 'You are signed out.', cookies };
}

/** Signing in and out. */
export const signInScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/sign-in',
    who: 'anyone',
    show: async (visit) =>
      visit.actor.kind === 'account'
        ? { kind: 'go', to: nextPage(visit.query.next) }
        : showSignIn(visit),
  },
  { method: 'POST', path: '/sign-in', who: 'anyone', show: byPassword },
  { method: 'POST', path: '/sign-in/passkey', who: 'anyone', show: askForPasskey },
  { method: 'POST', path: '/sign-in/passkey/answer', who: 'anyone', show: byPasskey },
  { method: 'POST', path: '/sign-out', who: 'anyone', show: out },
];
