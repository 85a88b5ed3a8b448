import { assert, type Problem, type Result } from '../../problem/index.ts';
import {
  addArrival,
  addReplacing,
  countReplacing,
  countSentBefore,
  dropReplacingBefore,
  findReplaced,
  listMisreplaced,
  listSentOtherwise,
  listSentTwice,
  type Misreplaced,
  noteReplacingBefore,
} from '../../store/facts/index.ts';
import { findDoubtful } from './check-replaced.ts';
import { checkStays } from './check-stays.ts';
import { lineOf } from './fact-ids.ts';
import { beginSentBefore, type Intake, oneAtOnce } from './intake.ts';
import { addObjections, object, placeOfRow, problemsMax } from './objections.ts';
import {
  factOfOwnWord,
  factReplacedBefore,
  factReplacesNothing,
  factReplacesOther,
  factSentOtherwise,
  factSentTwice,
} from './problems.ts';
import { type ReplacedOne, replaceOne } from './replace-one.ts';
import type { Sealed } from './sealing.ts';

/** What came of facts that were sent. */
export type Taken = Readonly<{
  arrival: string;
  /** Facts that are new. */
  added: number;
  /** Facts that had been sent before as they are, and change nothing. */
  sentBefore: number;
  /** What is worth a look, though all of it came in. */
  warnings: readonly Problem[];
}>;

/** Checks the facts against each other and those that are there, and keeps them all or none. */
export async function closeIntake(intake: Intake, sealed: Sealed): Promise<Result<Taken>> {
  return oneAtOnce(async () => {
    await intake.sending.done;
    addObjections(intake.objections, sealed.objections);
    if (intake.objections.count > 0) return refused(intake);
    return closeAll(intake, sealed);
  });
}

async function closeAll(intake: Intake, sealed: Sealed): Promise<Result<Taken>> {
  const { work, arriving, ground, counted, byItself } = intake;
  const { replacing } = byItself;
  intake.keys.makeReady();
  const replaced = await (replacing ? replaceOne(intake, replacing) : replaceMany(intake, sealed));
  if (!replaced.ok) return replaced;
  if (intake.objections.count > 0) return refused(intake);
  const { sentBefore, doubtful } = replaced.value;
  const checked = await checkStays(intake, [...new Set([...sealed.doubtful, ...doubtful])]);
  if (!checked.ok) return checked;
  if (intake.objections.count > 0) return refused(intake);
  const { programme, arrival, organisation } = arriving;
  const { way, sender } = ground;
  const facts = counted.added;
  const { ownWord } = sealed;
  assert(facts + sentBefore === sealed.facts, 'every fact that was sent is there');
  const keys = await intake.keys.keep();
  if (!keys.ok) return keys;
  if (facts > 0) {
    const { account } = sender;
    const at = work.now;
    await addArrival(work.tx, { programme, id: arrival, organisation, account, at, way, facts });
  }
  work.note({
    programme,
    about: { arrival, way, facts, sentBefore, ...(ownWord === 0 ? {} : { ownWord }) },
    fingerprint: sealed.over,
  });
  const warnings = ownWord === 0 ? [] : [factOfOwnWord(ownWord)];
  return { ok: true, value: { arrival, added: facts, sentBefore, warnings } };
}

async function replaceMany(intake: Intake, sealed: Sealed): Promise<Result<ReplacedOne>> {
  const sentBefore = await dropSentBefore(intake);
  if (intake.objections.count > 0) return refused(intake);
  const doubtful = await addThoseReplacing(intake, sealed);
  return doubtful.ok ? { ok: true, value: { sentBefore, doubtful: doubtful.value } } : doubtful;
}

/** Looks at what has the mark of a fact that is there; says how many had been sent as they are. */
async function dropSentBefore(intake: Intake): Promise<number> {
  const { work, arriving, ground, counted, objections } = intake;
  const { tx } = work;
  const isReplacing = counted.replacing > 0;
  if (isReplacing) {
    if (counted.replacing > 1000) await countReplacing(tx);
    await beginSentBefore(intake);
    await noteReplacingBefore(tx, arriving);
  }
  if (!counted.isSentBefore) return 0;
  const row = (id: string) => lineOf(ground.ids, id);
  for (const { id, other } of await listSentTwice(tx, { isReplacing, most: problemsMax })) {
    object(objections, () => factSentTwice(placeOfRow(row(id), 'id'), row(other)));
  }
  for (const { id } of await listSentOtherwise(tx, problemsMax)) {
    object(objections, () => factSentOtherwise(placeOfRow(row(id), 'id')));
  }
  if (isReplacing) await dropReplacingBefore(tx);
  return countSentBefore(tx);
}

/** Adds the facts that replace others; gives the participants that must be looked at for it. */
async function addThoseReplacing(
  intake: Intake,
  { kinds }: Sealed,
): Promise<Result<readonly string[]>> {
  const { work, arriving, ground, counted, objections } = intake;
  if (counted.replacing === 0) return { ok: true, value: [] };
  await findReplaced(work.tx, arriving);
  const options = { mayReplaceOthers: ground.isVerifying, most: problemsMax };
  for (const wrong of await listMisreplaced(work.tx, arriving, options)) {
    object(objections, () => problemOf(wrong, lineOf(ground.ids, wrong.id)));
  }
  if (objections.count > 0) return refused(intake);
  counted.added += await addReplacing(work.tx, arriving);
  return findDoubtful(intake, kinds);
}

// What was found at different steps is told in the order of the rows.
function refused({ objections }: Intake): Result<never> {
  return { ok: false, problems: objections.kept.toSorted((a, b) => a.at.line - b.at.line) };
}

function problemOf({ rule }: Misreplaced, line: number): Problem {
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
