export {
  advanceLasting,
  type Came,
  type LastingWork,
  lastingJob,
  queueLasting,
  queueLastingAgain,
} from './lasting-work.ts';
