import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import {
  type Achieved,
  achievedOn,
  attachmentOn,
  verified,
  verifiedOrWaiting,
} from './achieved.ts';
import { type AsAt, type Stretch, stretchesOf } from './standing-facts.ts';

/** A line before it is priced, with its payable day; it has none while its facts wait. */
export type Earned = Achieved &
  Readonly<{
    participant: string;
    attachment: string;
    provider: string;
    group: string;
    payableOn: DayNumber | undefined;
  }>;

/** The lines of one participant, from all facts about it. */
export function linesOfOne(facts: readonly Fact[], asAt: AsAt): readonly Earned[] {
  const stretches = stretchesOf(facts, asAt.knownBy);
  const today = { stretches, asAt, day: asAt.knownBy };
  const attachment = attachmentOn(today);
  if (attachment === undefined) return [];
  const { id, participant = '', provider = '', group = '' } = attachment;
  const whose = { participant, attachment: id, provider, group };
  const sure = achievedOn(today, verified);
  const hoped = waitingOf(achievedOn(today, verifiedOrWaiting), sure);
  const wasThere = thereOn(stretches, asAt);
  const days = daysOfChange(stretches);
  return [
    ...sure.map((each) => ({ ...each, ...whose, payableOn: payableDay(each, days, wasThere) })),
    ...hoped.map((each) => ({ ...each, ...whose, payableOn: undefined })),
  ];
}

type WasThere = (line: Achieved, day: DayNumber) => boolean;

/**
 * Step 5: "The first day, not before the outcome's own, by which the facts that stand today, as far
 * as they were known and counted by then, were already enough for the line: the same outcome,
 * attachment, provider and number".
 */
function payableDay(line: Achieved, changes: readonly DayNumber[], wasThere: WasThere): DayNumber {
  const later = changes.filter((day) => day > line.day);
  const day = [line.day, ...later].find((each) => wasThere(line, each));
  if (day === undefined) throw new Error('What is achieved today was there by today.');
  return day;
}

function daysOfChange(stretches: readonly Stretch[]): readonly DayNumber[] {
  const days = stretches.flatMap((stretch) => stretch.map(({ known }) => known));
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Everything is worked out again as it was known on a day; nothing changes between two of them. */
function thereOn(stretches: readonly Stretch[], asAt: AsAt): WasThere {
  const changes = daysOfChange(stretches);
  const found = new Map<DayNumber, readonly Achieved[]>();
  return (line, on) => {
    const day = changes.findLast((each) => each <= on);
    if (day === undefined) return false;
    const then = found.get(day) ?? achievedOn({ stretches, asAt, day }, verified);
    found.set(day, then);
    return then.some(({ outcome, number }) => outcome === line.outcome && number === line.number);
  };
}

/**
 * "Not verified": "What would be achieved if every fact that is claimed, waiting or not selected
 * were verified, and is not achieved without". And of Choices: "those that a sure line of the same
 * day ... matches are not waiting; of the others, the last, as many as there are more." Their
 * numbers go on from those of the sure ones.
 */
function waitingOf(hoped: readonly Achieved[], sure: readonly Achieved[]): readonly Achieved[] {
  return (['Job', 'Staying'] as const).flatMap((outcome) => {
    const ours = sure.filter((each) => each.outcome === outcome);
    const all = hoped.filter((each) => each.outcome === outcome);
    const more = all.length - ours.length;
    if (more <= 0) return [];
    const others = all.filter(({ day }) => !ours.some((each) => each.day === day));
    return others.slice(-more).map(({ day }, index) => {
      return { outcome, number: ours.length + index + 1, day };
    });
  });
}
