import { formatMoney } from '../../money/index.ts';
import { noPlace, type Problem } from '../../problem/index.ts';
import type { Otherwise, ResultForecast } from '../../settlement/index.ts';

// Problems of the settlement before, with which a new one is compared.

export function previousUnreadable(path: string, reason: string): Problem {
  return {
    code: 'previous.unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The settlement before cannot be read (${reason}).`,
    help: 'Give the file that `outturn settle --format json` wrote the last time.',
  };
}

export function previousNotAResult(path: string, what: string): Problem {
  return {
    code: 'previous.not_a_result',
    severity: 'error',
    at: noPlace(path),
    message: `This file is no result of a settlement: ${what}.`,
    help: 'Give the file that `outturn settle --format json` wrote the last time.',
  };
}

export function previousWithoutLines(path: string): Problem {
  return {
    code: 'previous.without_lines',
    severity: 'error',
    at: noPlace(path),
    message: 'This result has no lines, as they were written to a file of their own.',
    help: 'Settle again as at its days without --lines, and give that result.',
  };
}

/** What is paid, held and carried does not follow from lines alone. */
export function previousLinesAlone(path: string): Problem {
  return {
    code: 'previous.lines_alone',
    severity: 'error',
    at: noPlace(path),
    message: 'These are the lines of a settlement alone, and this needs the whole result.',
    help: 'Give the file that `outturn settle --format json` wrote the last time.',
  };
}

export function previousOfOtherContract(path: string, terms: string): Problem {
  return {
    code: 'previous.other_contract',
    severity: 'error',
    at: noPlace(path),
    message: `This settlement is of the terms ${terms}, and none of the pages given has them.`,
    help: 'Give the page with every version of it, the one then settled among them.',
  };
}

export function previousInOtherCurrency(path: string, was: string, is: string): Problem {
  return {
    code: 'previous.other_currency',
    severity: 'error',
    at: noPlace(path),
    message: `This settlement is in ${was}, and the page in ${is}.`,
    help: 'Give the last settlement of this page.',
  };
}

export function erasedWithoutPrevious(): Problem {
  return {
    code: 'erased.without_previous',
    severity: 'error',
    at: noPlace(),
    message: 'Somebody is named as erased, and no settlement before is given.',
    help: 'Give it with --previous: what was settled for those erased stands there alone.',
  };
}

export function erasedStillInFacts(participant: string): Problem {
  return {
    code: 'erased.still_in_facts',
    severity: 'error',
    at: noPlace(),
    message: `The facts still name ${participant}, who is said to be erased.`,
    help: 'Take those facts out, or leave the name out of --erased.',
  };
}

export function erasedNotSettled(participant: string, near: string | undefined): Problem {
  return {
    code: 'erased.not_settled',
    severity: 'error',
    at: noPlace(),
    message: `The settlement before has no line of ${participant}, who is said to be erased.`,
    help:
      near === undefined
        ? 'Whoever has no line need not be named; see whether the name is right.'
        : `Did you mean ${near}?`,
  };
}

export function previousLater(path: string, was: string, is: string): Problem {
  return {
    code: 'previous.later',
    severity: 'error',
    at: noPlace(path),
    message: `This settlement is as at ${was}, which is later than ${is}.`,
    help: 'Give the settlement before, or settle as at a later day.',
  };
}

/** The same terms, days and engine come to other money than they did. */
export function previousOtherwise(lines: readonly Otherwise[], currency: string): Problem {
  const told = shown(lines, currency);
  return {
    code: 'previous.otherwise',
    severity: 'warning',
    at: noPlace(),
    message: `As at its own days the settlement before comes out otherwise now: ${told}.`,
    help: 'Find out which facts of those days have been changed, or whether its file has.',
  };
}

/** Lines that are nobody's go by everybody, and so by those erased. */
export function erasedMoveOthers(lines: readonly Otherwise[], currency: string): Problem {
  const told = shown(lines, currency);
  return {
    code: 'erased.moves_others',
    severity: 'warning',
    at: noPlace(),
    message: `Without those erased other lines are not as they were settled: ${told}.`,
    help: 'Record an adjustment for each where an erasure is to take nothing back and add nothing.',
  };
}

/** What waits for a period to close is no settled line, and goes with the facts. */
export function erasedLoseForecast(lost: readonly ResultForecast[]): Problem {
  const first = lost
    .slice(0, linesShownMax)
    .map(({ participant = '', outcome, amount }) => `${participant} ${amount} for ${outcome}`);
  const more = lost.length - first.length;
  return {
    code: 'erased.forecast_lost',
    severity: 'warning',
    at: noPlace(),
    message:
      'This was earned by those erased, waits for its period to close, and will not be paid: ' +
      `${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    help: 'Erase after the settlement at the close, or record an adjustment for its provider.',
  };
}

const linesShownMax = 3;

/** "a line from £400 to £800", and how many more. */
function shown(lines: readonly Otherwise[], currency: string): string {
  const money = (units: bigint) => formatMoney({ units, currency });
  const first = lines
    .slice(0, linesShownMax)
    .map(({ line, was, now }) => `${line} from ${money(was)} to ${money(now)}`);
  const more = lines.length - first.length;
  return `${first.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
