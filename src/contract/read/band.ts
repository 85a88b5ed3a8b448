import type { RateRow } from '../contract.ts';
import type { Range } from '../page/source.ts';
import type { Complaint } from '../wording/place-type.ts';
import { cellText } from './cell-text.ts';
import { complain, type Reader } from './reader.ts';

/** How many achievements a band holds; without a number, all that are further. */
type Band = Readonly<{ count?: number }>;

const countMax = 1_000_000;

/** "first 370", "next 40", "all further": the start of a row with the price of one band. */
export function readBand(
  reader: Reader,
  cell: Range,
  above: RateRow | undefined,
): Band | undefined {
  const words = cellText(cell, reader.source.text);
  const [, start = '', digits = ''] = /^(first|next|all) ([1-9][\d,]*|further)$/i.exec(words) ?? [];
  const isRest = /^all further$/i.test(words);
  const plain = digits.replace(/(?<=\d),(?=\d{3})/g, '');
  const isCount = /^\d{1,7}$/.test(plain) && Number(plain) <= countMax && !/^all/i.test(start);
  if (!isRest && !isCount) return undefined;
  const isFirst = above === undefined || !('bandOf' in above);
  const isAfterRest = !isFirst && above.count === undefined;
  const isInTurn = isFirst === /^first$/i.test(start) && !isAfterRest;
  // A row that was not understood may have been the band before this one.
  const isLost = reader.problems.some(({ code }) => code === 'rate_card.row_not_understood');
  if (!isInTurn && !isLost) complain(reader, cell, outOfTurn(words));
  return isRest ? {} : { count: Number(plain) };
}

function outOfTurn(words: string): Complaint {
  return {
    code: 'rate_card.band_out_of_turn',
    message: `A band that begins "${words}" does not stand here.`,
    help: 'Begin the first band with "first", those after it with "next", the last "all further".',
  };
}
