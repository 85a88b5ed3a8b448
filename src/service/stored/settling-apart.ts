import { Fault } from '../../problem/index.ts';
import { closeThreads, openThread, type Thread, threadProgram } from '../shards/open-thread.ts';
import type { Settling, SettlingGround } from './settling.ts';
import type { AnsweredStep, AskedStep, StepName } from './settling-steps.ts';

/** Much that is made of a line is thrown away at once. */
export const roomForNewMegabytes = 64;

/**
 * Works a settlement out on a thread of its own, so that whoever asks something else meanwhile is
 * answered. A fault there is one here.
 */
export function settlingApart(
  ground: SettlingGround,
  program = threadProgram('settling-worker', import.meta.url),
): Settling {
  const thread = openThread(program, roomForNewMegabytes);
  const ask = asking(thread);
  void ask({ is: 'ground', ground }).catch(() => undefined);
  const step =
    <Name extends StepName>(is: Name) =>
    (...given: Parameters<Settling[Name]>) =>
      ask({ is, given } as unknown as AskedStep) as ReturnType<Settling[Name]>;
  return {
    takeFacts: step('takeFacts'),
    settle: step('settle'),
    takeBefore: step('takeBefore'),
    follow: step('follow'),
    next: step('next'),
    holdAgainst: step('holdAgainst'),
    findOtherwise: step('findOtherwise'),
    explain: step('explain'),
    compare: step('compare'),
    takeToBundle: step('takeToBundle'),
    takeText: step('takeText'),
    bundle: step('bundle'),
    nextText: step('nextText'),
    close: () => closeThreads([thread]),
  };
}

type Waiting = Readonly<{ resolve: (value: unknown) => void; reject: (error: Error) => void }>;

/** Asks a thread one thing after the other; it answers in the order in which it is asked. */
export function asking<Asked = AskedStep>({
  worker,
  lost,
}: Thread): (asked: Asked) => Promise<unknown> {
  const waiting: Waiting[] = [];
  let isLost: Fault | undefined;
  void lost.then((fault) => {
    isLost = fault;
    for (const { reject } of waiting.splice(0)) reject(fault);
  });
  worker.on('message', (answer: AnsweredStep) => {
    const first = waiting.shift();
    if ('fault' in answer) first?.reject(new Fault(answer.fault));
    else first?.resolve(answer.value);
    if (waiting.length === 0) worker.unref();
  });
  return (asked) =>
    new Promise((resolve, reject) => {
      if (isLost !== undefined) {
        reject(isLost);
        return;
      }
      worker.ref();
      waiting.push({ resolve, reject });
      worker.postMessage(asked);
    });
}
