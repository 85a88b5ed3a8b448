import type { Fact } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import type { SealedFact } from '../../store/facts/index.ts';
import type { Key } from '../../store/keys/index.ts';
import { unsealFact } from './seal-fact.ts';
import type { Told } from './sealed-text.ts';

/** The fact that was sealed, in the form in which the engine takes it. */
export function openFact(key: Key, programme: string, sealed: SealedFact): Result<Fact> {
  const opened = unsealFact(key, { programme, ...sealed });
  return opened.ok ? { ok: true, value: boundFact(opened.value) } : opened;
}

/**
 * A spell that goes on is evidence of days up to the one on which it was known, and none after it.
 * Where its sender knew of it on an earlier day than it arrived, the evidence ends on that day.
 */
function boundFact({ fact, said }: Told): Fact {
  const isOpen = fact.from !== undefined && fact.to === undefined;
  return isOpen && said.known < fact.known ? { ...fact, to: said.known } : fact;
}
