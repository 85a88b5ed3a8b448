import type { Client } from 'pg';

/** Some of those whose keys must be there: of a programme's participants, or of all else. */
export type SealedIds = Readonly<{ programme?: string; ids: readonly string[] }>;

// Whatever was erased or given up needs no key any more; what was loaded is in the facts.
const questions: Readonly<Record<string, string>> = {
  participant: 'select programme, id from participant where erased_at is null order by programme',
  person: 'select null as programme, id from person where erased_at is null',
  import: `select null as programme, upload as id from import
    where state in ('unmapped', 'waiting', 'refused')`,
  evidence: `select null as programme, upload as id from evidence
    join participant on participant.programme = evidence.programme
      and participant.id = evidence.participant and erased_at is null`,
  handed_in: 'select null as programme, id from handed_in',
};

const atOnce = 5000;

type Row = Readonly<{ programme: string | null; id: string }>;

/** Everybody and everything that can be read with a key of its own alone, in pieces. */
export async function* listSealed(owner: Client): AsyncGenerator<SealedIds> {
  for (const [table, question] of Object.entries(questions)) {
    if (!(await isThere(owner, table))) continue;
    await owner.query(`declare sealed_ids no scroll cursor for ${question}`);
    for (;;) {
      const { rows } = await owner.query<Row>(`fetch ${atOnce} from sealed_ids`);
      if (rows.length === 0) break;
      yield* byProgramme(rows);
    }
    await owner.query('close sealed_ids');
  }
}

// An earlier version may not have had it.
async function isThere(owner: Client, table: string): Promise<boolean> {
  const { rows } = await owner.query<{ is: boolean }>('select to_regclass($1) is not null as is', [
    `outturn.${table}`,
  ]);
  return rows[0]?.is === true;
}

function byProgramme(rows: readonly Row[]): readonly SealedIds[] {
  const groups = new Map<string | null, string[]>();
  for (const { programme, id } of rows) {
    const ids = groups.get(programme) ?? [];
    ids.push(id);
    groups.set(programme, ids);
  }
  return [...groups].map(([programme, ids]) => (programme === null ? { ids } : { programme, ids }));
}
