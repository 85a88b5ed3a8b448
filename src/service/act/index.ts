export {
  type Action,
  type Area,
  action,
  type Part,
  type Who,
  type Work,
} from './action.ts';
export { dayIn } from './day-in.ts';
export { listPlace, placeAfter, rowBefore } from './list-place.ts';
export { onceKeyLength } from './once-of.ts';
export { type Asked, mayPerform, perform } from './perform.ts';
export { performAlone, type WhyNot } from './perform-alone.ts';
export type { Service } from './service.ts';
