export { outcomeGroups } from './outcome-groups.ts';
export { type Period, publicationPeriods, type Rhythm } from './publication-periods.ts';
export {
  type Cell,
  type PublishedMoney,
  type PublishedRow,
  type Publishing,
  publishable,
} from './publishable.ts';
export { countLeast, type PublishedCount } from './published-count.ts';
