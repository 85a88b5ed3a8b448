import { formatDecimal } from '../money/index.ts';
import { nearest, type Place, type Problem } from '../problem/index.ts';
import type { Column } from './columns.ts';
import type { KindRule } from './fact.ts';
import { factStates } from './fact-states.ts';
import { listed, shownValue } from './shown-value.ts';

// Problems of a row for its kind. What they say of a cell reads well after the name of its column
// and after the label of a field alike. Those of one cell stand in `cell-problems.ts`, of a line in
// `line-problems.ts`, of a file in `file-problems.ts`, and between rows in `set-problems.ts`.

export function dayOrder(at: Place, from: string, to: string): Problem {
  return {
    code: 'fact.to_before_from',
    severity: 'error',
    at,
    message: `The spell ends on ${to}, before its first day ${from}.`,
    help: 'Correct one of the two; a spell of one day has the same day in both.',
  };
}

export function shapeMismatch(at: Place, column: Column, rule: KindRule): Problem {
  const isSpell = rule.shape === 'spell';
  const shape = isSpell ? 'a spell' : rule.shape === 'score' ? 'a score' : 'an occurrence';
  return {
    code: 'fact.shape_of_kind',
    severity: 'error',
    at,
    message: `The kind ${shownValue(rule.name)} is ${shape}, which has no ${column}.`,
    help: isSpell
      ? 'Put its first day into from and its last into to, and leave day empty.'
      : 'Put its day into day, and leave from and to empty.',
  };
}

export function cellMissing(at: Place, kind: string): Problem {
  return {
    code: 'fact.cell_missing',
    severity: 'error',
    at,
    message: `Nothing is given, and a fact of the kind ${shownValue(kind)} needs it.`,
    help: 'Fill it in.',
  };
}

export function nobodyNamed(at: Place, kind: string): Problem {
  return {
    code: 'fact.nobody_named',
    severity: 'error',
    at,
    message: `A fact of the kind ${shownValue(kind)} names neither a participant nor a provider.`,
    help: 'Fill participant or, where it is the provider itself, provider alone.',
  };
}

export function nameMissing(at: Place): Problem {
  return {
    code: 'fact.name_missing',
    severity: 'error',
    at,
    message: 'Nothing is given, and every fact needs it.',
    help: 'Fill it in.',
  };
}

export function cellUnused(at: Place, kind: string): Problem {
  return {
    code: 'fact.cell_unused',
    severity: 'error',
    at,
    message: `Something is given, and a fact of the kind ${shownValue(kind)} has nothing here.`,
    help: 'Leave it empty, or choose the kind that was meant.',
  };
}

export function knownMissing(at: Place, kind: string, why: 'open' | 'no day'): Problem {
  const without = why === 'open' ? 'an end' : 'a day';
  return {
    code: 'fact.known_missing',
    severity: 'error',
    at,
    message: `${shownValue(kind)} without ${without} must say when it became known.`,
    help:
      why === 'open'
        ? 'Fill known with the last day for which the spell is vouched for, or fill to.'
        : 'Fill known, or day.',
  };
}

export function knownTooEarly(at: Place, known: string, bound: readonly [string, Column]): Problem {
  const [day, column] = bound;
  return {
    code: 'fact.known_too_early',
    severity: 'error',
    at,
    message: `The fact is said to be known on ${known}, before it happened (${column} ${day}).`,
    help:
      column === 'to'
        ? 'Leave the last day empty where it still went on, or correct when it became known.'
        : 'Correct the day, or when it became known: where that is not said, it is the day itself.',
  };
}

export function unknownKind(at: Place, kind: string, near: string | undefined): Problem {
  return {
    code: 'fact.kind_unknown',
    severity: 'error',
    at,
    message: `The page has no kind of fact called ${shownValue(kind)}.`,
    help:
      near === undefined
        ? 'Write the kind as the page does, or declare it on the page.'
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function unknownGroup(at: Place, group: string, near: string | undefined): Problem {
  return {
    code: 'fact.group_unknown',
    severity: 'error',
    at,
    message: `The page has no group called ${shownValue(group)}.`,
    help:
      near === undefined
        ? 'Write the group as the table of people on the page does.'
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function unknownSource(at: Place, source: string, rule: KindRule): Problem {
  const near = nearest(source, rule.sources);
  return {
    code: 'fact.source_unknown',
    severity: 'error',
    at,
    message: `A fact of the kind ${shownValue(rule.name)} may not come from ${shownValue(source)}.`,
    help:
      near === undefined
        ? `The page names ${listed(rule.sources.map(shownValue))}.`
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function unknownState(at: Place, state: string): Problem {
  const near = nearest(state, factStates);
  return {
    code: 'fact.state_unknown',
    severity: 'error',
    at,
    message: `There is no state ${shownValue(state)}.`,
    help:
      near === undefined
        ? `Write ${listed(factStates)}; an empty cell means verified.`
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function unknownAbout(at: Place, about: string, near: string | undefined): Problem {
  return {
    code: 'fact.about_unknown',
    severity: 'error',
    at,
    message: `The page has no outcome, measure or kind of fact called ${shownValue(about)}.`,
    help:
      near === undefined ? 'Write the name as the page does.' : `Did you mean ${shownValue(near)}?`,
  };
}

export function valueOutOfBounds(at: Place, value: string, rule: KindRule): Problem {
  const kind = shownValue(rule.name);
  return {
    code: 'fact.value_out_of_bounds',
    severity: 'error',
    at,
    message: `The value ${shownValue(value)} of ${kind} must be ${boundsOf(rule)}.`,
    help: 'Correct the value.',
  };
}

function boundsOf({ valueMin, valueMax }: KindRule): string {
  const least = valueMin === undefined ? [] : [`at least ${formatDecimal(valueMin)}`];
  const most = valueMax === undefined ? [] : [`at most ${formatDecimal(valueMax)}`];
  return [...least, ...most].join(' and ');
}

export function intervalOrder(at: Place, low: string, high: string): Problem {
  return {
    code: 'fact.interval_order',
    severity: 'error',
    at,
    message: `The value must lie between low ${shownValue(low)} and high ${shownValue(high)}.`,
    help: 'Correct value, low or high.',
  };
}
