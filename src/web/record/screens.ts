import type { Screen } from '../../http/index.ts';
import { exportRecord, readRecord, verifyRecord } from '../../service/record/index.ts';
import { giveRecord } from './give-record.ts';
import { showRecord } from './record-page.tsx';
import { showVerification } from './verification-page.tsx';

const who = 'signed in';

/** The record of what was done: read, verified, and taken away to be verified elsewhere. */
export const recordScreens: readonly Screen[] = [
  {
    method: 'GET',
    path: '/record',
    who,
    isFor: readRecord,
    show: async (visit) => showRecord(visit),
  },
  {
    method: 'GET',
    path: '/record/verification',
    who,
    isFor: verifyRecord,
    show: showVerification,
  },
  { method: 'GET', path: '/record/export', who, isFor: exportRecord, show: giveRecord },
];
