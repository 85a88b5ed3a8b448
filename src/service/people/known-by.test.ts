// Who is new here is asked about; who was recorded under a reference of the sender's own is found.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { aCast, aService, type Cast, codesOf, got } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import type { Actor } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { sendFacts, writeFact } from '../facts-in/index.ts';
import { lookUpParticipant, participantRecord } from './index.ts';

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');

let cast: Cast;
let council: Actor;
let bright: Actor;
let start: Actor;
beforeAll(async () => {
  const parts = {
    Northshire: 'commissioner',
    'Bright Futures': 'provider',
    'New Start': 'provider',
  } as const;
  cast = await aCast(store, page, parts);
  council = cast.as('Northshire', 'case_worker');
  bright = cast.as('Bright Futures', 'provider_staff');
  start = cast.as('New Start', 'provider_staff');
});

async function asOwner(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ ...store.owner, options: '-c search_path=outturn' });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

const level = (participant: string) => ({ kind: 'level 2', participant, day: '2027-05-20' });
const write = async (actor: Actor, fact: object, asksFirst = false) =>
  perform(service, writeFact, {
    actor,
    input: { programme: cast.programme, fact, asksFirst },
  });
const warned = async (actor: Actor, fact: object) =>
  got(await write(actor, fact)).warnings.map(({ code }) => code);
const lookUp = async (actor: Actor, reference: string) =>
  perform(service, lookUpParticipant, { actor, input: { programme: cast.programme, reference } });

describe('somebody new', () => {
  test('is asked about first where that is wanted, and recorded all the same when it is', async () => {
    const asked = await write(council, level('C-17'), true);
    expect(codesOf(asked)).toEqual(['participant.not_met 1 participant']);
    expect(codesOf(await lookUp(council, 'C-17'))).toEqual(['participant.not_there reference']);
    expect(await warned(council, level('C-17'))).toEqual(['participant.not_met']);
    expect(await warned(council, { ...level('C-17'), day: '2027-05-21' })).toEqual([]);
  });

  test('is in order where the facts say that they were referred or attached', async () => {
    const referred = { kind: 'referred', participant: 'C-18', day: '2027-05-04' };
    expect(await warned(council, referred)).toEqual([]);
    const facts = [{ kind: 'referred', participant: 'C-19', day: '2027-05-04' }, level('C-19')];
    const input = { programme: cast.programme, facts };
    expect(got(await perform(service, sendFacts, { actor: council, input })).warnings).toEqual([]);
  });

  test('is never recorded under a name without a word, and the name is not said back', async () => {
    for (const name of ['Tom Jones', 'Zoë O’Hara-Smith']) {
      const asked = await write(council, { ...level(name), kind: 'referred' }, true);
      expect(codesOf(asked)).toEqual(['participant.named_as_person 1 participant']);
      expect(JSON.stringify(asked)).not.toContain(name);
    }
    const facts = ['Ward 7', 'C20', 'Ann Other', 'Bo Other'].map(level);
    const input = { programme: cast.programme, facts };
    const { warnings } = got(await perform(service, sendFacts, { actor: council, input }));
    expect(warnings.map(({ code, at, message }) => [code, at.line, message])).toEqual([
      ['participant.named_as_person', 3, expect.stringMatching(/^2 references look like a name/)],
      ['participant.not_met', 1, expect.stringMatching(/^Nobody with 2 references/)],
    ]);
  });
});

describe('a reference of the sender’s own', () => {
  test('leads to whom it means, and the record says both; to others it means nobody', async () => {
    const { participant = '' } = got(await write(bright, level('B-1')));
    const found = { participant, ownReference: 'B-1' };
    expect(got(await lookUp(bright, ' B-1 '))).toEqual(found);
    expect(got(await lookUp(bright, participant.toUpperCase()))).toEqual({ participant });
    for (const other of [start, council]) {
      expect(await lookUp(other, 'B-1')).toEqual(await lookUp(other, 'B-2'));
    }
    expect(await lookUp(start, participant)).toEqual(await lookUp(start, 'B-2'));
    const record = async (actor: Actor, as: string) => {
      const input = { programme: cast.programme, participant, as };
      return got(await perform(service, participantRecord, { actor, input })).ownReference;
    };
    expect(await record(bright, 'B-1')).toBe('B-1');
    expect(await record(bright, 'B-2')).toBeUndefined();
    expect(await record(council, 'B-1')).toBeUndefined();
  });

  test('is found however it is written, exactly first, and means nobody where it means two', async () => {
    const { participant = '' } = got(await write(bright, level('Case NS-07/a')));
    for (const said of ['case ns-07/A', ' CASE  NS – 07/A', 'casens07/a', 'Case NS−07/a']) {
      expect(got(await lookUp(bright, said)).participant).toBe(participant);
    }
    for (const other of ['case ns-7/a', 'case ns-07 a']) {
      expect(codesOf(await lookUp(bright, other))).toEqual(['participant.not_there reference']);
    }
    expect(await lookUp(start, 'casens07/a')).toEqual(await lookUp(start, 'B-2'));
    const alike = got(await write(bright, level('case-ns-07/a'))).participant;
    expect(alike).not.toBe(participant);
    expect(got(await lookUp(bright, 'Case NS-07/a')).participant).toBe(participant);
    expect(got(await lookUp(bright, 'case-ns-07/a')).participant).toBe(alike);
    expect(codesOf(await lookUp(bright, 'CASENS07/A'))).toEqual([
      'participant.several_alike reference',
    ]);
  });

  test('that was sent before loose forms were kept has one once it is sent again', async () => {
    const { participant = '' } = got(await write(bright, level('B-99')));
    await asOwner('update participant_mark set loose = null where participant = $1', [participant]);
    expect(codesOf(await lookUp(bright, 'b99'))).toEqual(['participant.not_there reference']);
    got(await write(bright, { ...level('B-99'), day: '2027-05-22' }));
    expect(got(await lookUp(bright, 'b99')).participant).toBe(participant);
  });

  test('is given a loose form by one who sends it, and the other does not wait', async () => {
    const { participant = '' } = got(await write(bright, level('B-100')));
    await asOwner('update participant_mark set loose = null where participant = $1', [participant]);
    const client = new pg.Client({ ...store.owner, options: '-c search_path=outturn' });
    await client.connect();
    await client.query('begin');
    const held = 'select from participant_mark where participant = $1 for update';
    await client.query(held, [participant]);
    got(await write(bright, { ...level('B-100'), day: '2027-05-22' }));
    await client.query('rollback');
    await client.end();
    expect(codesOf(await lookUp(bright, 'b100'))).toEqual(['participant.not_there reference']);
    got(await write(bright, { ...level('B-100'), day: '2027-05-23' }));
    expect(got(await lookUp(bright, 'b100')).participant).toBe(participant);
  });
});
