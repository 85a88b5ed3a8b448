import { type Fact, rulesOf } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { namedIn, openRekeying, planOf, type Rekeying } from '../../settlement/index.ts';
import { type KeptLine, linesInRows } from '../../store/money/index.ts';
import { neededFacts } from '../bundle/needed-facts.ts';
import { openedColumns } from '../stored/columns-of-sealed.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import type { Archiving, ArchivingGround } from './archiving.ts';
import { type ComeOut, comeOut } from './come-out.ts';
import { factPart, factsInPart } from './fact-part.ts';
import { type WorkedOut, workOut } from './work-out.ts';

/** Puts a settlement into an archive where it is asked for: mostly on a thread of its own. */
export function archivingHere(ground: ArchivingGround, writer: ArchiveWriter): Archiving {
  const { programme, contracts, asAt } = ground.settling;
  const plan = planOf(contracts);
  assert(plan.ok, 'what was published makes a plan');
  const { currency } = plan.value;
  const rules = rulesOf(contracts);
  const columns = openedColumns(programme, (own) =>
    neededFacts(own, { rules, knownBy: asAt.knownBy }).map(withoutSigner),
  );
  const [readNames, readBefore, readKept] = [1, 2, 3].map(() => linesInRows(currency)) as [
    Reading,
    Reading,
    Reading,
  ];
  let rekeying: Rekeying | undefined;
  let worked: WorkedOut | undefined;
  let came: ComeOut | undefined;
  let factsWritten = 0;
  const rekey = () => {
    rekeying ??= openRekeying(columns.close());
    return rekeying;
  };
  const workedOut = () => {
    assert(worked, 'everything is worked out under new keys before it is written');
    return worked;
  };
  const cameOut = () => {
    assert(came, 'what was kept is held against what came out');
    return came;
  };
  return {
    takeFacts: async (facts) => columns.take(facts),
    takeNames: async (rows) => {
      rekey().add(namedIn({ lines: readNames(rows).map(({ line }) => line) }));
    },
    settle: async (asked) => {
      worked = await workOut(ground, { ...asked, plan: plan.value, rekeying: rekey(), writer });
    },
    nextFacts: async () => {
      const { source } = workedOut().now;
      const from = factsWritten;
      factsWritten = Math.min(source.columns.rows, from + factsInPart);
      const rows = factsWritten - from;
      const table = { from, to: factsWritten };
      return rows === 0 ? undefined : writer.put('facts', factPart(source, table), rows);
    },
    takeBefore: async (rows) => workedOut().takeBefore(readBefore(rows)),
    follow: async () => {
      came = comeOut(ground, writer, workedOut());
      return workedOut().closeBefore();
    },
    holdAgainst: async (rows) => cameOut().take(readKept(rows)),
    end: async (kept) => cameOut().end(kept),
    close: () => writer.close(),
  };
}

type Reading = (rows: Uint8Array) => readonly KeptLine[];

/** Who signed a fact about somebody is left out. */
function withoutSigner(fact: Fact): Fact {
  const { signer: _, ...rest } = fact;
  return fact.participant === undefined ? fact : rest;
}
