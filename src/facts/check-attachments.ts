import type { Replaced } from './check-replacements.ts';
import type { Fact } from './fact.ts';
import { indexesIn, nobody } from './fact-list.ts';
import type { FactSetCheck } from './set-check.ts';
import { attachedTwice, leftBeforeAttached } from './set-problems.ts';
import { addNumber, numberAt, wholeNumbers } from './whole-numbers.ts';

/** A fact on a day, by its index. */
type Dated = Readonly<{ index: number; day: number; provider: string | undefined }>;

type Stays = { participant: string; attached: Dated[]; left: Dated[] };

/**
 * Checks the attachments of each participant as they stand when every fact is known: nobody is
 * attached twice to one provider at once, and nobody leaves without having come.
 */
export function checkAttachments(check: FactSetCheck, replaced: Replaced): void {
  for (const stays of staysToCheck(check, findStanding(check, replaced))) {
    stays.attached.sort(byDay);
    stays.left.sort(byDay);
    checkTwice(check, stays);
    if (!check.unreadParticipants.has(stays.participant)) checkLeft(check, stays);
  }
}

/** Those among the facts of staying that stand, as places in their list. */
function findStanding({ facts, list, setAside }: FactSetCheck, replaced: Replaced): Int32Array {
  const isReplaced = new Uint8Array(facts.length);
  for (const index of indexesIn(list.replacing)) {
    const target = replaced[index] as number;
    if (target >= 0) isReplaced[target] = 1;
  }
  const standing = wholeNumbers();
  for (const [place, index] of indexesIn(list.staying).entries()) {
    if (isReplaced[index] === 1 || setAside.has(index)) continue;
    // A provider that leaves the programme is no participant's leaving.
    if (numberAt(list.stayingParticipants, place) !== nobody) addNumber(standing, place);
  }
  return indexesIn(standing);
}

/** The stays of each participant who came, unless that is all there is to it, as it mostly is. */
function staysToCheck({ facts, list }: FactSetCheck, standing: Int32Array): Iterable<Stays> {
  const counts = new Uint8Array(list.participants.texts.length);
  for (const place of standing) {
    const number = numberAt(list.stayingParticipants, place);
    const { kind } = facts[numberAt(list.staying, place)] as Fact;
    counts[number] = Math.min(2, (counts[number] as number) + (kind === 'attached' ? 1 : 2));
  }
  const byParticipant = new Map<number, Stays>();
  for (const place of standing) {
    const number = numberAt(list.stayingParticipants, place);
    if (counts[number] === 1) continue;
    const index = numberAt(list.staying, place);
    const { kind, day, provider } = facts[index] as Fact;
    const stays = staysOf(byParticipant, number, list.participants.texts[number] as string);
    (kind === 'attached' ? stays.attached : stays.left).push({
      index,
      day: day as number,
      provider,
    });
  }
  return byParticipant.values();
}

function staysOf(byParticipant: Map<number, Stays>, number: number, participant: string): Stays {
  const known = byParticipant.get(number);
  if (known !== undefined) return known;
  const stays: Stays = { participant, attached: [], left: [] };
  byParticipant.set(number, stays);
  return stays;
}

function checkTwice(check: FactSetCheck, { attached, left }: Stays): void {
  const lastOf = new Map<string, Dated>();
  for (const next of attached) {
    const provider = next.provider as string;
    const before = lastOf.get(provider);
    lastOf.set(provider, next);
    if (before === undefined || isLeftBetween(left, before, next)) continue;
    check.setAside.add(before.index);
    const isLeftThatDay = isLeftBetween(left, before, { ...next, day: next.day + 1 });
    const from = isLeftThatDay ? next.day + 1 : undefined;
    check.report(next.index, 'day', (at) =>
      attachedTwice(at, { provider, first: check.placeOf(before.index), from }),
    );
  }
}

function isLeftBetween(left: readonly Dated[], before: Dated, next: Dated): boolean {
  return left.some(
    ({ day, provider }) =>
      day >= before.day &&
      day < next.day &&
      (provider === undefined || provider === before.provider),
  );
}

function checkLeft(check: FactSetCheck, { attached, left }: Stays): void {
  for (const leaving of left) {
    const stays = attached.filter(
      ({ provider }) => leaving.provider === undefined || provider === leaving.provider,
    );
    const first = stays[0];
    if (first !== undefined && first.day <= leaving.day) continue;
    check.report(leaving.index, 'day', (at) =>
      leftBeforeAttached(at, first === undefined ? undefined : check.placeOf(first.index)),
    );
  }
}

function byDay(a: Dated, b: Dated): number {
  return a.day - b.day || a.index - b.index;
}
