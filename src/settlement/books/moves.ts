import { unitsOfMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { sumOfPortions } from '../difference/change.ts';
import { type MovedLine, portionsOf } from '../difference/moved-lines.ts';
import type { ResultLine } from '../result.ts';

/** What one payer bears of one line, newly or, below nothing, no longer. In smallest units. */
export type Move = Readonly<{
  is: 'earned' | 'taken back';
  line: string;
  clause: string;
  provider: string;
  payee: string;
  payer: string;
  amount: bigint;
}>;

/**
 * What a line moves between two settlements, each of which holds everything owed to its day. A line
 * that changed is taken back whole, as it was, before it is earned as it is.
 */
export function movesOfLine({ isChange, was, now }: MovedLine): readonly Move[] {
  if (!isChange) return [];
  const taken = was === undefined ? [] : movesOf(was.line, 'taken back');
  return now === undefined ? taken : [...taken, ...movesOf(now.line, 'earned')];
}

function movesOf(line: ResultLine, is: Move['is']): readonly Move[] {
  const portions = portionsOf(line);
  const isWhole = sumOfPortions(portions) === unitsOfMajor(line.amount);
  assert(isWhole, 'what its payers bear adds up to the line');
  const { line: name, clause, provider, payee } = line;
  return portions.map(({ payer, amount: units }) => {
    const amount = is === 'earned' ? units : -units;
    return { is, line: name, clause, provider, payee, payer, amount };
  });
}
