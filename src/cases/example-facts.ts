import { type DayNumber, dayNumber } from '../calendar/index.ts';
import {
  type Contract,
  type Example,
  type ExampleRow,
  findTerm,
  forms,
  parseLevel,
  parseShare,
  type QuantityValue,
  type Term,
  type TermOf,
} from '../contract/index.ts';
import type { Fact, FactState } from '../facts/index.ts';
import { type Fraction, parseDecimal } from '../money/index.ts';

const { exampleRow } = forms;

/** The participant to whom a worked example happens, where it does not say to whom. */
const soleParticipant = 'P';

/** To whom a worked example happens: those whom its rows name, or one without a name. */
export function exampleParticipants({ rows }: Example): readonly string[] {
  const named = new Set(rows.flatMap(({ who }) => (who === undefined ? [] : [who])));
  return named.size === 0 ? [soleParticipant] : [...named];
}

/** The facts that the rows of a worked example stand for: R1 is the first row. */
export function exampleFacts(contract: Contract, example: Example): readonly Fact[] {
  const groups = contract.people.groups.map((group) => group.name);
  const isOfOne = example.rows.every(({ who }) => who === undefined);
  return example.rows.map((row, at) => {
    const who = row.who ?? (isOfOne ? soleParticipant : undefined);
    return factOf(row, { id: `R${at + 1}`, who, groups });
  });
}

type Common = Readonly<{
  known?: string;
  state?: FactState;
  source?: string;
  value?: QuantityValue | string;
}>;

type Place = Readonly<{ id: string; who: string | undefined; groups: readonly string[] }>;

function factOf({ day, what }: ExampleRow, { id, who, groups }: Place): Fact {
  const on = dayNumber(day);
  const common = what as Term & Common;
  const known = (from: DayNumber) =>
    common.known ? dayNumber(common.known as `${number}-${number}-${number}`) : from;
  const shared = {
    id,
    ...(who === undefined ? {} : { participant: who }),
    state: common.state ?? ('verified' as const),
    ...(common.source ? { source: common.source } : {}),
    ...recordedValue(common),
  };
  const attached = asRow(what, exampleRow.attachedRow);
  if (attached) {
    const group = attached.group ?? groups[0];
    return {
      ...shared,
      kind: 'attached',
      day: on,
      known: known(on),
      provider: attached.provider,
      ...(group === undefined ? {} : { group }),
      ...(attached.characteristics ? { with: attached.characteristics } : {}),
    };
  }
  const spell = asRow(what, exampleRow.spellRow);
  if (spell) {
    const to = dayNumber(spell.to);
    return { ...shared, kind: spell.kind, from: on, to, known: known(to) };
  }
  const open = asRow(what, exampleRow.openSpellRow);
  if (open) return { ...shared, kind: open.kind, from: on, known: known(on) };
  const complete = asRow(what, exampleRow.completeRow);
  if (complete) {
    const to = dayNumber(complete.to);
    return { ...shared, kind: 'complete', about: complete.kind, from: on, to, known: to };
  }
  const discount = asRow(what, exampleRow.discountRow);
  if (discount) return discountOf(discount, { id, on });
  const estimated = asRow(what, exampleRow.estimatedRow);
  if (estimated) return { id, ...estimateOf(estimated), day: on, known: known(on) };
  const ofProvider = takingPart(what);
  if (ofProvider) return { id, ...ofProvider, day: on, known: known(on), state: 'verified' };
  return { ...shared, ...onADay(what), day: on, known: known(on) };
}

type Discount = TermOf<typeof exampleRow.discountRow>;

/** A discount is its provider's, and no participant's. */
function discountOf(
  { share, provider, outcome }: Discount,
  { id, on }: Readonly<{ id: string; on: DayNumber }>,
): Fact {
  const about = outcome ? { about: outcome } : {};
  const value = parseShare(share);
  return { id, kind: 'discount', provider, value, ...about, day: on, known: on, state: 'verified' };
}

type Estimated = TermOf<typeof exampleRow.estimatedRow>;

/** A signed number about a cohort, under the name of its measure. */
function estimateOf(said: Estimated): Pick<Fact, 'kind' | 'state'> & Partial<Fact> {
  const { measure, provider, value, low, high, cohort, signer } = said;
  return {
    kind: measure,
    state: 'verified',
    value: parseLevel(value),
    ...(low === undefined ? {} : { low: parseLevel(low) }),
    ...(high === undefined ? {} : { high: parseLevel(high) }),
    ...(cohort === undefined ? {} : { cohort }),
    ...(provider === undefined ? {} : { provider }),
    ...(signer === undefined ? {} : { signer }),
  };
}

/** A provider that joins or leaves does so itself, and no participant with it. */
function takingPart(what: Term): Pick<Fact, 'kind' | 'provider'> | undefined {
  const joined = asRow(what, exampleRow.providerJoinedRow);
  if (joined) return { kind: 'joined', provider: joined.provider };
  const left = asRow(what, exampleRow.providerLeftRow);
  return left && { kind: 'left', provider: left.provider };
}

/** What happens on one day: its kind, and what else its row says. */
function onADay(what: Term): Pick<Fact, 'kind' | 'provider'> {
  const referred = asRow(what, exampleRow.referredRow);
  if (referred) {
    return { kind: 'referred', ...(referred.provider ? { provider: referred.provider } : {}) };
  }
  const left = asRow(what, exampleRow.leftRow);
  if (left) return { kind: 'left', provider: left.provider };
  const claim = asRow(what, exampleRow.claimRow);
  if (claim) return { kind: claim.outcome };
  const score = asRow(what, exampleRow.scoreRow);
  if (score) return { kind: score.score };
  return { kind: asRow(what, exampleRow.occurrenceRow)?.kind ?? '' };
}

function asRow<F extends Parameters<typeof findTerm>[1]>(what: Term, form: F) {
  return findTerm([what], form);
}

function recordedValue({ value }: Common): Readonly<{ value?: Fraction }> {
  const text = typeof value === 'object' ? value.value : value;
  const number = text === undefined ? undefined : parseDecimal(text);
  return number ? { value: number } : {};
}
