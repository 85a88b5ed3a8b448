import { kept, rows, type Tx } from '../tx.ts';

// Each fact looks up the one that it replaced: joined, those of the whole programme are read.
const written = kept(`with recursive link as (
    select fact.id as top, fact.arrival, fact.replaces from fact
    where fact.programme = $1 and fact.id = any($2)
    union
    select link.top, earlier.arrival, earlier.replaces
    from link cross join lateral (
      select fact.arrival, fact.replaces from fact
      where fact.programme = $1 and fact.id = link.replaces limit 1
    ) earlier)
  select distinct link.top from link cross join lateral (
    select from arrival
    where arrival.programme = $1 and arrival.id = link.arrival and arrival.account = $3 limit 1
  ) mine`);

/** Whose facts are asked for. */
type Hand = Readonly<{ programme: string; account: string; facts: readonly string[] }>;

/** Those of some facts that somebody wrote, or of which they wrote what it replaced. */
export async function listWrittenBy(tx: Tx, asked: Hand): Promise<ReadonlySet<string>> {
  const { programme, account, facts } = asked;
  if (facts.length === 0) return new Set();
  const found = await rows<{ top: string }>(tx, written, [programme, facts, account]);
  return new Set(found.map(({ top }) => top));
}
