import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { perform } from '../../service/act/index.ts';
import {
  invite,
  leaveOrganisation,
  readOrganisation,
  withdrawInvitation,
} from '../../service/organisations/index.ts';
import { readLeftUndone } from '../../service/record/index.ts';
import { chooseOrganisation } from '../../service/sign-in/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import { Confirm, Heading } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { formTexts } from '../sign-in/form-texts.ts';
import { nextPage } from '../sign-in/next-page.ts';
import { InvitedPage, InvitePage } from './invite-page.tsx';
import { LeftUndone } from './left-undone.tsx';
import { ChoosePage, OrganisationPage } from './organisation-page.tsx';

const none: readonly Problem[] = [];
const trail = [{ label: 'Organisation', href: '/organisation' }];

/** A publisher's limit as it was typed; none where nothing was. */
export function typedLimit(visit: Visit) {
  const amount = formText(visit, 'limit').trim();
  return amount === '' ? {} : { limit: { amount, currency: formText(visit, 'currency').trim() } };
}

/** The page of the organisation that is acted for. */
export async function showOrganisation(visit: Visit, problems = none): Promise<Answer> {
  const { actor } = visit;
  if (actor.kind === 'account' && actor.organisation === undefined && problems.length === 0) {
    return showChoice(visit);
  }
  const read = await visit.perform(readOrganisation, {});
  if (!read.ok) return showRefused(visit, read.problems);
  const undone = mayDo(readLeftUndone, actor).ok
    ? await visit.perform(readLeftUndone, {})
    : undefined;
  return showPage(
    visit,
    { title: read.value.name, width: 'wide', problems },
    <>
      <LeftUndone left={undone?.ok === true ? undone.value.left : []} />
      <OrganisationPage
        organisation={read.value}
        isAdministrator={hasDuty(visit, 'administrator')}
      />
    </>,
  );
}

function showChoice(visit: Visit): Answer {
  const organisations = visit.actor.kind === 'account' ? visit.actor.organisations : [];
  if (organisations.length === 0) {
    return showPage(
      visit,
      { title: 'No organisation' },
      <Heading lead="Ask an administrator to invite you, or sign up as a provider.">
        You belong to no organisation
      </Heading>,
    );
  }
  return showPage(
    visit,
    { title: 'Which organisation do you act for?' },
    <ChoosePage organisations={organisations} next={nextPage(visit.query.next)} />,
  );
}

// Choosing twice is choosing once, so no key guards it: whoever clicks twice holds the last token.
async function choose(visit: Visit): Promise<Answer> {
  const { service, actor } = visit;
  const input = { organisation: formText(visit, 'organisation') || formText(visit, 'value') };
  const result = await perform(service, chooseOrganisation, { actor, input });
  if (!result.ok) return showOrganisation(visit, result.problems);
  const { token: value, secondsMax } = result.value;
  const cookies = [{ name: 'sign-in', value, secondsMax }] as const;
  return { kind: 'go', to: nextPage(formText(visit, 'next') || undefined), cookies };
}

function showInvite(visit: Visit, problems = none): Answer {
  const { form: values } = visit;
  return showPage(
    visit,
    { title: 'Invite somebody', trail, problems },
    <InvitePage values={values} />,
  );
}

async function sendInvite(visit: Visit): Promise<Answer> {
  const email = formText(visit, 'email');
  const asked = { email, duties: formTexts(visit, 'duties'), ...typedLimit(visit) };
  const result = await visit.perform(invite, asked);
  if (!result.ok) return showInvite(visit, result.problems);
  return showPage(
    visit,
    { title: 'The invitation is made', trail },
    <InvitedPage email={email} {...result.value} />,
  );
}

async function withdraw(visit: Visit): Promise<Answer> {
  const invitation = formText(visit, 'invitation');
  const result = await visit.perform(withdrawInvitation, { invitation });
  if (!result.ok) return showOrganisation(visit, result.problems);
  return { kind: 'go', to: '/organisation', say: 'The invitation is withdrawn.' };
}

function showLeave(visit: Visit, problems = none): Answer {
  const { actor } = visit;
  const name = actor.kind === 'account' ? (actor.organisation?.name ?? '') : '';
  const title = `Leave ${name}`;
  return showPage(
    visit,
    { title, trail, problems },
    <>
      <Heading>{title}</Heading>
      <Confirm
        action="/organisation/leave"
        button={title}
        isGrave
        otherwise={{ label: 'Stay', href: '/organisation' }}
      >
        <p>
          Your duties and tokens for {name} end. You come back only by another invitation. What you
          did stays in the record.
        </p>
      </Confirm>
    </>,
  );
}

async function leave(visit: Visit): Promise<Answer> {
  const result = await visit.perform(leaveOrganisation, {});
  if (!result.ok) return showLeave(visit, result.problems);
  const { token: value, secondsMax } = result.value;
  const cookies = [{ name: 'sign-in', value, secondsMax }] as const;
  return { kind: 'go', to: '/organisation', say: 'You have left.', cookies };
}

/** The organisation that one acts for. */
export const organisationScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/organisation',
    who: 'signed in',
    show: async (visit) => showOrganisation(visit),
  },
  {
    method: 'GET',
    path: '/organisation/choose',
    who: 'signed in',
    show: async (visit) => showChoice(visit),
  },
  { method: 'POST', path: '/organisation/choose', who: 'signed in', show: choose },
  {
    method: 'GET',
    path: '/organisation/invite',
    who: ['administrator'],
    show: async (visit) => showInvite(visit),
  },
  { method: 'POST', path: '/organisation/invite', who: ['administrator'], show: sendInvite },
  {
    method: 'POST',
    path: '/organisation/invitations/withdraw',
    who: ['administrator'],
    show: withdraw,
  },
  {
    method: 'GET',
    path: '/organisation/leave',
    who: 'signed in',
    show: async (visit) => showLeave(visit),
  },
  { method: 'POST', path: '/organisation/leave', who: 'signed in', show: leave },
];
