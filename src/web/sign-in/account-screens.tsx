import type { TSchema } from 'typebox';
import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { Action } from '../../service/act/index.ts';
import {
  addPasskey,
  askNewPasskey,
  changePassword,
  endOwnSignIn,
  endToken,
  findRelyingParty,
  makeToken,
  readOwnAccount,
  removeIdentity,
  removePasskey,
} from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { showPage, showRefused } from '../show.tsx';
import { AccountPage } from './account-page.tsx';
import { formTexts } from './form-texts.ts';
import { PasskeyPage } from './passkey-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { tieMark } from './tie-mark.ts';
import { MadeTokenPage, NewTokenPage } from './tokens-page.tsx';

const none: readonly Problem[] = [];
const trail = [{ label: 'Your account', href: '/account' }];

async function showAccount(visit: Visit, problems = none): Promise<Answer> {
  const own = await visit.perform(readOwnAccount, {});
  if (!own.ok) return showRefused(visit, own.problems);
  const { service } = visit;
  return showPage(
    visit,
    { title: 'Your account', width: 'wide', problems },
    <AccountPage
      own={own.value}
      hasPasskeys={findRelyingParty(service.address) !== undefined}
      tie={tieMark(visit)}
      providers={(service.signIn?.providers ?? []).map(({ key, name }) => ({ key, name }))}
    />,
  );
}

async function showPassword(visit: Visit, problems = none): Promise<Answer> {
  const own = await visit.perform(readOwnAccount, {});
  if (!own.ok) return showRefused(visit, own.problems);
  const { hasPassword, tokens } = own.value;
  const title = hasPassword ? 'Change your password' : 'Set a password';
  return showPage(
    visit,
    { title, trail, problems },
    <PasswordPage hasPassword={hasPassword} tokens={tokens.length} />,
  );
}

async function sendPassword(visit: Visit): Promise<Answer> {
  const current = formText(visit, 'current');
  const password = formText(visit, 'password');
  const keepsTokens = formTexts(visit, 'keepsTokens').includes('yes');
  const result = await visit.perform(changePassword, { current, password, keepsTokens });
  if (!result.ok) return showPassword(visit, result.problems);
  if (result.value.state === 'refused') return showPassword(visit, result.value.problems);
  const { tokensEnded } = result.value;
  const ended = tokensEnded === 0 ? '' : ' Your tokens have ended.';
  return { kind: 'go', to: '/account', say: `Your password is changed.${ended}` };
}

async function askForPasskey(visit: Visit): Promise<Answer> {
  const result = await visit.perform(askNewPasskey, { browser: visit.csrf });
  if (!result.ok) return showAccount(visit, result.problems);
  const { options } = result.value;
  return showPage(
    visit,
    { title: 'Add a passkey', trail },
    <PasskeyPage kind="create" options={options} next="/account" />,
  );
}

async function sendPasskey(visit: Visit): Promise<Answer> {
  const name = formText(visit, 'name');
  const given = { response: formText(visit, 'response'), name, browser: visit.csrf };
  const result = await visit.perform(addPasskey, given);
  if (!result.ok) return showAccount(visit, result.problems);
  return { kind: 'go', to: '/account', say: 'The passkey is added.' };
}

function showNewToken(visit: Visit, problems = none): Answer {
  const { form: values } = visit;
  return showPage(
    visit,
    { title: 'Make a token', trail, problems },
    <NewTokenPage values={values} />,
  );
}

async function sendToken(visit: Visit): Promise<Answer> {
  const result = await visit.perform(makeToken, {
    name: formText(visit, 'name'),
    scopes: formTexts(visit, 'scopes'),
    days: Number(formText(visit, 'days')),
  });
  if (!result.ok) return showNewToken(visit, result.problems);
  return showPage(
    visit,
    { title: 'The token is made', trail },
    <MadeTokenPage {...result.value} />,
  );
}

/** A form with one field that ends something and says so. */
type Ending = Readonly<{ path: string; action: Action; field: string; say: string }>;

const endings: readonly Ending[] = [
  {
    path: '/account/passkeys/remove',
    action: removePasskey,
    field: 'passkey',
    say: 'The passkey is removed.',
  },
  {
    path: '/account/identities/remove',
    action: removeIdentity,
    field: 'provider',
    say: 'You no longer sign in that way.',
  },
  {
    path: '/account/sign-ins/end',
    action: endOwnSignIn,
    field: 'signIn',
    say: 'That sign-in has ended.',
  },
  { path: '/account/tokens/end', action: endToken, field: 'token', say: 'The token has ended.' },
];

function endingScreen({ path, action, field, say }: Ending): Screen {
  return {
    method: 'POST',
    path,
    who: 'signed in',
    show: async (visit) => {
      const result = await visit.perform<TSchema, TSchema>(action, {
        [field]: formText(visit, field),
      });
      return result.ok ? { kind: 'go', to: '/account', say } : showAccount(visit, result.problems);
    },
  };
}

/** One's own account. */
export const accountScreens: readonly Screen[] = [
  { method: 'GET', path: '/account', who: 'signed in', show: async (visit) => showAccount(visit) },
  {
    method: 'GET',
    path: '/account/password',
    who: 'signed in',
    show: async (visit) => showPassword(visit),
  },
  { method: 'POST', path: '/account/password', who: 'signed in', show: sendPassword },
  { method: 'POST', path: '/account/passkeys', who: 'signed in', show: askForPasskey },
  { method: 'POST', path: '/account/passkeys/add', who: 'signed in', show: sendPasskey },
  {
    method: 'GET',
    path: '/account/tokens',
    who: 'signed in',
    show: async (visit) => showNewToken(visit),
  },
  { method: 'POST', path: '/account/tokens', who: 'signed in', show: sendToken },
  ...endings.map(endingScreen),
];
