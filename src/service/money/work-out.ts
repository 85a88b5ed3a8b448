import { assert, type Result } from '../../problem/index.ts';
import { findProgramme } from '../../store/index.ts';
import { countKnownFacts, getResult, type StoredSettlement } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import { loadFacts } from '../facts-in/index.ts';
import { settleGround } from '../settling/settle.ts';
import { findBeyondSigned } from './find-beyond-signed.ts';
import { groundOf } from './ground-of.ts';
import type { WorkedOut } from './keep-settlement.ts';
import { pagesOf } from './pages-of.ts';

/** Which settlement is to be worked out: of what, as at which days, after which approved one. */
export type ToWorkOut = Readonly<{
  programme: string;
  asAt: string;
  knownAt: string;
  last: StoredSettlement | undefined;
}>;

/** Works a settlement out from what is recorded by now. */
export async function workOut(
  work: Pick<Work, 'tx' | 'service'>,
  { programme, asAt, knownAt, last }: ToWorkOut,
): Promise<Result<WorkedOut>> {
  const { tx } = work;
  const pages = await pagesOf(tx, programme);
  if (!pages.ok) return pages;
  const known = await countKnownFacts(tx, { programme, knownAt });
  const loaded = await loadFacts(work, programme, { through: known.through });
  if (!loaded.ok) return loaded;
  const previous = last && (await getResult(tx, { programme, settlement: last.id }));
  const ground = groundOf(pages.value, {
    asAt,
    knownAt,
    previous: previous ?? 'none',
    facts: loaded.value.facts,
    erased: loaded.value.erased,
  });
  if (!ground.ok) return ground;
  const { result, leftOut } = settleGround(ground.value);
  const { changes, payable, outstanding } = result;
  assert(changes && payable && outstanding, 'what follows a settlement says what is paid');
  const found = await findProgramme(tx, programme);
  assert(found !== undefined, 'who settles a programme reaches it');
  return {
    ok: true,
    value: {
      programme: found,
      pages: pages.value,
      result: { ...result, changes, payable, outstanding },
      problems: [...leftOut.problems, ...(await findBeyondSigned(tx, programme, pages.value))],
      ...(last && previous ? { previous: { id: last.id, result: previous } } : {}),
      known,
    },
  };
}
