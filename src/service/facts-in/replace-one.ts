import { assert, type Problem, type Result } from '../../problem/index.ts';
import {
  addReplacingOne,
  holdReplacingOne,
  type IncomingColumns,
  type ReplacingOne,
} from '../../store/facts/index.ts';
import { doubtfulAmong } from './check-replaced.ts';
import { lineOf } from './fact-ids.ts';
import type { Intake } from './intake.ts';
import { object, placeOfRow } from './objections.ts';
import {
  factReplacedBefore,
  factReplacesNothing,
  factReplacesOther,
  factSentOtherwise,
} from './problems.ts';

/** What came of it: whether it had been sent before, and whose facts must be looked at for it. */
export type ReplacedOne = Readonly<{ sentBefore: number; doubtful: readonly string[] }>;

/**
 * Adds a fact that comes by itself and replaces another: a finding of a verifier, a correction. The
 * rules are those of facts that come together, for which places are made in the database; one takes
 * two questions. What stands against it is kept among the objections.
 */
export async function replaceOne(
  intake: Intake,
  columns: IncomingColumns,
): Promise<Result<ReplacedOne>> {
  assert(columns.rows === 1, 'it comes by itself');
  const { work, arriving, counted, objections } = intake;
  const held = await holdReplacingOne(work.tx, arriving, columns);
  const against = objectionTo(intake, held);
  if (against !== undefined) object(objections, () => against);
  if (against !== undefined || held.isSentBefore) {
    return { ok: true, value: { sentBefore: held.isSentBefore ? 1 : 0, doubtful: [] } };
  }
  const { id, provider } = held.isItself || held.id === null ? itself(held) : held;
  await addReplacingOne(work.tx, arriving, { columns, replaces: id, provider });
  counted.added += 1;
  const doubtful = await doubtfulIn(intake, held);
  return doubtful.ok ? { ok: true, value: { sentBefore: 0, doubtful: doubtful.value } } : doubtful;
}

function itself({ by: id }: ReplacingOne) {
  return { id, provider: null };
}

// A fact that names itself is found to go round in a circle by the check of all facts of whom it is
// about.
async function doubtfulIn(intake: Intake, held: ReplacingOne): Promise<Result<readonly string[]>> {
  if (!held.isItself && held.id !== null) return doubtfulAmong(intake, [held]);
  return { ok: true, value: [held.byParticipant] };
}

function objectionTo({ ground, arriving }: Intake, held: ReplacingOne): Problem | undefined {
  const line = lineOf(ground.ids, held.by);
  const at = placeOfRow(line, 'replaces');
  if (held.isSentOtherwise) return factSentOtherwise(placeOfRow(line, 'id'));
  if (held.isSentBefore || held.isItself) return undefined;
  if (held.id === null) return factReplacesNothing(at);
  if (held.participant !== held.byParticipant) return factReplacesOther(at, 'participant');
  const isOfOther = held.sender !== arriving.organisation;
  if (isOfOther && !ground.isVerifying) return factReplacesOther(at, 'sender');
  return held.isReplacedBefore ? factReplacedBefore(at) : undefined;
}
