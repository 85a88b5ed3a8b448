import { assert } from '../../problem/index.ts';
import type { AnsweredStep } from '../stored/settling-steps.ts';
import { openArchiveWriter } from './archive-writer.ts';
import type { Archiving, ArchivingGround } from './archiving.ts';
import { archivingHere } from './archiving-here.ts';

/** The steps that a thread is asked for. */
export type ArchivingStep = Exclude<keyof Archiving, 'close'>;

/** What a thread is told: first what is put into an archive, then one step after the other. */
export type AskedArchiving =
  | Readonly<{ is: 'ground'; ground: ArchivingGround }>
  | { [Name in keyof Archiving]: Readonly<{ is: Name; given: Parameters<Archiving[Name]> }> }[
      | ArchivingStep
      | 'close'];

/** Takes the steps of one archive, each when the one before has been answered. */
export function answerArchiving(): (asked: AskedArchiving) => Promise<AnsweredStep> {
  const answer = answerInTurn();
  let before: Promise<unknown> = Promise.resolve();
  return async (asked) => {
    const answered = before.then(async () => answer(asked));
    before = answered;
    return answered;
  };
}

function answerInTurn(): (asked: AskedArchiving) => Promise<AnsweredStep> {
  let archiving: Archiving | undefined;
  return async (asked) => {
    try {
      if (asked.is === 'ground') {
        const writer = await openArchiveWriter();
        assert(writer, 'an archive is asked for where it can be written');
        archiving = archivingHere(asked.ground, writer);
        return { value: null };
      }
      assert(archiving, 'what is put into an archive is told before the first step');
      return { value: await take(archiving, asked) };
    } catch (error) {
      return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}

async function take(
  archiving: Archiving,
  step: Exclude<AskedArchiving, { is: 'ground' }>,
): Promise<unknown> {
  switch (step.is) {
    case 'takeFacts':
      return archiving.takeFacts(...step.given);
    case 'takeNames':
      return archiving.takeNames(...step.given);
    case 'settle':
      return archiving.settle(...step.given);
    case 'nextFacts':
      return archiving.nextFacts();
    case 'takeBefore':
      return archiving.takeBefore(...step.given);
    case 'follow':
      return archiving.follow();
    case 'holdAgainst':
      return archiving.holdAgainst(...step.given);
    case 'end':
      return archiving.end(...step.given);
    case 'close':
      return archiving.close();
  }
}
