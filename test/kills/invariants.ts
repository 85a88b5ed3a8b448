// What must hold after every kill, however it ended.
import pg from 'pg';
import { perform, type Service } from '../../src/service/act/index.ts';
import { checkRestored } from '../../src/service/backup/index.ts';
import { recomputeSettlement } from '../../src/service/money/index.ts';
import { chainVerifier } from '../../src/service/record/index.ts';
import { listChains } from '../../src/store/backup/index.ts';
import { listEntries, type Reach } from '../../src/store/index.ts';
import type { Scene } from './scene.ts';

/** What was answered, by the key under which it was asked for. */
export type Answers = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const upkeep: Reach = { reach: 'upkeep' };

/** Each rule that does not hold, in words; none, if all is well. */
export async function brokenRules(
  service: Service,
  scene: Scene,
  answers: Answers,
): Promise<readonly string[]> {
  const owner = new pg.Client(service.store.owner);
  owner.on('error', () => {});
  await owner.connect();
  await owner.query('set search_path to outturn');
  try {
    return [
      ...(await lostAnswers(owner, answers)),
      ...(await halfDone(owner)),
      ...(await brokenChains(service)),
      ...(await newestOtherwise(service, owner, scene)),
      ...(await holesOf(service, owner)),
    ];
  } finally {
    await owner.end();
  }
}

/** At the end, everything: every chain, and every settlement worked out again. */
export async function brokenAtTheEnd(service: Service): Promise<readonly string[]> {
  const checked = await checkRestored(service, () => {});
  return checked.ok ? [] : checked.problems.map(({ code, message }) => `${code}: ${message}`);
}

// Nothing that was answered is lost.
async function lostAnswers(owner: pg.Client, answers: Answers): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [key, answer] of answers) {
    for (const question of questionsOf(key, answer)) {
      const { rowCount } = await owner.query(question.text, [...question.values]);
      if (rowCount !== 1) lost.push(`${key} was answered, and ${question.what} is lost`);
    }
  }
  return lost;
}

type Question = Readonly<{ what: string; text: string; values: readonly unknown[] }>;

function questionsOf(key: string, answer: Readonly<Record<string, unknown>>): readonly Question[] {
  if (key.endsWith(': loaded')) {
    const text = `select from import where id = $1 and state = 'done' and added + sent_before > 0`;
    return [{ what: 'the file', text, values: [answer.import] }];
  }
  if (key.endsWith('approve_settlement')) {
    const text = `select from settlement where id = $1 and state = 'approved'`;
    return [{ what: 'the approval', text, values: [answer.settlement] }];
  }
  if (key.endsWith('prepare_settlement')) {
    const text = 'select from settlement where id = $1 and result_hash = $2';
    return [{ what: 'the settlement', text, values: [answer.settlement, answer.resultHash] }];
  }
  if (key.endsWith('begin_programme')) {
    const text = 'select from programme where id = $1';
    return [{ what: 'the programme', text, values: [answer.programme] }];
  }
  if (key.endsWith('erase_participant')) {
    const text = 'select from participant where id = $1 and erased_at is not null';
    return [{ what: 'the erasure', text, values: [answer.participant] }];
  }
  return [];
}

// Each of these finds what only half was done, or done twice.
const halves: Readonly<Record<string, string>> = {
  'an arrival without all of its facts': `select from arrival where facts <>
    (select count(*) from fact where fact.programme = arrival.programme
      and fact.arrival = arrival.id)`,
  'facts without their arrival': `select from fact where not exists
    (select from arrival where arrival.programme = fact.programme and arrival.id = fact.arrival)`,
  'a fact sent twice': `select from fact group by programme, sender, mark having count(*) > 1`,
  'two settlements approved for one day': `select from settlement where state = 'approved'
    group by programme, as_at, known_at having count(*) > 1`,
  'two settlements that follow one': `select from settlement where state = 'approved'
    group by programme, previous having count(*) > 1`,
  'a settlement without what it comes to': `select from settlement where not exists
    (select from settlement_whole whole where whole.settlement = settlement.id)`,
  'an entry whose debits are not its credits': `select from posting
    group by programme, entry having sum(amount_units) <> 0`,
  'a page published without its record': `select from page_version where state = 'published'
    and programme in (select chain from record where act = 'programmes.put_forward')
    and not exists (select from record where chain = page_version.programme
      and act = 'programmes.publish_page' and (about ->> 'number')::int = page_version.number)`,
  'an approval without its record': `select from settlement where state = 'approved'
    and not exists (select from record where act = 'money.approve_settlement'
      and about ->> 'settlement' = settlement.id::text)`,
  'a programme named twice': `select from programme where name like 'Programme of round%'
    group by name having count(*) > 1`,
};

async function halfDone(owner: pg.Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, text] of Object.entries(halves)) {
    const { rowCount } = await owner.query(text);
    if (rowCount !== 0) found.push(`there is ${what}`);
  }
  return found;
}

async function brokenChains({ store }: Service): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const chain of await store.read(upkeep, listChains)) {
    const range = { chain, most: 100_000 };
    const entries = await store.read(upkeep, async (tx) => listEntries(tx, range));
    const verifier = chainVerifier();
    const wrong = entries.flatMap((entry) => verifier.next(entry) ?? []);
    if (wrong.length > 0) broken.push(`the chain ${chain} does not hold`);
  }
  return broken;
}

async function newestOtherwise(
  service: Service,
  owner: pg.Client,
  { programme }: Scene,
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from settlement where programme = $1 order by number desc limit 1',
    [programme],
  );
  const settlement = rows[0]?.id;
  if (settlement === undefined) return [];
  const input = { programme, settlement };
  const again = await perform(service, recomputeSettlement, { actor: { kind: 'service' }, input });
  return again.ok ? [] : again.problems.map(({ message }) => message);
}

// Whatever is sealed has its key, and whatever is named is stored.
async function holesOf(service: Service, owner: pg.Client): Promise<readonly string[]> {
  const { rows: people } = await owner.query<{ programme: string; ids: string[] }>(
    `select programme, array_agg(id::text) as ids from participant
      where erased_at is null group by programme`,
  );
  const { rows: uploads } = await owner.query<{ upload: string; file: string }>(
    `select upload, file from import where state in ('unmapped', 'waiting', 'refused')`,
  );
  const stored = new Set<string>();
  for await (const { name } of service.files.list()) stored.add(name);
  const holes = uploads
    .filter(({ file }) => !stored.has(file))
    .map(({ file }) => `no file ${file}`);
  for (const { programme, ids } of people) {
    const keys = await service.keys.participantKeys(programme, ids);
    if (!keys.ok) holes.push(`keys of participants of ${programme} are missing`);
  }
  const keys = await service.keys.personKeys(uploads.map(({ upload }) => upload));
  return keys.ok ? holes : [...holes, 'keys of uploads are missing'];
}
