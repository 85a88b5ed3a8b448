import { assert } from '../../problem/index.ts';
import type { Settling, SettlingGround } from './settling.ts';
import { settlingHere } from './settling-here.ts';

/** The steps that a thread is asked for. */
export type StepName = Exclude<keyof Settling, 'close'>;

/** What a thread is told: first what is settled, then one step after the other. */
export type AskedStep =
  | Readonly<{ is: 'ground'; ground: SettlingGround }>
  | { [Name in StepName]: Readonly<{ is: Name; given: Parameters<Settling[Name]> }> }[StepName];

/** What a step came to; what went wrong of ours is told as well. */
export type AnsweredStep = Readonly<{ value: unknown }> | Readonly<{ fault: string }>;

/** Takes the steps of one settlement. */
export function answerSteps(): (asked: AskedStep) => Promise<AnsweredStep> {
  let settling: Settling | undefined;
  return async (asked) => {
    try {
      if (asked.is === 'ground') {
        settling = settlingHere(asked.ground);
        return { value: null };
      }
      assert(settling, 'what is settled is told before the first step');
      return { value: await take(settling, asked) };
    } catch (error) {
      return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}

type Step = Exclude<AskedStep, { is: 'ground' }>;

async function take(settling: Settling, step: Step): Promise<unknown> {
  switch (step.is) {
    case 'takeFacts':
      return settling.takeFacts(...step.given);
    case 'settle':
      return settling.settle(...step.given);
    case 'takeBefore':
      return settling.takeBefore(...step.given);
    case 'follow':
      return settling.follow(...step.given);
    case 'next':
      return settling.next(...step.given);
    case 'holdAgainst':
      return settling.holdAgainst(...step.given);
    case 'findOtherwise':
      return settling.findOtherwise(...step.given);
    case 'compare':
      return settling.compare(...step.given);
    case 'explain':
      return settling.explain(...step.given);
    case 'takeToBundle':
      return settling.takeToBundle(...step.given);
    case 'takeText':
      return settling.takeText(...step.given);
    case 'bundle':
      return settling.bundle(...step.given);
    case 'nextText':
      return settling.nextText();
  }
}
