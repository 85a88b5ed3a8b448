import { type OnJobFault, type RunningJobs, runJobs, type Tasks } from '../../store/index.ts';
import type { Service } from '../act/index.ts';
import { loadFileJob, loadFileTask, queueFilesAgain } from '../facts-in/index.ts';
import { prepareJob, prepareTask, queueRequestsAgain } from '../money/index.ts';
import { compareJob, compareTask, queueComparisonsAgain } from '../programmes/index.ts';
import { keepUpToday, upkeepTask } from './upkeep.ts';

export { askForUpkeep, keepUp, keepUpToday, upkeepTask } from './upkeep.ts';

/** What the service does by and by, by the name of the task in the queue. */
export function tasksOf(service: Service, onFault: OnJobFault): Tasks {
  return {
    [loadFileTask]: async (payload, isLastTry) => loadFileJob(service, payload, { isLastTry }),
    [upkeepTask]: async () => keepUpToday(service, onFault),
    [prepareTask]: async (payload) => prepareJob(service, payload),
    [compareTask]: async (payload) => compareJob(service, payload),
  };
}

/** Works on the queue of the service until it is closed; first on what was broken off before. */
export async function runTasks(service: Service, onFault: OnJobFault): Promise<RunningJobs> {
  await queueFilesAgain(service);
  await queueRequestsAgain(service);
  await queueComparisonsAgain(service);
  const regular = [upkeepTask];
  return runJobs(service.store.owner, tasksOf(service, onFault), { onFault, regular });
}
