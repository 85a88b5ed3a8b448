export {
  type Action,
  type Area,
  action,
  type Part,
  type Who,
  type Work,
} from './action.ts';
export { type Asked, mayPerform, perform } from './perform.ts';
export type { Service } from './service.ts';
