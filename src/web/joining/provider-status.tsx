import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { listStandings } from '../../service/joining/index.ts';
import { Day, Status } from '../look/index.ts';

export type Standing = Static<(typeof listStandings)['output']>['providers'][number];

type Shown = Pick<Standing, 'state' | 'pausedBy' | 'joinsOn' | 'leavesOn'>;

/** How a provider stands, and for whose sake it is paused. */
export function ProviderStatus({ provider }: Readonly<{ provider: Shown }>): JSX.Element {
  const { state, pausedBy, leavesOn } = provider;
  if (state === 'left') return <Status tone="neutral">Left</Status>;
  if (state === 'leaving') {
    return (
      <Status tone="waiting">
        Leaves on <OnDay day={leavesOn} />
      </Status>
    );
  }
  if (pausedBy.length === 0) return <Status tone="good">Open to referrals</Status>;
  return (
    <Status tone="attention">
      Paused: {pausedBy.map((by) => pauses[by]).join('; ')}
      {leavesOn !== undefined && (
        <>
          , to be shown by <OnDay day={leavesOn} />
        </>
      )}
    </Status>
  );
}

const pauses = {
  commissioner: 'by the commissioner',
  provider: 'by the provider',
  condition: 'a condition has to be shown again',
} as const;

function OnDay({ day }: Readonly<{ day: string | undefined }>): JSX.Element {
  return day === undefined ? <>a day to come</> : <Day day={day as CalendarDay} />;
}

/** What has to be shown again soon, or ran out. */
export function RunningOut({ provider }: Readonly<{ provider: Pick<Standing, 'conditions'> }>) {
  const soon = provider.conditions.filter(({ holding }) => holding !== 'holds');
  if (soon.length === 0) return null;
  return (
    <ul class="joining-running-out">
      {soon.map(({ condition, sentence, until, holding }) => (
        <li key={condition}>
          <Status tone={holding === 'ran_out' ? 'bad' : 'attention'}>
            {holding === 'ran_out' ? 'Ran out on' : 'Holds until'} <OnDay day={until} />
          </Status>
          <br />
          {sentence}
        </li>
      ))}
    </ul>
  );
}
