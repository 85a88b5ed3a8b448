import type { Result } from '../../problem/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import { personalData } from '../bundle/bundle.ts';
import { findFirstDifference } from '../bundle/first-difference.ts';
import { bundleNotAsKept } from '../bundle/problems.ts';
import { followNow } from '../stored/follow-now.ts';
import { type HeldAgainst, heldAgainst } from '../stored/held-against.ts';
import { rowsIn, type WithoutLines } from './archive.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import type { ArchiveMade, ArchivingGround, KeptAbout } from './archiving.ts';
import { openLineFiles } from './line-files.ts';
import { rekeyKept, rekeyWithoutLines, type WorkedOut } from './work-out.ts';

/** A settlement as it came out under new keys: held against what was kept, and written. */
export type ComeOut = Readonly<{
  take: (kept: readonly KeptLine[]) => Promise<readonly Uint8Array[]>;
  end: (kept: KeptAbout) => Promise<Result<ArchiveMade>>;
}>;

export function comeOut(
  { settling, pages }: ArchivingGround,
  writer: ArchiveWriter,
  { now, keys, before }: WorkedOut,
): ComeOut {
  const followed = followNow(settling, now, { before: before?.before, lines: before?.lines });
  const { about, paid, outstanding } = followed;
  // What moved lines names facts of before; it follows from the lines, as the hash of all does.
  const held = heldAgainst({ ...paid, outstanding, changes: () => [] }, { isOfPeopleAlone: false });
  const files = openLineFiles(writer, 'lines', about.result);
  return {
    take: async (kept) => {
      const lines = rekeyKept(kept, keys);
      held.lines(lines);
      return files.take(lines);
    },
    end: async (kept) => {
      const found: WithoutLines = { ...about.result, outstanding: about.left, gone: [] };
      const wrong = findWrong(held, { kept: keptAnew(kept, keys), found });
      if (wrong !== undefined) return { ok: false, problems: [bundleNotAsKept(wrong)] };
      const last = await files.close();
      const { language, engine, asAt, knownAt } = about.result;
      const { gone } = rekeyWithoutLines(kept, keys);
      const { archive, bytes } = writer.end({
        bundle: 2,
        personalData,
        language,
        engine,
        asAt,
        knownAt,
        pages,
        previous: before?.said ?? 'none',
        result: { ...found, gone },
        resultHash: about.resultHash,
      });
      const made = { digest: archive.digest, facts: rowsIn(archive.facts) };
      const all = Buffer.concat([...last, bytes]);
      return { ok: true, value: { ...made, lines: rowsIn(archive.lines), bytes: all } };
    },
  };
}

/** As it was kept, under new keys. */
function keptAnew(kept: KeptAbout, keys: WorkedOut['keys']): WithoutLines {
  const { payable } = kept.result;
  return { ...rekeyWithoutLines(kept, keys), ...(payable && { payable }) };
}

type Both = Readonly<{ kept: WithoutLines; found: WithoutLines }>;

function findWrong(held: HeldAgainst, { kept, found }: Both) {
  return held.close(new Map(kept.gone)) ?? findFirstDifference(inSums(kept), inSums(found));
}

/** What is paid names lines, which are compared already: of it the sums are. */
function inSums(whole: WithoutLines) {
  const { payable, outstanding, gone: _, ...rest } = whole;
  const statements = payable?.statements.map(({ payee, due, paid }) => {
    return { payee, due, paid, items: [] };
  });
  return {
    ...rest,
    ...(payable && statements && { payable: { ...payable, statements } }),
    outstanding: { ...outstanding, paid: [] },
    lines: [],
    notPaid: [],
  };
}
