import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { perform } from '../../service/act/index.ts';
import {
  acceptInvitationToJoin,
  readInvitation,
  signUp,
} from '../../service/organisations/index.ts';
import { chooseOrganisation } from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { showPage, showRefused } from '../show.tsx';
import { goOn } from '../sign-in/next-page.ts';
import { InvitationPage, SignUpPage } from './join-pages.tsx';

const none: readonly Problem[] = [];

async function showInvitation(visit: Visit, problems = none): Promise<Answer> {
  const { token = '' } = visit.params;
  const read = await visit.perform(readInvitation, { token });
  if (!read.ok) return showRefused(visit, problems.length > 0 ? problems : read.problems);
  const providers = visit.service.signIn?.providers ?? [];
  return showPage(
    visit,
    { title: `Invitation to ${read.value.organisation}`, problems },
    <InvitationPage
      token={token}
      invitation={read.value}
      isSignedIn={visit.actor.kind === 'account'}
      values={visit.form}
      providers={providers.map(({ key, name }) => ({ key, name }))}
    />,
  );
}

async function accept(visit: Visit): Promise<Answer> {
  const { actor, service, params, from } = visit;
  const { token = '' } = params;
  const isNew = actor.kind !== 'account';
  const account = { name: formText(visit, 'name'), password: formText(visit, 'password') };
  const input = { token, agent: from.agent, ...(isNew ? account : {}) };
  const result = await visit.perform(acceptInvitationToJoin, input);
  if (!result.ok) return showInvitation(visit, result.problems);
  if (result.value.state === 'signed in') return goOn(visit, result.value, '/programmes');
  const { organisation } = result.value;
  const chosen = await perform(service, chooseOrganisation, { actor, input: { organisation } });
  return chosen.ok
    ? goOn(visit, chosen.value, '/organisation')
    : { kind: 'go', to: '/organisation/choose' };
}

function showSignUp(visit: Visit, problems = none): Answer {
  return showPage(
    visit,
    { title: 'Sign up as a provider', problems },
    <SignUpPage isSignedIn={visit.actor.kind === 'account'} values={visit.form} />,
  );
}

async function sendSignUp(visit: Visit): Promise<Answer> {
  const asked = ['organisation', 'name', 'email', 'password'] as const;
  const typed = Object.fromEntries(asked.map((name) => [name, formText(visit, name)]));
  const result = await visit.perform(signUp, { ...typed, ...visit.from });
  if (!result.ok) return showSignUp(visit, result.problems);
  if (result.value.state === 'refused') return showSignUp(visit, result.value.problems);
  return goOn(visit, result.value, '/');
}

/** Taking an invitation, and founding a provider. */
export const joinScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/invitation/:token',
    who: 'anyone',
    show: async (visit) => showInvitation(visit),
  },
  { method: 'POST', path: '/invitation/:token', who: 'anyone', show: accept },
  { method: 'GET', path: '/sign-up', who: 'anyone', show: async (visit) => showSignUp(visit) },
  { method: 'POST', path: '/sign-up', who: 'anyone', show: sendSignUp },
];
