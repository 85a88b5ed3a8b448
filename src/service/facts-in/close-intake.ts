import type { Problem, Result } from '../../problem/index.ts';
import {
  type Arriving,
  addArrival,
  addIncoming,
  countIncoming,
  dropSentBefore,
  findReplaced,
  listIdTwice,
  listMisreplaced,
  listSentOtherwise,
  type Misreplaced,
} from '../../store/facts/index.ts';
import { checkStays } from './check-stays.ts';
import {
  type Intake,
  isTakenMeanwhile,
  object,
  placeOfRow,
  problemsMax,
  sendAll,
} from './intake.ts';
import {
  factReplacedBefore,
  factReplacesNothing,
  factReplacesOther,
  factSentOtherwise,
  factSentTwice,
  factsSentAtOnce,
} from './problems.ts';

/** What came of facts that were sent. */
export type Taken = Readonly<{
  arrival: string;
  /** Facts that are new. */
  added: number;
  /** Facts that had been sent before as they are, and change nothing. */
  sentBefore: number;
}>;

/** Checks the facts against each other and those that are there, and adds them all or none. */
export async function closeIntake(intake: Intake): Promise<Result<Taken>> {
  await sendAll(intake);
  if (intake.counted.problems > 0) return refused(intake);
  try {
    return await addAll(intake);
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error;
    return { ok: false, problems: [factsSentAtOnce()] };
  }
}

async function addAll(intake: Intake): Promise<Result<Taken>> {
  const { work, programme, arrival, sender, counted } = intake;
  const { tx } = work;
  const { organisation, account } = sender;
  const arriving: Arriving = { programme, organisation, arrival, known: work.today };
  if (counted.facts > 1000) await countIncoming(tx);
  for (const { line, other } of await listIdTwice(tx, problemsMax)) {
    object(intake, () => factSentTwice(placeOfRow(line, 'id'), other));
  }
  for (const { line } of await listSentOtherwise(tx, arriving, problemsMax)) {
    object(intake, () => factSentOtherwise(placeOfRow(line, 'id')));
  }
  if (counted.problems > 0) return refused(intake);
  const sentBefore = await dropSentBefore(tx, arriving);
  if (counted.replacing > 0) await checkReplaced(intake, arriving);
  const checked = counted.problems > 0 ? undefined : await checkStays(intake);
  if (checked?.ok === false) return checked;
  if (counted.problems > 0) return refused(intake);
  const facts = counted.facts - sentBefore;
  if (facts > 0) {
    const at = work.now;
    await addArrival(tx, {
      programme,
      id: arrival,
      organisation,
      account,
      at,
      way: intake.way,
      facts,
    });
    await addIncoming(tx, arriving);
  }
  work.note({
    programme,
    about: { arrival, way: intake.way, facts, sentBefore },
    fingerprint: intake.over.digest(),
  });
  return { ok: true, value: { arrival, added: facts, sentBefore } };
}

async function checkReplaced(intake: Intake, arriving: Arriving): Promise<void> {
  const { tx } = intake.work;
  await findReplaced(tx, arriving);
  const options = { mayReplaceOthers: intake.isVerifying, most: problemsMax };
  for (const wrong of await listMisreplaced(tx, arriving, options)) {
    object(intake, () => problemOf(wrong));
  }
}

function refused({ problems }: Intake): Result<never> {
  return { ok: false, problems };
}

function problemOf({ line, rule }: Misreplaced): Problem {
  const at = placeOfRow(line, 'replaces');
  switch (rule) {
    case 'unknown':
      return factReplacesNothing(at);
    case 'twice':
      return factReplacedBefore(at);
    case 'participant':
    case 'sender':
      return factReplacesOther(at, rule);
  }
}
