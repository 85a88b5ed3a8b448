import { type DayNumber, dayOf } from '../calendar/index.ts';
import type { Place, Problem } from '../problem/index.ts';
import { shownValue } from './shown-value.ts';

// Problems between rows. Each names the other row's place in its message.

/** A row's place in a sentence: `facts/may.csv, line 12`. */
function row(place: Place): string {
  // What is in the store already stands in no line.
  if (place.source === '' && place.line === 0) return 'recorded before';
  return place.source === '' ? `line ${place.line}` : `${place.source}, line ${place.line}`;
}

export function idTwice(at: Place, id: string, first: Place): Problem {
  return {
    code: 'fact.id_twice',
    severity: 'error',
    at,
    message: `The id ${shownValue(id)} is already the id of another fact (${row(first)}).`,
    help: 'Give one of them another id; if it is the same fact, keep one row.',
  };
}

export function replacesUnknown(at: Place, replaces: string, near: string | undefined): Problem {
  return {
    code: 'fact.replaces_unknown',
    severity: 'error',
    at,
    message: `There is no fact ${shownValue(replaces)} to replace.`,
    help:
      near === undefined
        ? 'Give the file with that fact as well, or correct replaces.'
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function replacedTwice(at: Place, replaces: string, first: Place): Problem {
  return {
    code: 'fact.replaced_twice',
    severity: 'error',
    at,
    message: `The fact ${shownValue(replaces)} is already replaced by another (${row(first)}).`,
    help: 'Let this one replace that other fact, or take one of the two away.',
  };
}

export function replacesCircle(at: Place, id: string, next: Place): Problem {
  return {
    code: 'fact.replaces_circle',
    severity: 'error',
    at,
    message: `The fact ${shownValue(id)} replaces itself in the end (the next is ${row(next)}).`,
    help: 'Leave replaces empty on the fact that was recorded first.',
  };
}

export type Subject = 'participant' | 'cohort' | 'provider';

export function replacesAnother(at: Place, subject: Subject, replaced: Place): Problem {
  return {
    code: 'fact.replaces_another',
    severity: 'error',
    at,
    message: `The fact that this one replaces is about another ${subject} (${row(replaced)}).`,
    help: `Write the same ${subject} in both rows, or correct replaces.`,
  };
}

type Kinds = Readonly<{ kind: string; replacedKind: string }>;

export function replacesKind(at: Place, kinds: Kinds, replaced: Place): Problem {
  const { kind, replacedKind } = kinds;
  return {
    code: 'fact.replaces_kind',
    severity: 'error',
    at,
    message:
      `A fact of the kind ${shownValue(kind)} cannot replace one of the kind ` +
      `${shownValue(replacedKind)} (${row(replaced)}).`,
    help: 'Withdraw the old fact (kind withdrawn), and record the new one as a fact of its own.',
  };
}

type Twice = Readonly<{
  provider: string;
  first: Place;
  /** The first day on which another attachment can begin, where the first has ended. */
  from: DayNumber | undefined;
}>;

export function attachedTwice(at: Place, { provider, first, from }: Twice): Problem {
  return {
    code: 'fact.attached_twice',
    severity: 'error',
    at,
    message: `The participant is attached to ${shownValue(provider)} already (${row(first)}).`,
    help:
      from === undefined
        ? 'Record the day on which the first attachment was left, or take one of the two away.'
        : `The first one lasts to the end of its last day: begin on ${dayOf(from)} or later.`,
  };
}

export function leftBeforeAttached(at: Place, attached: Place | undefined): Problem {
  return {
    code: 'fact.left_before_attached',
    severity: 'error',
    at,
    message:
      attached === undefined
        ? 'The participant leaves, and was never attached to this provider.'
        : `The participant leaves before the first attachment (${row(attached)}).`,
    help: 'Correct the day, participant or provider, or record the attachment.',
  };
}

/** A name, the one found before it that it is like, and the fact in which it was found. */
export type AlikePair = Readonly<{ name: string; before: string; index: number }>;

const pairsShownMax = 3;

export function namesAlike(
  at: Place,
  subject: 'participant' | 'provider',
  pairs: readonly AlikePair[],
): Problem {
  const shown = pairs
    .slice(0, pairsShownMax)
    .map(({ before, name }) => `${shownValue(before)} and ${shownValue(name)}`);
  const more = pairs.length - shown.length;
  const named = `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return {
    code: 'fact.names_alike',
    severity: 'warning',
    at,
    message: `A ${subject} differs from another only in capitals or spaces: ${named}.`,
    help: 'They are taken for different ones; where one is meant, write it the same everywhere.',
  };
}
