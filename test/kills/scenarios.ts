// What is under way when the program is killed. Each is what somebody does at the screen, step by
// step; who gets no answer does it again from the beginning, with the same keys.
import type { Static, TSchema } from 'typebox';
import { dayNumber, dayOf } from '../../src/calendar/index.ts';
import type { Actor } from '../../src/service/access/index.ts';
import { type Action, perform, type Service } from '../../src/service/act/index.ts';
import { fileOfFacts, sendFacts, sendFile } from '../../src/service/facts-in/index.ts';
import { approveSettlement, prepareSettlement } from '../../src/service/money/index.ts';
import { eraseParticipant } from '../../src/service/people/index.ts';
import { beginProgramme, publishPage, putForward } from '../../src/service/programmes/index.ts';
import type { Reach } from '../../src/store/index.ts';
import { anUpload, got } from '../support/made-facts.ts';
import { northshire } from '../support/made-programmes.ts';
import { dayOfRound, fileOfRound, largeFileOfRound, type Scene } from './scene.ts';

/** Told what is asked for under which key, and what was answered: what was answered must stay. */
export type Told = Readonly<{
  asked: (key: string) => void;
  answered: (key: string, answer: unknown) => void;
}>;

type Ground = Readonly<{
  service: Service;
  scene: Scene;
  round: number;
  /** The round whose facts were imported last. */
  since: number | undefined;
  told: Told;
}>;

export type Scenario = (ground: Ground) => Promise<void>;

async function ask<Input extends TSchema, Output extends TSchema>(
  { service, round, told }: Ground,
  action: Action<Input, Output>,
  { actor, input }: Readonly<{ actor: Actor; input: unknown }>,
): Promise<Static<Output>> {
  const onceKey = `round ${round}: ${action.name}`;
  told.asked(onceKey);
  const answer = got(await perform(service, action, { actor, input, onceKey }));
  told.answered(onceKey, answer);
  return answer;
}

/** A file is sent and loaded by the queue. Its sender waits until it is done. */
const importing: Scenario = async (ground) =>
  importFile(ground, fileOfRound(ground.round, ground.since));

/** The same of a file that is read and sealed on a thread of its own. */
const importingMuch: Scenario = async (ground) =>
  importFile(ground, largeFileOfRound(ground.round));

async function importFile(ground: Ground, csv: string): Promise<void> {
  const { service, scene, round, told } = ground;
  const { sender: actor, programme } = scene;
  // Who sends a file again sends it as a new one; its facts are known by their own ids.
  const sent = await anUpload(service, csv);
  const key = `round ${round}: ${sent.upload}`;
  told.asked(key);
  const input = { programme, ...sent };
  const done = got(await perform(service, sendFile, { actor, input, onceKey: key }));
  told.answered(key, done);
  const of = { programme, import: done.import };
  for (;;) {
    const { state } = got(await perform(service, fileOfFacts, { actor, input: of }));
    if (state === 'done') break;
    if (state !== 'waiting') throw new Error(`the file is ${state}`);
    await moment();
  }
  told.answered(`${key}: loaded`, { import: done.import });
  while (!(await isForgotten(service, sent.upload))) await moment();
  // Whoever destroyed the key has a step to tell of yet.
  await moment();
}

async function moment(): Promise<void> {
  await new Promise((next) => setTimeout(next, 20));
}

// A file that is loaded is forgotten: its key is destroyed.
async function isForgotten({ keys }: Service, upload: string): Promise<boolean> {
  return got(await keys.personKeys([upload])).get(upload) === 'erased';
}

/** A page is begun, put forward and published by another. */
const publishing: Scenario = async (ground) => {
  const { commissioner, publisher } = ground.scene;
  const begun = { name: `Programme of round ${ground.round}`, text: northshire };
  const { programme } = await ask(ground, beginProgramme, { actor: commissioner, input: begun });
  const input = { programme, revision: 1 };
  const { number, pageHash } = await ask(ground, putForward, { actor: commissioner, input });
  const which = { programme, number, pageHash };
  await ask(ground, publishPage, { actor: publisher, input: which });
};

/** What was earned by yesterday is prepared and approved by another. */
const settling: Scenario = async (ground) => {
  const { programme, preparer, approver } = ground.scene;
  const asAt = dayOf(dayNumber(dayOfRound(ground.round)) - 1);
  const days = { programme, asAt, knownAt: asAt };
  const prepared = await ask(ground, prepareSettlement, { actor: preparer, input: days });
  const { settlement, resultHash } = prepared;
  const input = { programme, settlement, resultHash };
  await ask(ground, approveSettlement, { actor: approver, input });
};

/** Somebody is entered by one fact, and erased. */
const erasing: Scenario = async (ground) => {
  const { service, scene, round, told } = ground;
  const { programme, sender, eraser: actor } = scene;
  const day = dayOfRound(round);
  const fact = { id: `erased-${round}`, kind: 'referred', participant: `E-${round}`, day };
  const facts = { programme, facts: [fact] };
  const { arrival } = await ask(ground, sendFacts, { actor: sender, input: facts });
  const participant = await participantIn(service, arrival);
  const input = { programme, participant, why: 'asked by them' };
  const key = `round ${round}: ${eraseParticipant.name}`;
  told.asked(key);
  const done = await perform(service, eraseParticipant, { actor, input, onceKey: key });
  // What was broken off was finished when the service started.
  const isErased = done.ok || done.problems[0]?.code === 'participant.erased';
  if (!isErased) got(done);
  told.answered(key, { participant });
};

const upkeep: Reach = { reach: 'upkeep' };

async function participantIn({ store }: Service, arrival: string): Promise<string> {
  const found = await store.read(upkeep, async ({ client }) =>
    client.query<{ id: string }>('select participant as id from fact where arrival = $1', [
      arrival,
    ]),
  );
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error('the fact that came in is there');
  return id;
}

export const scenarios = { importing, importingMuch, settling, publishing, erasing } as const;

export type ScenarioName = keyof typeof scenarios;
