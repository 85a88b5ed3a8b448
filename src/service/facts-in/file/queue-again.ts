import { listWaitingFiles } from '../../../store/facts/index.ts';
import type { Service } from '../../act/index.ts';
import { queueFile } from './send-file.ts';

/**
 * Has every file loaded that waits for it. The queue keeps the work of a program that was killed
 * for hours before it gives it to another. Where that one works on after all, whichever ends first
 * has loaded the file, and the other finds all of it there.
 */
export async function queueFilesAgain({ store }: Service): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => {
    for (const { programme, id } of await listWaitingFiles(tx)) {
      await queueFile({ tx }, programme, id);
    }
  });
}
