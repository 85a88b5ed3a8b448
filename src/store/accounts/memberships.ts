import { change, findRow, rows, type Tx } from '../tx.ts';

/** Somebody in an organisation. */
export type Place = Readonly<{ organisation: string; account: string }>;

/** What somebody may do there, and up to how much a publisher may bind it. */
export type HeldDuty = Readonly<{
  duty: string;
  limitUnits: bigint | null;
  limitCurrency: string | null;
}>;

/** A member as colleagues see them. */
export type Member = Readonly<{
  account: string;
  name: string;
  email: string;
  joinedAt: string;
  duties: readonly HeldDuty[];
}>;

/** Whether somebody belongs to an organisation today. */
export async function isMember(tx: Tx, { organisation, account }: Place): Promise<boolean> {
  const row = await findRow(
    tx,
    `select true as is from membership
      where organisation = $1 and account = $2 and left_at is null`,
    [organisation, account],
  );
  return row !== undefined;
}

/** The organisations that somebody belongs to today. */
export async function listMemberships(tx: Tx, account: string): Promise<readonly string[]> {
  const found = await rows<{ organisation: string }>(
    tx,
    `select organisation from membership where account = $1 and left_at is null
      order by organisation`,
    [account],
  );
  return found.map(({ organisation }) => organisation);
}

/** Lets somebody belong to an organisation; one who left before is back. */
export async function addMember(
  tx: Tx,
  { organisation, account, at }: Place & Readonly<{ at: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into membership (organisation, account, joined_at) values ($1, $2, $3)
      on conflict (organisation, account) do update
      set joined_at = case when membership.left_at is null then membership.joined_at
        else excluded.joined_at end, left_at = null`,
    [organisation, account, at],
  );
}

/** Ends somebody's membership, and their duties and tokens with it. */
export async function endMembership(
  tx: Tx,
  { organisation, account, at }: Place & Readonly<{ at: string }>,
): Promise<void> {
  await change(tx, 'delete from duty where organisation = $1 and account = $2', [
    organisation,
    account,
  ]);
  await findRow(tx, 'select end_tokens_here($1, $2)', [account, at]);
  await change(tx, 'update membership set left_at = $3 where organisation = $1 and account = $2', [
    organisation,
    account,
    at,
  ]);
}

/** Who belongs to an organisation today, in the order of their names. */
export async function listMembers(tx: Tx, organisation: string): Promise<readonly Member[]> {
  const members = await rows<Omit<Member, 'duties'>>(
    tx,
    `select account.id as account, account.name, account.email, joined_at as "joinedAt"
      from membership join account on account.id = membership.account
      where organisation = $1 and left_at is null order by account.name, account.id`,
    [organisation],
  );
  const held = await rows<HeldDuty & { account: string }>(
    tx,
    `select account, duty, limit_units as "limitUnits", limit_currency as "limitCurrency"
      from duty where organisation = $1 order by duty`,
    [organisation],
  );
  return members.map((member) => ({
    ...member,
    duties: held.filter(({ account }) => account === member.account),
  }));
}

/** The duties of one member. */
export async function listDuties(
  tx: Tx,
  { organisation, account }: Place,
): Promise<readonly HeldDuty[]> {
  return rows(
    tx,
    `select duty, limit_units as "limitUnits", limit_currency as "limitCurrency" from duty
      where organisation = $1 and account = $2 order by duty`,
    [organisation, account],
  );
}

/** A duty as it is given: where, to whom, by whom. */
export type GivenDuty = Place & HeldDuty & Readonly<{ givenBy: string | null; at: string }>;

/** Gives a duty; one that is held already takes the new limit. */
export async function giveDuty(tx: Tx, given: GivenDuty): Promise<void> {
  await change(
    tx,
    `insert into duty
      (organisation, account, duty, limit_units, limit_currency, given_by, given_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (organisation, account, duty) do update set
        limit_units = excluded.limit_units, limit_currency = excluded.limit_currency,
        given_by = excluded.given_by, given_at = excluded.given_at`,
    [
      given.organisation,
      given.account,
      given.duty,
      given.limitUnits,
      given.limitCurrency,
      given.givenBy,
      given.at,
    ],
  );
}

export async function takeDuty(
  tx: Tx,
  { organisation, account, duty }: Place & Readonly<{ duty: string }>,
): Promise<boolean> {
  const taken = await change(
    tx,
    'delete from duty where organisation = $1 and account = $2 and duty = $3',
    [organisation, account, duty],
  );
  return taken > 0;
}
