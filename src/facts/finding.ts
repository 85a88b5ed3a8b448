import type { Place, Problem } from '../problem/index.ts';
import type { Column } from './columns.ts';

/**
 * Something wrong with a row, found before anyone knows where on its line it stands. The place is
 * worked out only for what will be shown, so that a file full of mistakes is read as fast.
 */
export type Finding = Readonly<{
  column: Column | undefined;
  isWarning?: true;
  problem: (at: Place) => Problem;
}>;
