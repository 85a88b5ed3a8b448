import { type Day, dayNumber } from '../../calendar/index.ts';
import { type Fact, type FactRules, mayTurnOut } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  listReplaced,
  listReplacements,
  nobody,
  type Replaced,
  type Replacement,
} from '../../store/facts/index.ts';
import type { Key } from '../../store/keys/index.ts';
import { lineOf } from './fact-ids.ts';
import { isKey } from './fact-keys.ts';
import type { Intake } from './intake.ts';
import { type KindsOfRows, kindOfRow } from './kinds-of-rows.ts';
import { unsealFact } from './seal-fact.ts';

const atOnce = { known: 10_000, unsealed: 1000 } as const;

/**
 * The participants, nobody among them, of whom all facts must be looked at together, as something
 * replaces a stay, or what itself replaced another, or what it perhaps may not replace. A
 * correction of anything else stands on its own. What came with these facts is told by the kinds
 * of their rows; of what was there before, it is looked at what it says.
 */
export async function findDoubtful(
  intake: Intake,
  kinds: KindsOfRows,
): Promise<Result<readonly string[]>> {
  const { work, arriving } = intake;
  const doubtful: string[] = [];
  for (let after: string = nobody; ; ) {
    const page = { after, most: atOnce.known };
    const some: readonly Replacement[] = await listReplacements(work.tx, arriving, page);
    const unknown: string[] = [];
    for (const each of some) {
      const isClear = isClearByKind({ intake, kinds }, each);
      if (isClear === undefined) unknown.push(each.by);
      else if (!isClear) doubtful.push(each.participant);
    }
    const found = await doubtfulBy(intake, unknown);
    if (!found.ok) return found;
    doubtful.push(...found.value);
    const last = some.at(-1);
    if (last === undefined || some.length < page.most) return { ok: true, value: doubtful };
    after = last.by;
  }
}

type Told = Readonly<{ intake: Intake; kinds: KindsOfRows }>;

/** Whether it is clear from their rows; undefined where these do not tell. */
function isClearByKind(
  { intake: { ground }, kinds }: Told,
  { by, id, isComing, isReplacing }: Replacement,
): boolean | undefined {
  if (isReplacing) return false;
  if (!isComing) return undefined;
  const [after, before] = [by, id].map((each) => kindOfRow(kinds, lineOf(ground.ids, each)));
  if (after === undefined || before === undefined) return undefined;
  return mayReplace({ kind: after }, { kind: before }, ground.rules);
}

/** The doubtful among those whom these facts that came are about, by what both say. */
async function doubtfulBy(
  intake: Intake,
  by: readonly string[],
): Promise<Result<readonly string[]>> {
  const { work, arriving } = intake;
  const doubtful: string[] = [];
  for (let from = 0; from < by.length; from += atOnce.unsealed) {
    const some = by.slice(from, from + atOnce.unsealed);
    const found = await doubtfulAmong(
      intake,
      await listReplaced(work.tx, arriving.programme, some),
    );
    if (!found.ok) return found;
    doubtful.push(...found.value);
  }
  return { ok: true, value: doubtful };
}

/** The doubtful among some that are there already, each with what replaces it. */
export async function doubtfulAmong(
  { keys: known, ground }: Intake,
  some: readonly Replaced[],
): Promise<Result<readonly string[]>> {
  const ids = [...new Set(some.map(({ participant }) => participant))];
  const keys = await known.find(ids);
  if (!keys.ok) return keys;
  const doubtful: string[] = [];
  for (const each of some) {
    const key = keys.value.get(each.participant);
    if (!isKey(key)) continue;
    const isClear = isClearIn({ key, programme: ground.programme, rules: ground.rules }, each);
    if (!isClear.ok) return isClear;
    if (!isClear.value) doubtful.push(each.participant);
  }
  return { ok: true, value: doubtful };
}

type Ground = Readonly<{ key: Key; programme: string; rules: FactRules }>;

/** Whether it is clear without more that one fact may take the place of the other. */
function isClearIn(ground: Ground, { by, participant, known, ...rest }: Replaced): Result<boolean> {
  const { key, programme, rules } = ground;
  const place = { programme, participant, known: dayNumber(known as Day), replaces: undefined };
  if (rest.replaces !== null) return { ok: true, value: false };
  const before = unsealFact(key, { ...place, id: rest.id, state: rest.state, sealed: rest.sealed });
  if (!before.ok) return before;
  const after = unsealFact(key, { ...place, id: by, state: rest.state, sealed: rest.bySealed });
  if (!after.ok) return after;
  return { ok: true, value: mayReplace(after.value.fact, before.value.fact, rules) };
}

type Kind = Pick<Fact, 'kind' | 'cohort'>;

function mayReplace(after: Kind, before: Kind, rules: FactRules): boolean {
  const isStay = stays.has(after.kind) || stays.has(before.kind);
  if (isStay || before.kind === 'withdrawn' || after.cohort !== before.cohort) return false;
  if (after.kind === before.kind || after.kind === 'withdrawn') return true;
  return mayTurnOut(after.kind, rules) && mayTurnOut(before.kind, rules);
}

const stays: ReadonlySet<string> = new Set(['attached', 'left']);
