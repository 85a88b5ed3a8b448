import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  aCast,
  anUpload,
  aService,
  type Cast,
  codesOf,
  got,
} from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { type Actor, reachOf } from '../access/index.ts';
import { type Action, perform } from '../act/index.ts';
import {
  attachEvidence,
  factsOfParticipant,
  giveEvidence,
  loadFacts,
  writeFact,
} from '../facts-in/index.ts';
import {
  attachPerson,
  changeContacts,
  endStay,
  eraseParticipant,
  looks,
  offerProviders,
  participantRecord,
  protectParticipant,
  referPerson,
  referrals,
  seePerson,
  turnAwayPerson,
  unprotectParticipant,
} from './index.ts';

const store = await aStore();
const { service, setDay, folder } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');

let cast: Cast;
let worker: Actor;
let other: Actor;
let bright: Actor;
let start: Actor;
beforeAll(async () => {
  cast = await aCast(store, page, {
    Northshire: 'commissioner',
    'Bright Futures': 'provider',
    'New Start': 'provider',
  });
  worker = cast.as('Northshire', 'case_worker');
  other = cast.as('Northshire 2', 'case_worker');
  bright = cast.as('Bright Futures', 'provider_staff');
  start = cast.as('New Start', 'provider_staff');
});

const details = {
  names: ['Sam Marker-Okoro'],
  ways: [{ kind: 'text', to: '+44 7700 900123' }],
  safeWay: { way: 1, when: 'after six' },
};

async function act(action: Action, actor: Actor, input: object) {
  return perform(service, action, { actor, input: { programme: cast.programme, ...input } });
}

type Referred = Readonly<{ participant: string; referral: string }>;

const refer = async (provider: string, rest: object = { details }, actor = worker) =>
  act(referPerson, actor, { provider, way: 'referred', ...rest });

const referred = async (provider: string) => got(await refer(provider)) as Referred;

async function owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(store.owner);
  await client.connect();
  await client.query('set search_path to outturn');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const kindsOf = async (actor: Actor, participant: string) => {
  const { facts } = got(await act(factsOfParticipant, actor, { participant })) as {
    facts: readonly { kind: string }[];
  };
  return facts.map(({ kind }) => kind);
};

describe('a person', () => {
  test('is referred, comes, and goes on with another provider', async () => {
    setDay('2027-06-01');
    const { participant, referral } = await referred('Bright Futures');
    expect(codesOf(await act(attachPerson, start, { referral, group: 'leaving' }))).toEqual([
      'referral.not_there referral',
    ]);
    got(await act(attachPerson, bright, { referral, group: 'leaving' }));
    setDay('2027-06-10');
    got(await act(endStay, bright, { referral, why: 'other provider' }));
    const next = got(await refer('New Start', { participant })) as Referred;
    got(await act(attachPerson, start, { referral: next.referral, group: 'leaving' }));
    expect((await kindsOf(worker, participant)).toSorted()).toEqual([
      'attached',
      'attached',
      'left',
      'referred',
      'referred',
    ]);
    expect(await kindsOf(start, participant)).toHaveLength(2);
    const record = got(await act(participantRecord, worker, { participant })) as {
      referrals: readonly { state: string }[];
    };
    expect(record.referrals.map(({ state }) => state)).toEqual(['attached', 'ended']);
  });

  test('is seen by nobody to whom they were not sent, and not answered otherwise than a stranger', async () => {
    const { participant } = await referred('Bright Futures');
    const stranger = '00000000-0000-4000-8000-000000000000';
    for (const asked of [participantRecord, factsOfParticipant]) {
      expect(codesOf(await act(asked, start, { participant }))).toEqual(
        codesOf(await act(asked, start, { participant: stranger })),
      );
    }
    const look = { participant, why: 'appointment' };
    expect(codesOf(await act(seePerson, start, look))).toEqual(['person.not_there person']);
    const again = await referred('Bright Futures');
    expect(again.participant).not.toBe(participant);
  });

  test('is looked at for a reason, and every look is shown to the administrator', async () => {
    const { participant } = await referred('Bright Futures');
    const seen = got(await act(seePerson, bright, { participant, why: 'appointment' })) as {
      people: readonly { person: string; details: object }[];
    };
    expect(seen.people.map((each) => each.details)).toEqual([details]);
    const [person] = seen.people;
    const changed = { ...details, names: ['Sam Marker-Okoro', 'Sammy'] };
    got(
      await act(changeContacts, bright, { participant, person: person?.person, details: changed }),
    );
    const administrator = cast.as('Bright Futures', 'administrator');
    const { looks: found } = got(await act(looks, administrator, {})) as {
      looks: readonly { participant: string; why: string; name?: string }[];
    };
    expect(found[0]).toMatchObject({ participant, why: 'appointment', name: 'Bright Futures 1' });
    expect(codesOf(await act(looks, worker, {}))).toEqual(['access.without_duty']);
  });

  test('chooses among those that are open, and what was known is kept', async () => {
    const { offered } = got(await act(offerProviders, worker, { seed: 'x' })) as {
      offered: readonly { provider: string }[];
    };
    expect(offered.map(({ provider }) => provider).toSorted()).toEqual([
      'Bright Futures',
      'New Start',
    ]);
    const chosen = got(await refer('New Start', { details, way: 'chosen', seed: 'x' })) as Referred;
    expect(await kindsOf(worker, chosen.participant)).toEqual(['chosen', 'referred']);
    const own = { details, way: 'chosen' };
    expect(codesOf(await refer('New Start', own, bright))).toEqual(['referral.of_others provider']);
    got(await refer('Bright Futures', own, bright));
  });

  test('is referred to nobody who is paused, full or not admitted, nor twice at once', async () => {
    await owner(async (client) =>
      client.query(`update provider set capacity = 1 where name = 'New Start'`),
    );
    expect(codesOf(await refer('New Start'))).toEqual(['referral.provider_full provider']);
    await owner(async (client) =>
      client.query(
        `update provider set capacity = null, state = 'leaving' where name = 'New Start'`,
      ),
    );
    expect(codesOf(await refer('New Start'))).toEqual(['referral.provider_not_open provider']);
    expect(codesOf(await refer('Nobody'))).toEqual(['referral.provider_not_open provider']);
    const { participant, referral } = await referred('Bright Futures');
    expect(codesOf(await refer('Bright Futures', { participant }))).toEqual([
      'referral.open_already provider',
    ]);
    got(await act(turnAwayPerson, bright, { referral, why: 'no place' }));
    expect(await kindsOf(worker, participant)).toContain('turned away');
    const made = got(await act(referrals, worker, { state: 'made' })) as { referrals: unknown[] };
    expect(made.referrals.length).toBeGreaterThan(0);
  });

  test('is referred to nobody once the programme is over', async () => {
    setDay('2032-04-01');
    expect(got(await act(offerProviders, worker, { seed: 'x' }))).toEqual({ offered: [] });
    expect(codesOf(await refer('Bright Futures'))).toEqual(['referral.not_today']);
    setDay('2027-06-10');
    expect(got(await act(offerProviders, worker, { seed: 'x' }))).not.toEqual({ offered: [] });
  });

  test('is not sent where the last place is taken at the same moment', async () => {
    const free = async (capacity: string) =>
      owner(async (client) =>
        client.query(
          `update provider set state = 'admitted', capacity = (select count(*) from referral
            where referral.provider = provider.organisation and referral.state in ('made', 'attached'))
            + ${capacity} where name = 'Bright Futures'`,
        ),
      );
    await free('1');
    const asked = await Promise.all([1, 2, 3, 4].map(async () => refer('Bright Futures')));
    await owner(async (client) => client.query('update provider set capacity = null'));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is protected by one worker at once, and unprotected by two', async () => {
    const { participant } = await referred('Bright Futures');
    expect(got(await act(protectParticipant, bright, { participant }))).toMatchObject({
      isProtected: true,
    });
    expect(got(await act(unprotectParticipant, worker, { participant }))).toEqual({
      isProtected: true,
      isUnsetAsked: true,
    });
    expect(codesOf(await act(unprotectParticipant, worker, { participant }))).toHaveLength(1);
    expect(got(await act(unprotectParticipant, other, { participant }))).toEqual({
      isProtected: false,
      isUnsetAsked: false,
    });
  });
});

describe('the fence in the database', () => {
  const tables = ['fact', 'person', 'person_of_participant', 'referral', 'choice', 'look'];
  const tablesMore = ['protection', 'participant', 'participant_mark', 'evidence', 'import'];

  test('lets another provider find nothing, whatever it asks for', async () => {
    const unknown = await aCast(store, page, { Elsewhere: 'commissioner', Nosy: 'provider' });
    for (const name of ['Nosy', 'Elsewhere']) {
      const actor = unknown.as(name, 'provider_staff', 'case_worker', 'commissioner');
      const counts = await store.read(reachOf(actor), async ({ client }) => {
        const found: number[] = [];
        for (const table of [...tables, ...tablesMore]) {
          const { rowCount } = await client.query(`select from ${table}`);
          found.push(rowCount ?? -1);
        }
        return found;
      });
      expect(counts.every((count) => count === 0)).toBe(true);
    }
  });

  test('lets nobody make a person of others one of its own participants', async () => {
    const { participant } = await referred('Bright Futures');
    const [person] = await owner(async (client) => {
      const asked = 'select person from person_of_participant where participant = $1';
      return (await client.query<{ person: string }>(asked, [participant])).rows;
    });
    const own = got(await refer('Bright Futures', { details, way: 'chosen' }, bright)) as Referred;
    const joined = store.read(reachOf(bright), async ({ client }) =>
      client.query(
        'insert into person_of_participant (programme, participant, person) values ($1, $2, $3)',
        [cast.programme, own.participant, person?.person],
      ),
    );
    await expect(joined).rejects.toThrow('policy');
  });

  test('lets a provider find what concerns it, and nothing of the others', async () => {
    const { participant } = await referred('Bright Futures');
    const seen = async (actor: Actor, table: string) =>
      store.read(reachOf(actor), async ({ client }) => {
        const asked = `select from ${table} where participant = $1`;
        return (await client.query(asked, [participant])).rowCount ?? -1;
      });
    for (const table of ['fact', 'referral', 'person_of_participant']) {
      expect(await seen(bright, table)).toBe(1);
      expect(await seen(start, table)).toBe(0);
    }
  });
});

test('a case worker neither reads nor writes an amount', async () => {
  const { participant } = await referred('Bright Futures');
  const fact = { kind: 'adjustment', participant, provider: 'Bright Futures', value: '120.07' };
  const dated = { ...fact, day: '2027-06-01' };
  expect(codesOf(await act(writeFact, worker, { fact: dated }))).toEqual(['fact.of_money 1 kind']);
  const finance = cast.as('Northshire', 'finance_preparer');
  got(await act(writeFact, finance, { fact: dated }));
  const shown = got(await act(factsOfParticipant, worker, { participant }));
  expect(JSON.stringify(shown)).toContain('adjustment');
  expect(JSON.stringify(shown)).not.toContain('120.07');
});

describe('erasure', () => {
  test('leaves nothing that could be read, in the data folder, the log of writes or a copy', async () => {
    const { participant } = await referred('Bright Futures');
    const sent = got(
      await act(writeFact, worker, {
        fact: { kind: 'death', participant, day: '2027-06-09', source: 'marker-source' },
      }),
    ) as { added: number };
    expect(sent.added).toBe(1);
    const { facts } = got(await act(factsOfParticipant, worker, { participant })) as {
      facts: readonly { id: string; kind: string }[];
    };
    const fact = facts.find(({ kind }) => kind === 'death')?.id;
    const upload = await anUpload(service, 'marker-evidence: a letter about somebody.');
    const { evidence } = got(await act(attachEvidence, worker, { fact, ...upload })) as {
      evidence: string;
    };
    const verifier = cast.as('Northshire 2', 'verifier');
    const file = got(await act(giveEvidence, verifier, { evidence })) as {
      body: AsyncIterable<Uint8Array>;
    };
    const pieces: Uint8Array[] = [];
    for await (const piece of file.body) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toContain('marker-evidence');
    const copied = got(await service.keys.copyTo(join(folder, 'copy')));
    expect(copied).toBeDefined();

    const boss = cast.as('Northshire', 'commissioner');
    got(await act(eraseParticipant, boss, { participant, why: 'asked by them' }));
    expect(codesOf(await act(factsOfParticipant, worker, { participant }))).toEqual([
      'participant.erased participant',
    ]);
    expect(codesOf(await act(giveEvidence, verifier, { evidence }))).toEqual([
      'evidence.not_there evidence',
    ]);
    expect(codesOf(await act(seePerson, bright, { participant, why: 'safety' }))).toEqual([
      'person.not_there person',
    ]);
    const loaded = got(
      await store.within({ reach: 'upkeep' }, async (tx) =>
        loadFacts({ tx, service }, cast.programme),
      ),
    );
    expect(loaded.erased).toEqual([participant]);
    expect(loaded.facts.some((each) => each.participant === participant)).toBe(false);
    await owner(async (client) => client.query('checkpoint'));
    const markers = ['marker-source', 'Marker-Okoro', 'marker-evidence', '7700 900123'];
    expect(found(inject('databaseFolder'), markers)).toEqual([]);
    expect(found(folder, markers)).toEqual([]);
    expect(found(inject('databaseFolder'), ['Bright Futures'])).not.toEqual([]);
  });

  test('forgets by what every organisation knew them', async () => {
    const fact = { kind: 'attached', participant: 'Case 77', day: '2027-06-02', group: 'leaving' };
    got(await act(writeFact, bright, { fact: { ...fact, provider: 'Bright Futures' } }));
    const marks = async (participant: string) =>
      owner(async (client) => {
        const asked = 'select from participant_mark where participant = $1';
        return (await client.query(asked, [participant])).rowCount;
      });
    const { participant } = await owner(async (client) => {
      const asked = `select participant from participant_mark where organisation = $1`;
      const { rows } = await client.query(asked, [cast.organisation('Bright Futures')]);
      return rows.at(-1) as { participant: string };
    });
    expect(await marks(participant)).toBe(1);
    const boss = cast.as('Northshire', 'commissioner');
    got(await act(eraseParticipant, boss, { participant, why: 'asked by them' }));
    expect(await marks(participant)).toBe(0);
  });
});

/** The files under a folder in which one of these texts stands. */
function found(folderOf: string, markers: readonly string[]): readonly string[] {
  return filesUnder(folderOf).flatMap((path) => {
    const bytes = whileThere(() => readFileSync(path), Buffer.alloc(0));
    return markers.filter((marker) => bytes.includes(marker)).map((marker) => `${path} ${marker}`);
  });
}

function filesUnder(folderOf: string): readonly string[] {
  const entries = whileThere(() => readdirSync(folderOf, { withFileTypes: true }), []);
  return entries.flatMap((entry) => {
    const path = join(folderOf, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Other test files take their databases away while this one looks through all of them. */
function whileThere<Value>(read: () => Value, gone: Value): Value {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return gone;
    throw error;
  }
}
