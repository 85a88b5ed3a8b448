import type { Answer, Screen, Visit } from '../../http/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  endMembership,
  giveDuty,
  memberNotThere,
  readOrganisation,
  takeDuty,
} from '../../service/organisations/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import { showPage, showRefused } from '../show.tsx';
import { MemberPage } from './member-page.tsx';
import { showOrganisation, typedLimit } from './organisation-screens.tsx';

const none: readonly Problem[] = [];

async function showMember(visit: Visit, problems = none): Promise<Answer> {
  const read = await visit.perform(readOrganisation, {});
  if (!read.ok) return showRefused(visit, read.problems);
  const { members } = read.value;
  const member = members.find(({ account }) => account === visit.params.account);
  if (member === undefined || !hasDuty(visit, 'administrator')) {
    return showRefused(visit, [memberNotThere()]);
  }
  const { actor } = visit;
  return showPage(
    visit,
    { title: member.name, trail: [{ label: 'Organisation', href: '/organisation' }], problems },
    <MemberPage
      member={member}
      isOneself={actor.kind === 'account' && actor.account === member.account}
      values={visit.form}
    />,
  );
}

// Whoever lays down their own duty is no longer signed in for the organisation.
async function after(
  visit: Visit,
  result: Result<unknown>,
  { to, say }: Readonly<{ to: string; say: string }>,
): Promise<Answer> {
  return result.ok ? { kind: 'go', to, say } : showMember(visit, result.problems);
}

async function give(visit: Visit): Promise<Answer> {
  const { account = '' } = visit.params;
  const asked = { account, duty: formText(visit, 'duty'), ...typedLimit(visit) };
  const result = await visit.perform(giveDuty, asked);
  return after(visit, result, {
    to: `/organisation/members/${account}`,
    say: 'The duty is given. They sign in again to take it up.',
  });
}

async function take(visit: Visit): Promise<Answer> {
  const { account = '' } = visit.params;
  const result = await visit.perform(takeDuty, { account, duty: formText(visit, 'duty') });
  return after(visit, result, {
    to: `/organisation/members/${account}`,
    say: 'The duty is taken away.',
  });
}

async function end(visit: Visit): Promise<Answer> {
  const { account = '' } = visit.params;
  const result = await visit.perform(endMembership, { account });
  if (!result.ok) return showOrganisation(visit, result.problems);
  return { kind: 'go', to: '/organisation', say: 'The membership has ended.' };
}

const path = '/organisation/members/:account';

/** One member of the organisation, for its administrators. */
export const memberScreens: readonly Screen[] = [
  { method: 'GET', path, who: ['administrator'], show: async (visit) => showMember(visit) },
  { method: 'POST', path: `${path}/give`, who: ['administrator'], show: give },
  { method: 'POST', path: `${path}/take`, who: ['administrator'], show: take },
  { method: 'POST', path: `${path}/end`, who: ['administrator'], show: end },
];
