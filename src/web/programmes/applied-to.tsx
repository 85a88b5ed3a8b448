import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Visit } from '../../http/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { listOwnApplications } from '../../service/joining/index.ts';
import { Day, Notice } from '../look/index.ts';

/** An application of the organisation that is acted for. */
export type OwnApplication = Static<(typeof listOwnApplications)['output']>['applications'][number];

/** The applications of the organisation acted for; none for those who do not apply. */
export async function findApplications(visit: Visit): Promise<readonly OwnApplication[]> {
  if (visit.actor.kind !== 'account' || visit.actor.organisation === undefined) return [];
  if (!mayDo(listOwnApplications, visit.actor).ok) return [];
  const found = await visit.perform(listOwnApplications, {});
  return found.ok ? found.value.applications : [];
}

export type AppliedToProps = Readonly<{ applications: readonly OwnApplication[] }>;

/** Says of each application that is under way where it stands, and leads to it. */
export function AppliedTo({ applications }: AppliedToProps): JSX.Element | null {
  const open = applications.filter(({ state }) => state === 'applied' || state === 'draft');
  if (open.length === 0) return null;
  return (
    <Notice tone="waiting">
      {open.map((each) => (
        <p key={each.programme}>
          <Said application={each} />
        </p>
      ))}
    </Notice>
  );
}

function Said({ application }: Readonly<{ application: OwnApplication }>): JSX.Element {
  const { programme, name, state, decideBy, isLate } = application;
  const link = <a href={`/programmes/${programme}/join`}>{name}</a>;
  if (state === 'draft') return <>Your application to {link} is not sent so far.</>;
  if (decideBy === undefined) return <>You have applied to {link}, which decides on it.</>;
  const on = <Day day={decideBy as CalendarDay} />;
  return isLate ? (
    <>
      You have applied to {link}. The decision was due by {on} and is late.
    </>
  ) : (
    <>
      You have applied to {link}. It is decided by {on}.
    </>
  );
}
