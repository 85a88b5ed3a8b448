import { type OnJobFault, type RunningJobs, runJobs, type Tasks } from '../../store/index.ts';
import type { Service } from '../act/index.ts';
import { loadFileJob, loadFileTask, queueFilesAgain } from '../facts-in/index.ts';
import { lastingJob, queueLastingAgain } from '../lasting/index.ts';
import { bundleWork, recomputationWork, settlementWork } from '../money/index.ts';
import { comparisonWork } from '../programmes/index.ts';
import { keepUpToday, upkeepTask } from './upkeep.ts';

export { askForUpkeep, keepUp, keepUpToday, upkeepTask } from './upkeep.ts';

/** What the service does by and by, by the name of the task in the queue. */
export function tasksOf(service: Service, onFault: OnJobFault): Tasks {
  return {
    [loadFileTask]: async (payload, isLastTry) => loadFileJob(service, payload, { isLastTry }),
    [upkeepTask]: async () => keepUpToday(service, onFault),
    [settlementWork.task]: async (payload) => lastingJob(service, settlementWork, payload),
    [comparisonWork.task]: async (payload) => lastingJob(service, comparisonWork, payload),
    [recomputationWork.task]: async (payload) => lastingJob(service, recomputationWork, payload),
    [bundleWork.task]: async (payload) => lastingJob(service, bundleWork, payload),
  };
}

/** The tasks that come by themselves, unless it is said that none does. */
export type RunTasksOptions = Readonly<{ regular?: readonly string[] }>;

/** Works on the queue of the service until it is closed; first on what was broken off before. */
export async function runTasks(
  service: Service,
  onFault: OnJobFault,
  { regular = [upkeepTask] }: RunTasksOptions = {},
): Promise<RunningJobs> {
  await queueFilesAgain(service);
  await queueLastingAgain(service, settlementWork);
  await queueLastingAgain(service, comparisonWork);
  await queueLastingAgain(service, recomputationWork);
  await queueLastingAgain(service, bundleWork);
  return runJobs(service.store.owner, tasksOf(service, onFault), { onFault, regular });
}
