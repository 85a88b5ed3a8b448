import type { Result } from '../../problem/index.ts';
import { listMeant } from '../../store/facts/index.ts';
import { type Key, mark } from '../../store/keys/index.ts';
import type { Work } from '../act/index.ts';

/** Whose references are meant. */
export type MarkGround = Readonly<{ markKey: Key; organisation: string }>;

/** The mark of a reference of the sender's own: no other sender's is the same. */
export function markOf({ markKey, organisation }: MarkGround, name: string): Buffer {
  return mark(markKey, `${organisation}/participant/${name}`);
}

type OwnReference = Readonly<{ programme: string; organisation: string; reference: string }>;

/**
 * Whom an organisation means by a reference of its own, if it has recorded anything by it. Those of
 * others are not looked through: the same text means nobody there.
 */
export async function findByOwnReference(
  { tx, service }: Pick<Work, 'tx' | 'service'>,
  { programme, organisation, reference }: OwnReference,
): Promise<Result<string | undefined>> {
  const markKey = await service.keys.programmeKey(programme);
  if (!markKey.ok) return markKey;
  const marks = [markOf({ markKey: markKey.value, organisation }, reference)];
  const [found] = await listMeant(tx, { programme, organisation }, { references: [], marks });
  return { ok: true, value: found?.participant };
}
