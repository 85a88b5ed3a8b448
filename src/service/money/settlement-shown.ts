import type { Static } from 'typebox';
import { formatMajor } from '../../money/index.ts';
import type { LineSum, ListedSettlement } from '../../store/money/index.ts';
import type { settlementOutput, sumOutput } from './shapes.ts';

/** A settlement as every answer has it. */
export type ShownSettlement = Static<typeof settlementOutput>;

/** A settlement that was stored, as it is shown. */
export function shownSettlement(stored: ListedSettlement): ShownSettlement {
  const { reason, previous, preparedByName, decidedAt, decidedByName, currency } = stored;
  const { totalUnits, paidUnits } = stored;
  return {
    settlement: stored.id,
    number: stored.number,
    asAt: stored.asAt,
    knownAt: stored.knownAt,
    currency,
    state: stored.state,
    ...(reason === null ? {} : { reason }),
    resultHash: stored.resultHash,
    contractHash: stored.contractHash,
    engine: stored.engine,
    ...(previous === null ? {} : { previous }),
    preparedAt: stored.preparedAt,
    ...(preparedByName === null ? {} : { preparedBy: preparedByName }),
    ...(decidedAt === null ? {} : { decidedAt }),
    ...(decidedByName === null ? {} : { decidedBy: decidedByName }),
    ...(totalUnits === null ? {} : { total: formatMajor(totalUnits, currency) }),
    ...(paidUnits === null ? {} : { paid: formatMajor(paidUnits, currency) }),
  };
}

/** Lines added up, as they are shown. */
export function shownSum(sum: LineSum, currency: string): Static<typeof sumOutput> {
  return {
    by: sum.by,
    lines: Number(sum.lines),
    gross: formatMajor(sum.gross, currency),
    amount: formatMajor(sum.amount, currency),
  };
}
