import { DuckDBInstance } from '@duckdb/node-api';

/** Of all facts one in so many is changed, by chance that is the same each time. */
const oneIn = 100;

/**
 * Writes the facts with one in a hundred replaced on a day, of those that were known by an earlier
 * one: a third of them is withdrawn, a third not verified, and a third five days earlier.
 */
export async function changeFacts({ facts, changed, knownBy, changedOn }: Change): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const earlier = (day: string) => `case third when 2 then "${day}" - 5 else "${day}" end`;
  const spell = (day: string) => `case third when 0 then null else ${earlier(day)} end`;
  await connection.run(`
    copy (
      with chosen as (
        select *, hash(id, 101) % 3 as third from '${facts}'
        where kind <> 'attached' and known <= '${knownBy}'
          and id not in (select replaces from '${facts}' where replaces is not null)
        order by hash(id, 100) limit (select count(*) // ${oneIn} from '${facts}'))
      select * from '${facts}'
      union all by name
      select * exclude (third) replace (
        'R' || id as id, id as replaces, date '${changedOn}' as known,
        case third when 0 then 'withdrawn' else kind end as kind,
        case third when 0 then date '${changedOn}' end as day,
        ${spell('from')} as "from", ${spell('to')} as "to",
        case third when 1 then 'claimed' else state end as state) from chosen
    ) to '${changed}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** The file of facts, the one to write, and the two days. */
export type Change = Readonly<{
  facts: string;
  changed: string;
  knownBy: string;
  changedOn: string;
}>;
