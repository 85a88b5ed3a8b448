import type { Answer, Visit } from '../../http/index.ts';
import {
  approveSettlement,
  refuseSettlement,
  setAsideSettlement,
} from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import { moneyAddress } from './money-page.tsx';
import { showSettlement } from './settlement-page.tsx';

/** Approves what was looked at. */
export async function takeApproval(visit: Visit): Promise<Answer> {
  const resultHash = formText(visit, 'resultHash');
  const done = await visit.perform(approveSettlement, { ...which(visit), resultHash });
  return done.ok ? back(visit, 'It is approved.') : showSettlement(visit, done.problems);
}

/** Refuses it for a reason. */
export async function takeRefusal(visit: Visit): Promise<Answer> {
  const reason = formText(visit, 'reason');
  const done = await visit.perform(refuseSettlement, { ...which(visit), reason });
  return done.ok ? back(visit, 'It was refused.') : showSettlement(visit, done.problems);
}

/** Sets it aside. */
export async function takeSettingAside(visit: Visit): Promise<Answer> {
  const done = await visit.perform(setAsideSettlement, which(visit));
  return done.ok ? back(visit, 'It was set aside.') : showSettlement(visit, done.problems);
}

function which({ params: { programme, settlement } }: Visit) {
  return { programme, settlement };
}

function back({ params: { programme = '', settlement = '' } }: Visit, say: string): Answer {
  return { kind: 'go', to: moneyAddress(programme, settlement), say };
}
