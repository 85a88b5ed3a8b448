import type { Fact } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { listErased, readSealedFacts, type SealedFact } from '../../store/facts/index.ts';
import type { Work } from '../act/index.ts';
import { factKeys, isKey } from './fact-keys.ts';
import { unsealFact } from './seal-fact.ts';
import type { Told } from './sealed-text.ts';

/** All facts of a programme in a form that the engine takes. */
export type LoadedFacts = Readonly<{
  /** Participant by participant. What is known of each is the day on which it arrived here. */
  facts: readonly Fact[];
  /** Participants whose facts cannot be read any more, by their references in order. */
  erased: readonly string[];
  /** The number of the last fact read, as facts came in; 0 where there is none. */
  through: bigint;
}>;

type Ground = Pick<Work, 'tx' | 'service'>;

/**
 * Reads the facts of a programme that whoever asks may see, and opens what is sealed. With
 * `through` those that came in later are left out, so that what was read once is read again.
 */
export async function loadFacts(
  work: Ground,
  programme: string,
  { through }: Readonly<{ through?: bigint }> = {},
): Promise<Result<LoadedFacts>> {
  const erased = new Set(await listErased(work.tx, programme));
  const facts: Fact[] = [];
  let last = 0n;
  for await (const piece of readSealedFacts(work.tx, { programme, through })) {
    for (const { number } of piece) if (number > last) last = number;
    const opened = await openFacts(work, { programme, piece }, { facts, erased });
    if (!opened.ok) return opened;
  }
  return { ok: true, value: { facts, erased: [...erased].toSorted(), through: last } };
}

async function openFacts(
  { service }: Ground,
  { programme, piece }: Readonly<{ programme: string; piece: readonly SealedFact[] }>,
  { facts, erased }: Readonly<{ facts: Fact[]; erased: Set<string> }>,
): Promise<Result<null>> {
  const people = [...new Set(piece.map(({ participant }) => participant))];
  const keys = await factKeys(
    service.keys,
    programme,
    people.filter((id) => !erased.has(id)),
  );
  if (!keys.ok) return keys;
  for (const sealed of piece) {
    const key = keys.value.get(sealed.participant);
    if (!isKey(key)) {
      erased.add(sealed.participant);
      continue;
    }
    const opened = unsealFact(key, { programme, ...sealed });
    if (!opened.ok) return opened;
    facts.push(boundFact(opened.value));
  }
  return { ok: true, value: null };
}

/**
 * A spell that goes on is evidence of days up to the one on which it was known, and none after it.
 * Where its sender knew of it on an earlier day than it arrived, the evidence ends on that day.
 */
function boundFact({ fact, said }: Told): Fact {
  const isOpen = fact.from !== undefined && fact.to === undefined;
  return isOpen && said.known < fact.known ? { ...fact, to: said.known } : fact;
}
