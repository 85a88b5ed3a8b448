import {
  exportRecord,
  readLeftUndone,
  readRecord,
  verifyRecord,
} from '../../service/record/index.ts';
import type { Route } from '../route.ts';

/** The record of what was done: of one's organisation, or of a programme. */
export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/record', action: readRecord },
  { method: 'GET', path: '/record/verification', action: verifyRecord },
  { method: 'GET', path: '/record/export', action: exportRecord, givesFile: true },
  { method: 'GET', path: '/record/left-undone', action: readLeftUndone },
];
