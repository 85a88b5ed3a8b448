import type { Result } from '../../problem/index.ts';
import { listMeant, listMeantLoosely } from '../../store/facts/index.ts';
import { type Key, mark } from '../../store/keys/index.ts';
import type { Work } from '../act/index.ts';
import { participantsAlike } from './problems.ts';

/** Whose references are meant. */
export type MarkGround = Readonly<{ markKey: Key; organisation: string }>;

/** The mark of a reference of the sender's own: no other sender's is the same. */
export function markOf({ markKey, organisation }: MarkGround, name: string): Buffer {
  return mark(markKey, `${organisation}/participant/${name}`);
}

// Hyphens, dashes and the minus, as they come from keyboards and from texts.
const looseless = /[\s\p{Dash_Punctuation}\u2212]/gu;

/** The mark of a reference as people say it: without regard to case, spaces and dashes. */
export function looseMarkOf({ markKey, organisation }: MarkGround, name: string): Buffer {
  const loose = name.normalize('NFKC').toLowerCase().replaceAll(looseless, '');
  return mark(markKey, `${organisation}/loosely/${loose}`);
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

/** The same by a reference that is written in another way; where it means several, nobody. */
export async function findByLooseReference(
  { tx, service }: Pick<Work, 'tx' | 'service'>,
  { programme, organisation, reference }: OwnReference,
): Promise<Result<string | undefined>> {
  const markKey = await service.keys.programmeKey(programme);
  if (!markKey.ok) return markKey;
  const loose = looseMarkOf({ markKey: markKey.value, organisation }, reference);
  const [found, another] = await listMeantLoosely(tx, { programme, organisation }, loose);
  return another === undefined
    ? { ok: true, value: found }
    : { ok: false, problems: [participantsAlike()] };
}
