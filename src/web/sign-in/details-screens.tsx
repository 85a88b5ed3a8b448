import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  askPasskey,
  changeEmail,
  changeName,
  findRelyingParty,
  readOwnAccount,
} from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { showPage, showRefused } from '../show.tsx';
import { EmailPage, NamePage } from './details-pages.tsx';
import { PasskeyPage } from './passkey-page.tsx';

const none: readonly Problem[] = [];
const trail = [{ label: 'Your account', href: '/account' }];

async function showName(visit: Visit, problems = none, typed?: string): Promise<Answer> {
  const own = await visit.perform(readOwnAccount, {});
  if (!own.ok) return showRefused(visit, own.problems);
  const title = 'Change your name';
  return showPage(visit, { title, trail, problems }, <NamePage name={typed ?? own.value.name} />);
}

async function sendName(visit: Visit): Promise<Answer> {
  const name = formText(visit, 'name');
  const result = await visit.perform(changeName, { name });
  if (!result.ok) return showName(visit, result.problems, name);
  return { kind: 'go', to: '/account', say: 'Your name is changed.' };
}

async function showEmail(visit: Visit, problems = none): Promise<Answer> {
  const own = await visit.perform(readOwnAccount, {});
  if (!own.ok) return showRefused(visit, own.problems);
  const hasPasskey =
    own.value.passkeys.length > 0 && findRelyingParty(visit.service.address) !== undefined;
  return showPage(
    visit,
    { title: 'Change your e-mail address', trail, problems },
    <EmailPage own={own.value} hasPasskey={hasPasskey} values={visit.form} />,
  );
}

async function sendEmail(visit: Visit): Promise<Answer> {
  const email = formText(visit, 'email');
  const response = formText(visit, 'response');
  if (formText(visit, 'by') === 'passkey') return askForPasskey(visit, email);
  const proof = response === '' ? { current: formText(visit, 'current') } : { response };
  const result = await visit.perform(changeEmail, { email, ...proof, browser: visit.csrf });
  if (!result.ok) return showEmail(visit, result.problems);
  if (result.value.state === 'refused') return showEmail(visit, result.value.problems);
  const say = `You sign in with ${result.value.email} from now on.`;
  return { kind: 'go', to: '/account', say };
}

async function askForPasskey(visit: Visit, email: string): Promise<Answer> {
  const result = await visit.perform(askPasskey, { browser: visit.csrf });
  if (!result.ok) return showEmail(visit, result.problems);
  const { options } = result.value;
  return showPage(
    visit,
    { title: 'Change your e-mail address', trail },
    <PasskeyPage kind="get" options={options} next="/account" email={email} />,
  );
}

/** By which name colleagues know one, and the address that one signs in with. */
export const detailsScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/account/name',
    who: 'signed in',
    show: async (visit) => showName(visit),
  },
  { method: 'POST', path: '/account/name', who: 'signed in', show: sendName },
  {
    method: 'GET',
    path: '/account/email',
    who: 'signed in',
    show: async (visit) => showEmail(visit),
  },
  { method: 'POST', path: '/account/email', who: 'signed in', show: sendEmail },
];
