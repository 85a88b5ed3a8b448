import type { Length } from '../../calendar/index.ts';
import {
  compareFractions,
  type Fraction,
  parseDecimal,
  subtract,
  zero,
} from '../../money/index.ts';
import type { Contract, KindDeclaration, Outcome } from '../contract.ts';
import { score } from '../forms/fact-shapes.ts';
import { between, improves, lasts, partly, reliable, scores, since } from '../forms/outcome.ts';
import { either } from '../forms/outcomes.ts';
import { type DeclaredKind, declaredKinds } from '../kinds.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';

/** What can never come about, though each of its words is right. */
export function checkReach(contract: Contract, reader: Reader): void {
  const kinds = declaredKinds(contract);
  for (const kind of contract.facts.kinds) {
    if (isEmptyScale(kind)) complain(reader, rangeOf(reader, kind), emptyScale(kind));
  }
  for (const outcome of contract.outcomes.outcomes) {
    for (const { of, ...complaint } of [...windowFaults(outcome), ...scoreFaults(outcome, kinds)]) {
      complain(reader, rangeOf(reader, of), complaint);
    }
  }
  for (const routes of termsOf(contract.outcomes.terms, either)) {
    const both = routes.first.find((name) => routes.second.includes(name));
    if (both !== undefined) complain(reader, rangeOf(reader, routes), onBothSides(both));
  }
}

function isEmptyScale({ shape }: KindDeclaration): boolean {
  const scale = findTerm([shape], score);
  return scale !== undefined && !isLess(scale.low, scale.high);
}

function emptyScale({ names, shape }: KindDeclaration): Complaint {
  const scale = findTerm([shape], score);
  return {
    code: 'fact.scale_without_room',
    message: `"${names[0]}" would run from ${scale?.low} to ${scale?.high}, which leaves no room.`,
    help: 'Put the least number first, and say afterwards whether higher or lower is better.',
  };
}

type Fault = Complaint & Readonly<{ of: object }>;

function windowFaults({ definition }: Outcome): Fault[] {
  const window = findTerm(definition, between);
  const days = findTerm(definition, since);
  const part = findTerm(definition, partly);
  const whole = findTerm(definition, lasts)?.length;
  const isWhole = part && whole && 'unit' in whole && isAsLong(part.from, whole);
  return [
    ...(window && isAsLong(window.opens, window.length) ? [{ ...neverOpens, of: window }] : []),
    ...(days?.last && days.last < days.first ? [{ ...neverOpens, of: days }] : []),
    ...(isWhole ? [{ ...partIsWhole, of: part }] : []),
  ];
}

const neverOpens: Complaint = {
  code: 'outcome.window_never_opens',
  message: 'The window of this outcome ends before it opens.',
  help: 'Put the earlier end first, as in "between 12 months and 18 months of attachment".',
};

const partIsWhole: Complaint = {
  code: 'outcome.part_as_long_as_the_whole',
  message: 'What is paid in proportion begins at a length that is the whole of it.',
  help: 'Write a shorter length after "or from".',
};

/** Whether a length is no shorter than another; lengths that cannot be compared are let be. */
function isAsLong(one: Length, other: Length): boolean {
  const [a, b] = [sized(one), sized(other)];
  return a.unit === b.unit && a.count >= b.count;
}

function sized({ count, unit }: Length): Length {
  if (unit === 'week') return { count: count * 7, unit: 'day' };
  return unit === 'year' ? { count: count * 12, unit: 'month' } : { count, unit };
}

function scoreFaults({ definition }: Outcome, kinds: ReadonlyMap<string, DeclaredKind>): Fault[] {
  const reaches = findTerm(definition, scores);
  const change = findTerm(definition, improves) ?? findTerm(definition, reliable);
  const named = reaches?.score ?? change?.score ?? '';
  const { low, high } = kinds.get(named) ?? {};
  const wanted = reaches?.least ?? change?.by;
  if (low === undefined || high === undefined || typeof wanted !== 'string') return [];
  const room = subtract(decimal(high), decimal(low));
  const most = reaches ? decimal(high) : room;
  const isTooMuch = compareFractions(decimal(wanted), most) > 0;
  const isTooLittle = reaches !== undefined && isLess(wanted, low);
  if (!isTooMuch && !isTooLittle) return [];
  return [{ ...outOfScale({ named, wanted, low, high }), of: reaches ?? change ?? definition }];
}

function outOfScale(found: Record<'named' | 'wanted' | 'low' | 'high', string>): Complaint {
  return {
    code: 'outcome.score_out_of_scale',
    message:
      `"${found.named}" runs from ${found.low} to ${found.high}, ` +
      `and ${found.wanted} is more or less than it can show.`,
    help: 'Write a number within the scale, or mend the scale in the table of Facts.',
  };
}

function onBothSides(name: string): Complaint {
  return {
    code: 'outcome.on_both_routes',
    message: `"${name}" stands on both routes, of which only one is ever paid.`,
    help: 'Take it out of one of them.',
  };
}

function isLess(one: string, other: string): boolean {
  return compareFractions(decimal(one), decimal(other)) < 0;
}

function decimal(text: string): Fraction {
  return parseDecimal(text) ?? zero;
}
