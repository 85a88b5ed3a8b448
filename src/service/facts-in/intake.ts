import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type DayNumber, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact, FactRules, TakenFacts } from '../../facts/index.ts';
import { noPlace, type Place, type Problem, type Result } from '../../problem/index.ts';
import {
  copyIncoming,
  holdDay,
  type Incoming,
  isReference,
  openIncoming,
} from '../../store/facts/index.ts';
import { fingerprint } from '../../store/keys/index.ts';
import type { Work } from '../act/index.ts';
import {
  type Known,
  type KnownParticipants,
  knownParticipants,
  markOf,
  meet,
} from './known-participants.ts';
import {
  factKnownLater,
  factNotYours,
  factOfOtherProvider,
  factProviderUnknown,
  factStateOfVerifier,
  factsBeforePage,
  factsSentAtOnce,
  participantErased,
} from './problems.ts';
import { findRules } from './programme-rules.ts';
import { type Proof, proofOf } from './proof-of.ts';
import { sealFact } from './seal-fact.ts';
import { sealedText } from './sealed-text.ts';
import { type Sender, senderOf } from './sender.ts';
import { maySay } from './who-may-say.ts';

/** How facts are sent. */
export type Way = 'form' | 'call' | 'file' | 'service';

/** Facts being taken in, in one transaction: all of them or none. */
export type Intake = Readonly<{
  work: Work;
  programme: string;
  way: Way;
  arrival: string;
  /** The day of the service's own stamp: money follows it. */
  known: DayNumber;
  rules: FactRules;
  proof: Proof;
  sender: Sender;
  /** Whether facts of others may be replaced and any state given: for verification. */
  isVerifying: boolean;
  participants: KnownParticipants;
  /** One hash over the fingerprints of all, in their order. */
  over: Hash;
  problems: Problem[];
  /** What the database is still being sent; nothing else is asked of it meanwhile. */
  sending: { done: Promise<void>; held: readonly Incoming[] };
  counted: {
    facts: number;
    /** How many of them take the place of others. */
    replacing: number;
    problems: number;
    /** Something is wrong already with what is still being read. */
    isRefused: boolean;
  };
}>;

export type IntakeOptions = Readonly<{ programme: string; way: Way; isVerifying?: boolean }>;

/** More problems than these are counted, not kept. */
export const problemsMax = 1000;

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
  const { organisation } = sender;
  const ground = { work, programme, organisation, markKey: markKey.value };
  // Facts that take long to come in may be there after their day: who settles by it waits for them.
  await holdDay(work.tx, { programme, day: work.today });
  await openIncoming(work.tx);
  return {
    ok: true,
    value: {
      work,
      programme,
      way,
      arrival: randomUUID(),
      known: dayNumber(work.today as `${number}-${number}-${number}`),
      rules: found.rules,
      proof: proofOf(newest),
      sender,
      isVerifying,
      participants: knownParticipants(ground),
      over: createHash('sha256'),
      problems: [],
      sending: { done: Promise.resolve(), held: [] },
      counted: { facts: 0, replacing: 0, problems: 0, isRefused: false },
    },
  };
}

/** Takes facts that were read row by row; what stands against them is kept in the intake. */
export async function takeIn(intake: Intake, { facts, lines }: TakenFacts): Promise<Result<null>> {
  await intake.sending.done;
  const names = new Set(facts.flatMap(({ participant }) => participant ?? []));
  const met = await meetAlone(intake.participants, names);
  if (!met.ok) return met;
  sendHeld(intake);
  const incoming = facts.flatMap((fact, at) => incomingOf(intake, fact, lines[at] as number) ?? []);
  intake.counted.facts += facts.length;
  const { problems, isRefused } = intake.counted;
  if (problems === 0 && !isRefused) intake.sending.held = incoming;
  return { ok: true, value: null };
}

// Somebody else may enter the same people at the same time: one of the two is asked to send again.
async function meetAlone(
  participants: Intake['participants'],
  names: ReadonlySet<string>,
): Promise<Result<null>> {
  try {
    return await meet(participants, names);
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error;
    return { ok: false, problems: [factsSentAtOnce()] };
  }
}

/** PostgreSQL's code for a row that another has: somebody sent the same at the same time. */
export function isTakenMeanwhile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Sends what is still held, and waits until the database has taken all. */
export async function sendAll(intake: Intake): Promise<void> {
  await intake.sending.done;
  sendHeld(intake);
  await intake.sending.done;
}

// While the database takes these, the next are sealed and those after them read; a fault is met
// where that is waited for.
function sendHeld({ work, sending }: Intake): void {
  const { held } = sending;
  sending.held = [];
  sending.done = copyIncoming(work.tx, held);
  sending.done.catch(() => {});
}

/** Keeps what stands against a row. */
export function object(intake: Intake, problem: () => Problem): void {
  intake.counted.problems += 1;
  if (intake.problems.length < problemsMax) intake.problems.push(problem());
}

/** Where a row of what was sent stands. */
export function placeOfRow(line: number, field?: string): Place {
  const place = { ...noPlace(), line };
  return field === undefined ? place : { ...place, field };
}

function incomingOf(intake: Intake, fact: Fact, line: number): Incoming | undefined {
  const known = intake.participants.byName.get(fact.participant ?? '') as Known;
  const provider = providerOf(intake, fact, line);
  const state = stateOf(intake, fact, line);
  checkKnown(intake, fact, line);
  checkSaid(intake, fact, line);
  if (known.key === 'erased') {
    object(intake, () => participantErased(placeOfRow(line, 'participant')));
    return undefined;
  }
  known.stays += staysIn(fact);
  if (fact.replaces !== undefined) intake.counted.replacing += 1;
  const id = randomUUID();
  const place = { programme: intake.programme, participant: known.id, id };
  const text = sealedText(fact, { as: fact.id, known: fact.known });
  const print = fingerprint(known.salt, `${text}\n${state}\n${fact.replaces ?? ''}`);
  intake.over.update(print);
  return {
    line,
    participant: known.id,
    id,
    mark: markOf(intake.participants, 'fact', fact.id),
    provider,
    state,
    ...replacedBy(intake, fact),
    sealed: sealFact(known.key, text, place),
    fingerprint: print,
  };
}

// Somebody new who comes once is in order; where more is said, it is looked at together.
function staysIn({ kind, replaces }: Fact): number {
  return kind === 'left' || replaces !== undefined ? 2 : kind === 'attached' ? 1 : 0;
}

function replacedBy(intake: Intake, { replaces }: Fact) {
  if (replaces === undefined) return { replacesMark: null, replaces: null };
  const replacesMark = markOf(intake.participants, 'fact', replaces);
  return { replacesMark, replaces: isReference(replaces) ? replaces : null };
}

/** The organisation that a fact concerns, which may see it. */
function providerOf({ sender, ...intake }: Intake, fact: Fact, line: number): string | null {
  const { provider } = fact;
  const own = sender.isProvider ? sender.organisation : null;
  if (provider === undefined) return own;
  const at = placeOfRow(line, 'provider');
  const named = sender.providers.get(provider);
  if (named === undefined) {
    const names = [...sender.providers.keys()];
    object({ sender, ...intake }, () => factProviderUnknown(at, provider, names));
  } else if (sender.isProvider && named !== sender.organisation) {
    object({ sender, ...intake }, () => factOfOtherProvider(at, provider));
  }
  return named ?? null;
}

/** What a provider says of itself and the page has verified is a claim until then. */
function stateOf(intake: Intake, { kind, state, provider }: Fact, line: number): string {
  const { name } = intake.sender;
  // A commissioner may deliver too: of its own team it is a provider as others are.
  const isOwn = name !== undefined && (provider === undefined || provider === name);
  if (intake.isVerifying || !isOwn) return state;
  if (state === 'rejected' || state === 'not selected') {
    object(intake, () => factStateOfVerifier(placeOfRow(line, 'state'), state));
  }
  return state === 'verified' && intake.proof.isVerified(kind) ? 'claimed' : state;
}

// What the service writes itself, and what is found of a claim, has been seen to.
function checkSaid(intake: Intake, fact: Fact, line: number): void {
  if (intake.way === 'service' || intake.isVerifying || maySay(intake.sender, fact)) return;
  object(intake, () => factNotYours(placeOfRow(line, 'kind'), fact.kind));
}

// A fact that may be announced is known before its day; all others when they have happened.
function checkKnown(intake: Intake, fact: Fact, line: number): void {
  const { known, kind, day } = fact;
  const isAnnounced = intake.rules.kinds.get(kind)?.knownMayBeEarlier === true && known === day;
  if (known <= intake.known || isAnnounced) return;
  const field = day === undefined ? 'to' : 'day';
  object(intake, () => factKnownLater(placeOfRow(line, field), dayOf(known), dayOf(intake.known)));
}
