import { listWaitingFiles } from '../../../store/facts/index.ts';
import type { Service } from '../../act/index.ts';
import { queueFile } from './send-file.ts';

/**
 * Has every file loaded that waits for it. The queue gives back the work of a program that was
 * killed, but for work that was begun too often: that it never tries again by itself, and the file
 * would be neither loaded nor refused.
 */
export async function queueFilesAgain({ store }: Service): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) => {
    for (const { programme, id } of await listWaitingFiles(tx)) {
      await queueFile({ tx }, programme, id);
    }
  });
}
