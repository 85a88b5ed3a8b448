// The peer of the calls, in a process of its own: fastify and SQL, and nothing else. It answers the
// rows that the service answers from, as they stand in the same tables: nobody is asked who they
// are, nothing is fenced, checked, opened or recorded.
import fastify from 'fastify';
import pg from 'pg';

const owner = JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig;
const pool = new pg.Pool({ ...owner, max: 10, options: '-c search_path=outturn' });
const server = fastify();
type Params = Readonly<Record<string, string>>;

function get(path: string, text: string, names: readonly string[]): void {
  server.get(path, async ({ params, query }) => {
    const given: Params = { ...(query as Params), ...(params as Params) };
    const { rows } = await pool.query(
      text,
      names.map((name) => given[name]),
    );
    return rows;
  });
}

get(
  '/own/:organisation',
  `select programme.*, array_agg(part) as parts from party
    join programme on programme.id = party.programme
    where party.organisation = $1 and left_at is null group by programme.id limit 50`,
  ['organisation'],
);
get(
  '/programmes/:programme',
  `select programme.*,
      (select json_agg(party) from party where party.programme = id and left_at is null) as parties,
      (select json_agg(v) from (select number, own_number, state from page_version
        where page_version.programme = id) v) as versions
    from programme where id = $1`,
  ['programme'],
);
get(
  '/programmes/:programme/participants/:participant/facts',
  `select * from fact where programme = $1 and participant = $2
    and (provider = $3 or sender = $3) order by number`,
  ['programme', 'participant', 'provider'],
);
// Claims that stand have a table of their own; 1,001 stand for more than 1,000, as with us.
get(
  '/programmes/:programme/claims',
  `select fact.*, (select count(*) from (
        select from open_claim where programme = $1 limit 1001) each) as waiting
    from (select * from open_claim where programme = $1 order by number limit 50) claim
    join fact on fact.programme = claim.programme and fact.id = claim.fact
    order by claim.number`,
  ['programme'],
);
get(
  '/programmes/:programme/settlements',
  `select settlement.*, total_units, paid_units from settlement
    left join settlement_whole whole on whole.programme = settlement.programme
      and whole.settlement = settlement.id
    where settlement.programme = $1 order by number desc limit 201`,
  ['programme'],
);
get(
  '/programmes/:programme/settlements/:settlement/lines',
  `select * from settlement_line where programme = $1 and settlement = $2 and place > $3
    order by place limit 201`,
  ['programme', 'settlement', 'after'],
);
get(
  '/programmes/:programme/settlements/:settlement/statements/:payee',
  `select *, (select json_agg(own.*) from (select * from settlement_line
      where programme = $1 and settlement = $2 and payee = $3 order by place limit 201) own)
      as "someLines"
    from statement where programme = $1 and settlement = $2 and payee = $3`,
  ['programme', 'settlement', 'payee'],
);

const columns = `programme, participant, id, arrival, sender, mark, provider, known, state,
  replaces, sealed, fingerprint`;
// A new fact is one that is there already, under another programme that nobody asks about.
server.post('/programmes/:programme/facts', async ({ body }) => {
  const { like, ids, programme } = body as Readonly<Record<string, string>>;
  const { rowCount } = await pool.query(
    `insert into fact (${columns}) select '00000000-0000-0000-0000-00000000000b', participant,
        each, arrival, sender, each, provider, known, state,
        null, sealed, fingerprint from fact, unnest($2::uuid[]) as each
      where programme = $3 and id = $1`,
    [like, ids, programme],
  );
  return { added: rowCount };
});

await server.listen({ host: '127.0.0.1', port: Number(process.argv[3]) });
