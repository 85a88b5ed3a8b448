// What two threads run while a large file is loaded: one reads it, and checks and writes what it
// says; the other seals that. They know no store: for bytes, and for who is meant by a name, the
// thread that has one is asked.
import { parentPort } from 'node:worker_threads';
import { assert, type Result } from '../../../problem/index.ts';
import { buffersIn } from '../../shards/messages.ts';
import { takeMessages } from '../../shards/take-messages.ts';
import { openSealer, sealFacts } from '../seal-facts.ts';
import { type Met, openSealing } from '../sealing.ts';
import type { FromReading, FromSealing, ToReading, ToSealing } from './sealing-messages.ts';
import { writeFiles } from './write-files.ts';

/** So many pieces are on their way while one is read, and so many steps before one is taken. */
const ahead = 32;
const stepsAhead = 3;

const tell = (message: FromReading | FromSealing): void => {
  const isLarge = message.is === 'written' || message.is === 'sealed';
  parentPort?.postMessage(message, isLarge ? [...buffersIn(message)] : []);
};

const pieces = answers<Uint8Array | undefined>();
const met = answers<Result<readonly Met[]>>();
const taken = answers<null>();
let sealer = openSealer('');

takeMessages((message: ToReading | ToSealing) => {
  switch (message.is) {
    case 'files':
      void read(message);
      return;
    case 'piece':
      pieces.give(message.piece);
      return;
    case 'met':
      met.give(message.met);
      return;
    case 'taken':
      taken.give(null);
      return;
    case 'programme':
      sealer = openSealer(message.programme);
      return;
    case 'written':
      tell({ is: 'sealed', sealed: sealFacts(sealer, message.facts) });
      return;
    // Its memory came with it, and nobody holds it any more.
    case 'kept':
  }
});

async function read({ ground, files, rowsAtOnce }: ToReading & { is: 'files' }): Promise<void> {
  const asking = {
    rowsAtOnce,
    pieces: piecesOf,
    meet: async (names: readonly string[]) => {
      tell({ is: 'names', names });
      return met.next();
    },
  };
  let given = 0;
  for await (const step of writeFiles(openSealing(ground), files, asking)) {
    tell(step);
    given += 1;
    if (given > stepsAhead) await taken.next();
  }
}

async function* piecesOf(file: number): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < ahead; count += 1) tell({ is: 'more', file });
  let left = ahead;
  for (; left > 0; ) {
    const piece = await pieces.next();
    left -= 1;
    if (piece === undefined) continue;
    tell({ is: 'more', file });
    left += 1;
    yield piece;
  }
}

/** Answers in the order in which they were asked for. */
function answers<Answer>() {
  const here: Answer[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  return {
    give: (answer: Answer): void => {
      const next = waiting.shift();
      if (next === undefined) here.push(answer);
      else next(answer);
    },
    next: async (): Promise<Answer> => {
      if (here.length === 0) return new Promise((resolve) => waiting.push(resolve));
      const answer = here.shift();
      assert(here.length >= 0, 'an answer that is here is given');
      return answer as Answer;
    },
  };
}
