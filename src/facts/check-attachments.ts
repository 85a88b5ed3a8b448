import type { Replaced } from './check-replacements.ts';
import type { FactSetCheck } from './set-check.ts';
import { attachedTwice, leftBeforeAttached } from './set-problems.ts';

/** A fact on a day, by its index. */
type Dated = Readonly<{ index: number; day: number; provider: string | undefined }>;

type Stays = { attached: Dated[]; left: Dated[] };

/**
 * Checks the attachments of each participant as they stand when every fact is known: nobody is
 * attached twice to one provider at once, and nobody leaves without having come.
 */
export function checkAttachments(check: FactSetCheck, replaced: Replaced): void {
  for (const [participant, stays] of staysByParticipant(check, replaced)) {
    stays.attached.sort(byDay);
    stays.left.sort(byDay);
    checkTwice(check, stays);
    if (!check.unreadParticipants.has(participant)) checkLeft(check, stays);
  }
}

function staysByParticipant(check: FactSetCheck, replaced: Replaced): Map<string, Stays> {
  const isReplaced = new Uint8Array(check.facts.length);
  for (const target of replaced) if (target >= 0) isReplaced[target] = 1;
  const byParticipant = new Map<string, Stays>();
  for (const [index, fact] of check.facts.entries()) {
    if (fact.kind !== 'attached' && fact.kind !== 'left') continue;
    if (isReplaced[index] === 1 || check.setAside.has(index)) continue;
    // A provider that leaves the programme is no participant's leaving.
    if (fact.participant === undefined) continue;
    const stays = staysOf(byParticipant, fact.participant);
    const dated = { index, day: fact.day as number, provider: fact.provider };
    (fact.kind === 'attached' ? stays.attached : stays.left).push(dated);
  }
  return byParticipant;
}

function staysOf(byParticipant: Map<string, Stays>, participant: string): Stays {
  const known = byParticipant.get(participant);
  if (known !== undefined) return known;
  const stays: Stays = { attached: [], left: [] };
  byParticipant.set(participant, stays);
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
    check.report(next.index, 'day', (at) =>
      attachedTwice(at, provider, check.placeOf(before.index)),
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
