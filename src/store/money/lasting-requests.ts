import { change, findRow, rows, type Tx } from '../tx.ts';

/** Work that was asked for, and is done by and by: what all kinds of it have. */
export type LastingRequest = Readonly<{
  programme: string;
  id: string;
  organisation: string;
  /** Who asked, in whose name it is done. */
  account: string;
  /** How far it has come. */
  step: string;
  /** How often its work was begun. */
  attempts: number;
  problems: unknown;
  askedAt: string;
}>;

export type WhichRequest = Pick<LastingRequest, 'programme' | 'id'>;

/** One kind of it: its table, and the columns that its rows have besides. */
export type RequestKind = Readonly<{
  table: string;
  /** What is asked and what came of it, as a question names them. */
  columns: string;
  /** The columns that say what came of it, where it was done. */
  came: readonly string[];
}>;

/** What came of one: values for those columns, or why it was not done. */
export type Ended = WhichRequest &
  Readonly<{ at: string }> &
  (
    | Readonly<{ came: readonly unknown[] }>
    | Readonly<{ state: 'refused' | 'failed'; problems: unknown }>
  );

/** What is asked of the table of one kind, alike for all. */
export type LastingRequests<Row extends LastingRequest> = Readonly<{
  /** Its columns, for questions of its own. */
  columns: string;
  /** Says that its work begins once more; how often that is by now, of one that still waits. */
  begin: (tx: Tx, which: WhichRequest) => Promise<Row | undefined>;
  /** Those of every programme of which nothing has come so far, the first asked for first. */
  listWaiting: (tx: Tx) => Promise<readonly WhichRequest[]>;
  /** Says how far it has come. */
  advance: (tx: Tx, which: WhichRequest, step: Row['step']) => Promise<void>;
  /** Says what came of it; whether it still waited. */
  end: (tx: Tx, ended: Ended) => Promise<boolean>;
}>;

const ofEach = `programme, id, organisation, account, state, step, attempts, problems,
  asked_at as "askedAt"`;

/** Makes these of a kind. Names come from our own code; values are never in the text. */
export function lastingRequests<Row extends LastingRequest>({
  table,
  columns: own,
  came: cameIn,
}: RequestKind): LastingRequests<Row> {
  const columns = `${ofEach}, ${own}`;
  const isWaiting = `programme = $1 and id = $2 and state = 'waiting'`;
  const given = cameIn.map((column, at) => `, ${column} = $${at + 6}`).join('');
  return {
    columns,
    begin: async (tx, { programme, id }) =>
      findRow<Row>(
        tx,
        `update ${table} set attempts = attempts + 1, step = 'waiting'
          where ${isWaiting} returning ${columns}`,
        [programme, id],
      ),
    listWaiting: async (tx) =>
      rows(tx, `select programme, id from ${table} where state = 'waiting' order by asked_at, id`),
    advance: async (tx, { programme, id }, step) => {
      await change(tx, `update ${table} set step = $3 where ${isWaiting}`, [programme, id, step]);
    },
    end: async (tx, ended) => {
      const { programme, id, at } = ended;
      const isDone = 'came' in ended;
      const state = isDone ? 'done' : ended.state;
      const problems = isDone ? null : JSON.stringify(ended.problems);
      const came = cameIn.map((_, place) => (isDone ? (ended.came[place] ?? null) : null));
      const changed = await change(
        tx,
        `update ${table} set state = $3, step = 'ended', problems = $4, ended_at = $5${given}
          where ${isWaiting}`,
        [programme, id, state, problems, at, ...came],
      );
      return changed === 1;
    },
  };
}
