import { randomUUID } from 'node:crypto';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  type Arriving,
  addIncoming,
  holdDay,
  type IncomingColumns,
  layAside,
  noteSentBefore,
  openReplacing,
  openSentBefore,
} from '../../store/facts/index.ts';
import { metAnother } from '../../store/index.ts';
import { seesNoMoney } from '../access/index.ts';
import type { Work } from '../act/index.ts';
import { drawFactIds } from './fact-ids.ts';
import { type IntakeKeys, openIntakeKeys } from './intake-keys.ts';
import { meetPeople } from './meet-people.ts';
import { tellsMoney } from './money-kinds.ts';
import { noObjections, type Objections } from './objections.ts';
import { factsBeforePage, factsSentAtOnce } from './problems.ts';
import { findRules } from './programme-rules.ts';
import { proofOf } from './proof-of.ts';
import type { SealedFacts } from './seal-facts.ts';
import type { Met, SealingGround, Way } from './sealing.ts';
import { isItsOwnWord, senderOf } from './sender.ts';

/** Facts being taken in, in one transaction: all of them or none. */
export type Intake = Readonly<{
  work: Work;
  /** The newest version of the page. */
  contract: Contract;
  arriving: Arriving;
  /** What they are checked and sealed by, wherever that is done. */
  ground: SealingGround;
  keys: IntakeKeys;
  objections: Objections;
  /** What the database is still being sent. */
  sending: { done: Promise<void> };
  /** When the last of what is asked of the database is answered: one thing at a time is asked. */
  turn: { last: Promise<void> };
  /** The only fact that came, where it replaces another. */
  byItself: { replacing: IncomingColumns | undefined };
  counted: {
    added: number;
    /** How many take the place of others, and wait for those until all have come. */
    replacing: number;
    /** Whether any were sent before. */
    isSentBefore: boolean;
  };
}>;

export type IntakeOptions = Readonly<{ programme: string; way: Way; isVerifying?: boolean }>;

/** Begins to take facts in. */
export async function openIntake(work: Work, options: IntakeOptions): Promise<Result<Intake>> {
  const { programme, way, isVerifying = false } = options;
  const found = await findRules(work.tx, programme);
  const newest = found?.contracts.at(-1);
  if (found === undefined || newest === undefined) {
    return { ok: false, problems: [factsBeforePage()] };
  }
  const markKey = await work.service.keys.programmeKey(programme);
  if (!markKey.ok) return markKey;
  const sender = await senderOf(work, programme);
  // Facts that take long to come in may be there after their day: who settles by it waits for them.
  await holdDay(work.tx, { programme, day: work.today });
  const { rules } = found;
  const { isVerified } = proofOf(newest);
  const kinds = [...rules.kinds.keys()];
  const known = dayNumber(work.today as Day);
  const { organisation } = sender;
  const ground: SealingGround = {
    programme,
    way,
    isVerifying,
    known,
    sender,
    rules,
    verified: new Set(kinds.filter(isVerified)),
    withheld: new Set(
      way === 'file' && seesNoMoney(work.actor) ? kinds.filter(tellsMoney(newest)) : [],
    ),
    markKey: markKey.value,
    ids: drawFactIds(known),
  };
  return {
    ok: true,
    value: {
      work,
      contract: newest,
      arriving: { programme, organisation, arrival: randomUUID(), known: work.today },
      ground,
      keys: openIntakeKeys(work.service.keys, programme),
      objections: noObjections(),
      sending: { done: Promise.resolve() },
      turn: { last: Promise.resolve() },
      byItself: { replacing: undefined },
      counted: { added: 0, replacing: 0, isSentBefore: false },
    },
  };
}

/** Finds whom these names mean, and enters who is new. */
export async function meet(
  intake: Intake,
  names: readonly string[],
): Promise<Result<readonly Met[]>> {
  const { work, ground, keys } = intake;
  const { programme, markKey, sender } = ground;
  const { organisation } = sender;
  const isOwnWord = isItsOwnWord(sender);
  const meeting = { work, programme, organisation, isOwnWord, markKey, keys };
  return inTurn(intake, async () => oneAtOnce(async () => meetPeople(meeting, names)));
}

async function inTurn<T>({ turn }: Intake, ask: () => Promise<T>): Promise<T> {
  const before = turn.last;
  const asked = (async () => {
    await before;
    return ask();
  })();
  const passedOver = () => {};
  turn.last = asked.then(passedOver, passedOver);
  return asked;
}

/** Waits until nothing more is asked of the database, whatever has come of it. */
export async function settled({ turn }: Intake): Promise<void> {
  for (let last: unknown; last !== turn.last; ) {
    last = turn.last;
    await last;
  }
}

/**
 * Sends facts to the database, once it has taken those before. While it takes them the next are
 * sealed; a fault is met where that is waited for.
 */
export async function send(intake: Intake, sealed: SealedFacts): Promise<void> {
  await intake.sending.done;
  intake.sending.done = inTurn(intake, async () => addSealed(intake, sealed));
  intake.sending.done.catch(() => {});
}

async function addSealed(intake: Intake, { plain, replacing }: SealedFacts): Promise<void> {
  if (plain !== undefined) await addPlain(intake, plain);
  if (replacing === undefined) return;
  // Of a file more may follow; what comes otherwise comes at once.
  if (intake.ground.way !== 'file' && plain === undefined && replacing.rows === 1) {
    intake.byItself.replacing = replacing;
    return;
  }
  const { tx } = intake.work;
  if (intake.counted.replacing === 0) await openReplacing(tx);
  intake.counted.replacing += replacing.rows;
  await layAside(tx, replacing);
}

const rowsMany = 1000;

async function addPlain(intake: Intake, plain: IncomingColumns): Promise<void> {
  const { work, arriving } = intake;
  // A file of which some was sent before has mostly more of that; of few facts all can be asked.
  const areNew = plain.rows >= rowsMany && !intake.counted.isSentBefore;
  const added = await addIncoming(work.tx, arriving, { ...plain, areNew });
  intake.counted.added += added;
  if (added === plain.rows) return;
  await beginSentBefore(intake);
  await noteSentBefore(work.tx, arriving, plain);
}

/** Makes the place for what was sent before, where it is not there yet. */
export async function beginSentBefore({ work, counted }: Intake): Promise<void> {
  if (!counted.isSentBefore) await openSentBefore(work.tx);
  counted.isSentBefore = true;
}

/** Somebody else may send the same at the same time: one of the two is asked to send again. */
export async function oneAtOnce<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!metAnother(error)) throw error;
    return { ok: false, problems: [factsSentAtOnce()] };
  }
}
