import { change, findRow, rows, type Tx } from '../tx.ts';

/** A comparison in money that is worked out by and by. */
export type PageComparison = Readonly<{
  programme: string;
  id: string;
  /** Of the page that was put forward. */
  number: number;
  organisation: string;
  account: string;
  asAt: string;
  /** Failed is one whose work broke off too often, or that could not be worked out. */
  state: 'waiting' | 'done' | 'failed';
  step: 'waiting' | 'reading' | 'alone' | 'together' | 'ended';
  attempts: number;
  facts: bigint | null;
  money: unknown;
  problems: unknown;
  askedAt: string;
}>;

type Which = Pick<PageComparison, 'programme' | 'id'>;

type New = Omit<PageComparison, 'state' | 'step' | 'attempts' | 'facts' | 'money' | 'problems'>;

/** Asks for one; whether none was waiting for the same page. */
export async function insertComparison(tx: Tx, comparison: New): Promise<boolean> {
  const { programme, id, number, organisation, account, asAt, askedAt } = comparison;
  const added = await change(
    tx,
    `insert into page_comparison (programme, id, number, organisation, account, as_at, state,
        step, asked_at)
      values ($1, $2, $3, $4, $5, $6, 'waiting', 'waiting', $7) on conflict do nothing`,
    [programme, id, number, organisation, account, asAt, askedAt],
  );
  return added === 1;
}

const columns = `programme, id, number, organisation, account, as_at as "asAt", state, step,
  attempts, facts, money, problems, asked_at as "askedAt"`;

/** The last that was asked for of a page, where it is reached. */
export async function findComparison(
  tx: Tx,
  { programme, number }: Pick<PageComparison, 'programme' | 'number'>,
): Promise<PageComparison | undefined> {
  return findRow(
    tx,
    `select ${columns} from page_comparison where programme = $1 and number = $2
      order by asked_at desc, id limit 1`,
    [programme, number],
  );
}

/** Says that its work begins once more, of one that still waits. */
export async function beginComparison(
  tx: Tx,
  { programme, id }: Which,
): Promise<PageComparison | undefined> {
  return findRow(
    tx,
    `update page_comparison set attempts = attempts + 1, step = 'waiting'
      where programme = $1 and id = $2 and state = 'waiting' returning ${columns}`,
    [programme, id],
  );
}

/** Comparisons of every programme of which nothing has come so far. */
export async function listWaitingComparisons(tx: Tx): Promise<readonly Which[]> {
  return rows(
    tx,
    `select programme, id from page_comparison where state = 'waiting' order by asked_at, id`,
  );
}

/** Says how far it has come. */
export async function advanceComparison(
  tx: Tx,
  { programme, id }: Which,
  step: PageComparison['step'],
): Promise<void> {
  await change(
    tx,
    `update page_comparison set step = $3
      where programme = $1 and id = $2 and state = 'waiting'`,
    [programme, id, step],
  );
}

type Ended = Which &
  Readonly<{ at: string }> &
  (Readonly<{ facts: bigint; money: unknown }> | Readonly<{ problems: unknown }>);

/** Says what came of it. */
export async function endComparison(tx: Tx, ended: Ended): Promise<void> {
  const isDone = 'money' in ended;
  await change(
    tx,
    `update page_comparison set state = $3, step = 'ended', facts = $4, money = $5,
        problems = $6, ended_at = $7
      where programme = $1 and id = $2 and state = 'waiting'`,
    [
      ended.programme,
      ended.id,
      isDone ? 'done' : 'failed',
      isDone ? ended.facts : null,
      isDone ? JSON.stringify(ended.money) : null,
      isDone ? null : JSON.stringify(ended.problems),
      ended.at,
    ],
  );
}
