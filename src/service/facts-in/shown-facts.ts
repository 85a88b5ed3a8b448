import Type, { type Static } from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { type Fact, factCells } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import type { StoredFact } from '../../store/facts/index.ts';
import { listParties } from '../../store/index.ts';
import { seesMoney } from '../access/index.ts';
import type { Work } from '../act/index.ts';
import { claimsDrawn, statesFor } from './drawn-states.ts';
import { factKeys, isKey } from './fact-keys.ts';
import { namesFor, tellsMoney } from './money-kinds.ts';
import { findRules } from './programme-rules.ts';
import { unsealFact } from './seal-fact.ts';
import { valueUnits } from './value-units.ts';

const text = Type.Optional(Type.String());

/** A fact as it is shown. Who recorded it is shown by its part, never by name. */
export const shownFactSchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  provider: text,
  group: text,
  with: text,
  cohort: text,
  day: text,
  from: text,
  to: text,
  value: text,
  unit: Type.Optional(Type.String({ description: 'What the value is counted in.' })),
  about: text,
  source: text,
  method: text,
  state: Type.String(),
  known: Type.String({ description: 'The day on which it came in.' }),
  recordedBy: Type.String({ description: 'The part of who recorded it: never a name.' }),
  isOwn: Type.Boolean({ description: 'Whether your organisation recorded it.' }),
  replaces: text,
  isReplaced: Type.Boolean(),
});

export type ShownFact = Static<typeof shownFactSchema>;

/** A stored fact, opened. */
export type OpenedFact = Readonly<{ stored: StoredFact; fact: Fact }>;

/** Opens facts as they are kept; those of participants who were erased are left out. */
export async function openStored(
  { service }: Pick<Work, 'service'>,
  programme: string,
  stored: readonly StoredFact[],
): Promise<Result<readonly OpenedFact[]>> {
  const people = [...new Set(stored.map(({ participant }) => participant))];
  const keys = await factKeys(service.keys, programme, people);
  if (!keys.ok) return keys;
  const opened: OpenedFact[] = [];
  for (const each of stored) {
    const key = keys.value.get(each.participant);
    if (!isKey(key)) continue;
    const known = dayNumber(each.known as Day);
    const fact = unsealFact(key, { ...each, known, replaces: each.replaces ?? undefined });
    if (!fact.ok) return fact;
    opened.push({ stored: each, fact: fact.value.fact });
  }
  return { ok: true, value: opened };
}

/** Facts as whoever asks may see them: without amounts of money where they see none. */
export async function showFacts(
  work: Work,
  programme: string,
  opened: readonly OpenedFact[],
): Promise<readonly ShownFact[]> {
  const { tx, actor } = work;
  const contract = (await findRules(tx, programme))?.contracts.at(-1);
  const isMoney = contract === undefined ? () => true : tellsMoney(contract);
  const named = namesFor(actor, contract);
  const unitOf = contract === undefined ? () => undefined : valueUnits(contract);
  const mayMoney = actor.kind === 'account' && seesMoney(actor.duties);
  const here = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const parties = await listParties(tx, programme);
  const parts = new Map(parties.map(({ organisation, part }) => [organisation, part]));
  const facts = opened.map(({ stored }) => stored);
  const claimOf = await claimsDrawn(tx, programme, facts);
  const stateOf = await statesFor(work, programme, facts);
  return opened.map(({ stored, fact }) => {
    const { id: _, participant: __, known: ___, value, ...cells } = factCells(fact);
    // What was drawn was written by the service: whoever claimed it still says so.
    const claim = claimOf(stored);
    const { sender } = claim ?? stored;
    return {
      ...namedCells(cells, named),
      id: stored.id,
      kind: named(fact.kind),
      ...(value === undefined || (isMoney(fact.kind) && !mayMoney)
        ? {}
        : valued(value, unitOf(fact.kind))),
      state: stateOf(stored, claim),
      known: stored.known,
      recordedBy: parts.get(sender) ?? 'somebody else',
      isOwn: sender === here,
      isReplaced: stored.isReplaced,
    };
  });
}

const givenNames = ['about', 'group', 'with'] as const;

// What the page has names for.
function namedCells<Cells extends Readonly<Partial<Record<(typeof givenNames)[number], string>>>>(
  cells: Cells,
  named: (name: string) => string,
): Cells {
  const names = givenNames.flatMap((cell) => {
    const name = cells[cell];
    return name === undefined ? [] : [[cell, named(name)] as const];
  });
  return { ...cells, ...Object.fromEntries(names) };
}

function valued(value: string, unit: string | undefined) {
  return unit === undefined ? { value } : { value, unit };
}
