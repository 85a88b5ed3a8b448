import { closeThreads, openThread, threadProgram } from '../shards/open-thread.ts';
import { asking, roomForNewMegabytes } from '../stored/settling-apart.ts';
import type { Archiving, ArchivingGround } from './archiving.ts';
import type { ArchivingStep, AskedArchiving } from './archiving-steps.ts';

/**
 * Puts a settlement into an archive on a thread of its own, so that whoever asks something else
 * meanwhile is answered. A fault there is one here.
 */
export function archivingApart(
  ground: ArchivingGround,
  program = threadProgram('archiving-worker', import.meta.url),
): Archiving {
  const thread = openThread(program, roomForNewMegabytes);
  const ask = asking<AskedArchiving>(thread);
  void ask({ is: 'ground', ground }).catch(() => undefined);
  const step =
    <Name extends ArchivingStep>(is: Name) =>
    (...given: Parameters<Archiving[Name]>) =>
      ask({ is, given } as unknown as AskedArchiving) as ReturnType<Archiving[Name]>;
  return {
    takeFacts: step('takeFacts'),
    takeNames: step('takeNames'),
    settle: step('settle'),
    nextFacts: step('nextFacts'),
    takeBefore: step('takeBefore'),
    follow: step('follow'),
    holdAgainst: step('holdAgainst'),
    end: step('end'),
    close: async () => {
      // A file that has its name, where the system leaves it none, goes with who made it.
      await ask({ is: 'close', given: [] }).catch(() => undefined);
      await closeThreads([thread]);
    },
  };
}
