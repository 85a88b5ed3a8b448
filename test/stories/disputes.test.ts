// Who may end a dispute, and what a second one of the same reach would do to the first.
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import {
  answerDispute,
  explainOwnLine,
  listOfLines,
  openDispute,
  releaseDispute,
} from '../../src/service/money/index.ts';
import { protectParticipant } from '../../src/service/people/index.ts';
import { aService, codesOf, got } from '../support/made-facts.ts';
import { financeOf, type Stage } from '../support/made-settlements.ts';
import { playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');

let stage: Stage;
let settlement: string;
beforeAll(async () => {
  const played = await playNorthshire({ store, service, setDay }, { settledOn: ['2028-06-30'] });
  ({ stage } = played);
  settlement = played.done[0]?.settlement ?? '';
});

const here = () => ({ programme: stage.cast.programme });

/** Lines of one outcome of one person, of a provider: the most that there are. */
async function linesAlike(payee: string) {
  const actor = stage.cast.as(payee, 'provider_finance');
  const input = { ...here(), settlement };
  const { lines } = got(await perform(service, listOfLines, { actor, input }));
  const groups = new Map<string, string[]>();
  for (const { line, outcome, participant } of lines) {
    if (participant === undefined) continue;
    const name = `${participant} ${outcome}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
}

async function opened(payee: string, line: string) {
  const actor = stage.cast.as(payee, 'provider_finance');
  const input = { ...here(), settlement, line, reason: 'fact_wrong' };
  return perform(service, openDispute, { actor, input });
}

async function released(actor: ReturnType<typeof stage.cast.as>, dispute: string) {
  return perform(service, releaseDispute, { actor, input: { ...here(), dispute } });
}

test('a commissioner with a team of its own ends no dispute of others before it is answered', async () => {
  const client = new pg.Client({ ...store.owner, options: '-c search_path=outturn' });
  await client.connect();
  await client.query(
    `insert into party (programme, organisation, part, name, joined_at)
      values ($1, $2, 'provider', 'Northshire Team', now())`,
    [stage.cast.programme, stage.cast.organisation('Northshire Council')],
  );
  await client.end();
  const [line = ''] = await linesAlike('Bright Futures');
  const { dispute } = got(await opened('Bright Futures', line));
  const { one, other } = financeOf(stage);
  expect(codesOf(await released(one, dispute))).toEqual(['dispute.not_answered dispute']);
  const input = { ...here(), dispute, answer: 'stands' };
  got(await perform(service, answerDispute, { actor: other, input }));
  got(await released(one, dispute));
});

test('what one dispute holds already is not put in dispute again, nor on the day it was ended', async () => {
  const [line = '', alike = ''] = await linesAlike('Harbour House');
  expect(alike).not.toBe('');
  const { dispute } = got(await opened('Harbour House', line));
  expect(codesOf(await opened('Harbour House', alike))).toEqual(['dispute.open_already line']);
  got(await released(stage.cast.as('Harbour House', 'provider_finance'), dispute));
  expect(codesOf(await opened('Harbour House', alike))).toEqual(['dispute.ended_today line']);
  setDay('2028-07-02');
  got(await opened('Harbour House', alike));
});

/** Why the first line of an outcome is so, as a provider is told. */
async function toldWhy(payee: string, outcome: string) {
  const actor = stage.cast.as(payee, 'provider_finance');
  const { lines } = got(
    await perform(service, listOfLines, { actor, input: { ...here(), settlement, most: 1000 } }),
  );
  const found = lines.find((line) => line.outcome === outcome && line.amount !== '0.00');
  const input = { ...here(), settlement, line: found?.line ?? '' };
  return { ...got(await perform(service, explainOwnLine, { actor, input })), line: found };
}

test('of somebody protected a provider is told what it recorded, and how many more facts count', async () => {
  const before = await toldWhy('Bright Futures', 'Settled');
  expect(before.others).toBe(0);
  const spell = before.facts.find(({ kind }) => kind === 'in settled housing');
  expect(before.paragraphs.flat().join(' ')).toContain(spell?.id);
  const worker = stage.cast.as('Northshire Council', 'case_worker');
  const input = { ...here(), participant: before.line?.participant };
  got(await perform(service, protectParticipant, { actor: worker, input }));
  const after = await toldWhy('Bright Futures', 'Settled');
  expect(after.line).toEqual(before.line);
  expect(after.facts.map(({ kind }) => kind)).toEqual(['attached']);
  expect(after.others).toBe(before.facts.length - 1);
  const said = after.paragraphs.flat().join(' ');
  expect(said).not.toContain(spell?.id);
  expect(said).not.toMatch(/protect|hidden/i);
  expect(said).toContain('is owed');
});
