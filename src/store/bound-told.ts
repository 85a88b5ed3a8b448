import { change, rows, type Tx } from './tx.ts';

/** That a fact says by which version a provider is bound. */
export type BoundTold = Readonly<{
  programme: string;
  organisation: string;
  /** How the fact names the provider. */
  name: string;
  /** The number of the version, as the page counts them. */
  version: number;
}>;

/** Keeps that it is told. Whether it is new: each version is told once. */
export async function addBoundTold(
  tx: Tx,
  { programme, organisation, name, version, at }: BoundTold & Readonly<{ at: string }>,
): Promise<boolean> {
  const added = await change(
    tx,
    `insert into bound_told (programme, organisation, name, version, at)
      values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [programme, organisation, name, version, at],
  );
  return added === 1;
}

/** What has been told of the providers of a programme, as far as it is reached. */
export async function listBoundTold(tx: Tx, programme: string): Promise<readonly BoundTold[]> {
  return rows(
    tx,
    `select programme, organisation, name, max(version) as version from bound_told
      where programme = $1 group by programme, organisation, name`,
    [programme],
  );
}

/** Programmes with a provider that has signed, and of which nothing has been told. */
export async function listBoundNotTold(tx: Tx): Promise<readonly string[]> {
  const found = await rows<{ programme: string }>(
    tx,
    `select distinct party.programme from party
      join signature using (programme, organisation)
      where party.part = 'provider' and not exists (select from bound_told told
        where told.programme = party.programme and told.organisation = party.organisation
          and told.name = party.name)
      order by 1 limit 1000`,
    [],
  );
  return found.map(({ programme }) => programme);
}
