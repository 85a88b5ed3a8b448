import type { Admitted } from '../admit/admitted.ts';
import { bitsOf } from '../admit/standing-rows.ts';
import type { Work } from '../work.ts';

const undecided = bitsOf(['claimed', 'waiting', 'not selected']);

type Doubts = Readonly<{ isUnverified: boolean; isOpen: boolean }>;

/** Days have passed of which nothing could be known, or a record may yet be complete. */
export function mayTurnOutLater({ asAt, restsOnRecords }: Work): boolean {
  return restsOnRecords || asAt.trueBy > asAt.knownBy;
}

/** Whether anything on which an outcome can rest is unverified, or has not ended. */
export function doubtsIn(admitted: Admitted, { kindsThatCount }: Work): Doubts {
  const { rows } = admitted;
  let isUnverified = false;
  let isOpen = false;
  const counting = kindsThatCount(admitted.kinds);
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.isHead[row] === 0) continue;
    const isUndecided = ((rows.states[row] as number) & undecided) !== 0;
    const hasNoEnd = rows.isOpen[row] === 1;
    if (!isUndecided && !hasNoEnd) continue;
    if (counting[rows.ownKind[row] as number] === 0) continue;
    isUnverified ||= isUndecided;
    isOpen ||= hasNoEnd;
  }
  return { isUnverified, isOpen };
}
