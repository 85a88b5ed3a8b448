import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import Type from 'typebox';
import type { Actor } from '../../src/service/access/index.ts';
import { action, perform, type Service } from '../../src/service/act/index.ts';
import { addFacts, type FactCells } from '../../src/service/facts-in/index.ts';
import { approveSettlement, prepareSettlement } from '../../src/service/money/index.ts';
import { examplePath } from './example-folders.ts';
import { type Cast, got, registrar } from './made-facts.ts';

// Months of an example, played through the service: facts come in on the day on which they became
// known, and each month is settled on the first day of the next.

/** Facts straight in, as if somebody had sent them by a call. */
export const sendFacts = action({
  name: 'facts.test_send',
  kind: 'change',
  who: 'signed in',
  summary: 'Adds facts.',
  input: Type.Object({
    programme: Type.String(),
    facts: Type.Array(Type.Record(Type.String(), Type.String())),
  }),
  output: Type.Unknown(),
  run: async (work, { programme, facts }) =>
    addFacts(work, programme, { way: 'call', facts: facts as FactCells[] }),
});

/** The facts of an example by the day on which they became known, in order. */
export function factsByDay(example: string): readonly (readonly [string, readonly FactCells[]])[] {
  const folder = examplePath(example, 'facts');
  const rows = readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8').trim();
      return Papa.parse<Record<string, string>>(text, { header: true }).data;
    });
  const byDay = new Map<string, FactCells[]>();
  for (const { known = '', day = '', to = '', ...rest } of rows) {
    const on = known || day || to;
    byDay.set(on, [...(byDay.get(on) ?? []), { ...rest, day, to, known: on }]);
  }
  return [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** A service on which an example is played, and who plays. */
export type Stage = Readonly<{
  service: Service;
  setDay: (day: string) => void;
  cast: Cast;
  commissioner: string;
}>;

/** Lets facts come in that became known after one day and by another. */
export async function playFacts(
  { service, setDay, cast }: Stage,
  days: ReturnType<typeof factsByDay>,
  { after, by }: Readonly<{ after: string; by: string }>,
): Promise<void> {
  const actor = cast.as(registrar, 'verifier');
  for (const [day, facts] of days) {
    if (day <= after || day > by) continue;
    setDay(day);
    const input = { programme: cast.programme, facts };
    got(await perform(service, sendFacts, { actor, input }));
  }
}

/** Who prepares and who approves, for the commissioner. */
export function financeOf({ cast, commissioner }: Stage): Readonly<{ one: Actor; other: Actor }> {
  return {
    one: cast.as(`${commissioner} 1`, 'finance_preparer'),
    other: cast.as(`${commissioner} 2`, 'finance_approver'),
  };
}

/** Prepares as at a day, on the next day. */
export async function prepared(stage: Stage, asAt: string) {
  const { service, cast } = stage;
  const input = { programme: cast.programme, asAt, knownAt: asAt };
  return got(await perform(service, prepareSettlement, { actor: financeOf(stage).one, input }));
}

/** Prepares and approves as at a day. */
export async function settled(stage: Stage, asAt: string) {
  const { service, cast } = stage;
  const { settlement, resultHash, ...rest } = await prepared(stage, asAt);
  const input = { programme: cast.programme, settlement, resultHash };
  got(await perform(service, approveSettlement, { actor: financeOf(stage).other, input }));
  return { settlement, resultHash, ...rest };
}
