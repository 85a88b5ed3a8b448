import type { Result } from '../../problem/index.ts';
import { nobody } from '../../store/facts/index.ts';
import { type Key, unseal } from '../../store/keys/index.ts';
import { type Told, toldIn } from './sealed-text.ts';

/** Where a sealed fact belongs; it opens nowhere else. */
export type FactPlace = Readonly<{ programme: string; participant: string; id: string }>;

/** What a fact is kept as. */
export type Kept = FactPlace &
  Readonly<{ known: number; state: string; replaces: string | undefined; sealed: Uint8Array }>;

/** The fact that was sealed, and what its sender said beside it. */
export function unsealFact(key: Key, kept: Kept): Result<Told> {
  const plain = unsealText(key, kept);
  if (!plain.ok) return plain;
  const participant = kept.participant === nobody ? undefined : kept.participant;
  return { ok: true, value: toldIn(plain.value, { ...kept, participant }) };
}

function unsealText(key: Key, kept: Kept): Result<string> {
  const plain = unseal(key, kept.sealed, boundTo(kept));
  return plain.ok ? { ok: true, value: Buffer.from(plain.value).toString('utf8') } : plain;
}

function boundTo({ programme, participant, id }: FactPlace): string {
  return `fact/${programme}/${participant}/${id}`;
}
