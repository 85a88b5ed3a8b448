import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { Day, Status } from '../look/index.ts';
import type { Claim } from './queue-page.tsx';

const nearDays = 3;

/** By which day a claim is decided, as the page states it; nothing where it states none. */
export function DecideBy({ claim }: Readonly<{ claim: Claim }>): JSX.Element | null {
  const { decideBy, daysLeft, isDeemed } = claim;
  if (decideBy === undefined || daysLeft === undefined) return null;
  const day = <Day day={decideBy as CalendarDay} />;
  if (daysLeft < 0) {
    return (
      <Status tone="bad">
        {isDeemed ? 'Counts as verified since ' : 'Late: was due by '}
        {day}
      </Status>
    );
  }
  if (daysLeft > nearDays) return <Status tone="waiting">Decide by {day}</Status>;
  return (
    <Status tone="attention">
      Decide {nearWords[daysLeft] ?? <>by {day}</>}
      {isDeemed && ', or it counts as verified'}
    </Status>
  );
}

const nearWords: readonly (string | undefined)[] = ['today', 'by tomorrow'];
