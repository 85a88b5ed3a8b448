import { randomUUID } from 'node:crypto';
import type { Account, Entry, Posting } from '../../ledger/index.ts';
import { type Cell, insertRows } from '../insert-rows.ts';
import { rows, type Tx } from '../tx.ts';

/** What entries belong to: a settlement, or a payment. */
export type EntrySource = Readonly<{ programme: string }> &
  (Readonly<{ settlement: string }> | Readonly<{ payment: string }>);

const entryColumns = [
  ['programme', 'uuid'],
  ['id', 'uuid'],
  ['settlement', 'uuid'],
  ['payment', 'uuid'],
  ['place', 'integer'],
  ['day', 'date'],
  ['description', 'text'],
] as const;

const postingColumns = [
  ['programme', 'uuid'],
  ['entry', 'uuid'],
  ['place', 'integer'],
  ['account', 'text[]'],
  ['amount_units', 'bigint'],
] as const;

/** Books entries. The database sees for itself that each is balanced. */
export async function insertEntries(
  tx: Tx,
  source: EntrySource,
  entries: readonly Entry[],
): Promise<void> {
  const { programme } = source;
  const settlement = 'settlement' in source ? source.settlement : null;
  const payment = 'payment' in source ? source.payment : null;
  const named = entries.map((entry, at) => ({ entry, id: randomUUID(), place: at + 1 }));
  const heads = named.map(({ entry, id, place }): readonly Cell[] => {
    return [programme, id, settlement, payment, place, entry.day, entry.description];
  });
  await insertRows(tx, { table: 'entry', columns: entryColumns }, heads);
  const postings = named.flatMap(({ entry, id }) =>
    entry.postings.map(({ account, amount }, at): readonly Cell[] => {
      return [programme, id, at + 1, listText(account), amount];
    }),
  );
  await insertRows(tx, { table: 'posting', columns: postingColumns }, postings);
}

// A list as PostgreSQL writes it: every item in quotation marks.
function listText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

type PostingRow = Readonly<{
  id: string;
  day: Entry['day'];
  description: string;
  account: Account;
  amount: bigint;
}>;

/**
 * The ledger of a programme in order: entries of approved settlements and of payments, by day, and
 * within a day by when they came to stand in it. Up to a settlement, where one is named.
 */
export async function listLedgerEntries(
  tx: Tx,
  { programme, number = null }: Readonly<{ programme: string; number?: number | null }>,
): Promise<readonly Entry[]> {
  const found = await rows<PostingRow>(
    tx,
    `select entry.id, entry.day, description, account, posting.amount_units as amount
      from entry
      join posting on posting.programme = entry.programme and posting.entry = entry.id
      left join settlement on settlement.programme = entry.programme
        and settlement.id = entry.settlement
      left join payment on payment.programme = entry.programme and payment.id = entry.payment
      where entry.programme = $1
        and (entry.payment is not null or settlement.state = 'approved')
        and ($2::integer is null or settlement.number <= $2)
      order by entry.day, coalesce(settlement.decided_at, payment.recorded_at),
        coalesce(settlement.number, 0), coalesce(entry.settlement, entry.payment), entry.place,
        posting.place`,
    [programme, number],
  );
  return entriesOf(found);
}

function entriesOf(found: readonly PostingRow[]): readonly Entry[] {
  const entries = new Map<string, Entry & { postings: Posting[] }>();
  for (const { id, day, description, account, amount } of found) {
    const entry = entries.get(id) ?? { day, description, postings: [] };
    entry.postings.push({ account, amount });
    entries.set(id, entry);
  }
  return [...entries.values()];
}
