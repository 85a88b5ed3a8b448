import { change, findRow, kept, rows, type Tx } from './tx.ts';

/** An organisation's part in a programme. */
export type Party = Readonly<{
  programme: string;
  organisation: string;
  part: string;
  /** How the page and the facts name it. */
  name: string;
  joinedAt: string;
  leftAt: string | null;
}>;

const columns = `programme, organisation, part, name, joined_at as "joinedAt", left_at as "leftAt"`;

const has = kept(`select true as has where exists (select from party
  where programme = $1 and organisation = $2 and part = any($3) and left_at is null)`);
const ofProgramme = kept(
  `select ${columns} from party where programme = $1 order by part, name, organisation`,
);

/** Whether an organisation has one of these parts in a programme today. */
export async function hasPart(
  tx: Tx,
  { programme, organisation }: Readonly<{ programme: string; organisation: string }>,
  parts: readonly string[],
): Promise<boolean> {
  const found = await findRow(tx, has, [programme, organisation, parts]);
  return found !== undefined;
}

/** The parties of a programme, in the order of their names. */
export async function listParties(tx: Tx, programme: string): Promise<readonly Party[]> {
  return rows<Party>(tx, ofProgramme, [programme]);
}

/** Gives an organisation a part; one that left before has it again. */
export async function addParty(tx: Tx, party: Omit<Party, 'leftAt'>): Promise<void> {
  await change(
    tx,
    `insert into party (programme, organisation, part, name, joined_at)
      values ($1, $2, $3, $4, $5)
      on conflict (programme, organisation, part)
      do update set name = excluded.name, left_at = null`,
    [party.programme, party.organisation, party.part, party.name, party.joinedAt],
  );
}

/** Whether there is such an organisation, of which one may know nothing else. */
export async function isOrganisation(tx: Tx, organisation: string): Promise<boolean> {
  const found = await findRow<{ is: boolean }>(tx, 'select is_organisation($1) as is', [
    organisation,
  ]);
  return found?.is === true;
}
