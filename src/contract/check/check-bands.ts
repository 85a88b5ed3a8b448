import type { Contract, Outcome, RateRow, RateTable } from '../contract.ts';
import { eachDay, eachDayWithout, eachUnit, partly } from '../forms/outcome.ts';
import { bands as bandsSaid } from '../forms/prices.ts';
import { bandSizesOf, ratesOf } from '../rates.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';

/**
 * Bands are of an outcome that is counted one by one; the last has no end, each has a price, and
 * the page says what they count, for whom and over which time.
 */
export function checkBands(contract: Contract, reader: Reader): void {
  const said = termsOf(contract.sections.prices ?? [], bandsSaid);
  for (const outcome of contract.outcomes.outcomes) {
    const sizes = bandSizesOf(contract, outcome.name);
    const about = said.filter(({ outcomes }) => outcomes.includes(outcome.name));
    for (const term of sizes.length === 0 ? about : []) {
      complain(reader, rangeOf(reader, term), withoutBands(outcome.name));
    }
    if (sizes.length === 0) continue;
    const found = [
      ...(isCountedOneByOne(outcome) ? [] : [notCounted(outcome.name)]),
      ...(about.length === 0 ? [notSaid(outcome.name)] : []),
      ...groupsWithout(contract, outcome.name, sizes.length),
    ];
    for (const complaint of found) complain(reader, rangeOf(reader, outcome), complaint);
    const tables = contract.outcomes.tables.filter((table) => isIn(table, outcome.name));
    for (const table of tables) checkTable(table, { outcome: outcome.name, sizes }, reader);
  }
}

function isIn({ rows }: RateTable, outcome: string): boolean {
  return rows.some((row) => 'outcome' in row && row.outcome === outcome);
}

function isCountedOneByOne({ definition }: Outcome): boolean {
  return ![eachDay, eachDayWithout, eachUnit, partly].some((form) => findTerm(definition, form));
}

type Banded = Readonly<{ outcome: string; sizes: readonly (number | undefined)[] }>;

function checkTable({ rows }: RateTable, { outcome, sizes }: Banded, reader: Reader): void {
  const isOwn = (row: RateRow) => 'outcome' in row && row.outcome === outcome;
  const bands = rows.flatMap((row) => ('bandOf' in row && row.bandOf === outcome ? [row] : []));
  const last = bands.at(-1);
  const say = (row: RateRow, complaint: Complaint) =>
    complain(reader, rangeOf(reader, row), complaint);
  for (const row of rows) {
    const isPriced = 'prices' in row && row.prices.some((price) => price !== null);
    if (isOwn(row) && bands.length > 0 && isPriced) say(row, priceBeside(outcome));
    if ('tierOf' in row && row.tierOf === outcome) say(row, tiersToo(outcome));
  }
  const isLost = reader.problems.some(({ code }) => code === 'rate_card.row_not_understood');
  if (last && last.count !== undefined && !isLost) say(last, withoutEnd(outcome, last.count));
  const own = rows.find(isOwn);
  const isSame = bands.length === sizes.length && bands.every((b, at) => b.count === sizes[at]);
  if (own && !isSame) say(own, otherwise(outcome));
}

function groupsWithout(contract: Contract, outcome: string, count: number): Complaint[] {
  return contract.people.groups.flatMap(({ name: group }) => {
    const rates = ratesOf(contract, outcome, group);
    const isThere = (band: number) => rates.some((rate) => rate.band === band);
    const missing = Array.from({ length: count }, (_, band) => band).find((at) => !isThere(at));
    if (rates.length === 0 || missing === undefined) return [];
    return [noPriceInBand({ outcome, group, band: missing + 1 })];
  });
}

function notCounted(outcome: string): Complaint {
  return {
    code: 'rate_card.bands_of_no_count',
    message: `"${outcome}" is paid by the day, the unit or the part, and bands hold whole ones.`,
    help: 'Give it one price, or let it be achieved whole.',
  };
}

function notSaid(outcome: string): Complaint {
  return {
    code: 'prices.bands_not_said',
    message: `The page does not say what the bands of "${outcome}" count, and which price holds.`,
    help:
      `Add to Prices "The bands of ${outcome} count what each provider achieves over the whole ` +
      'contract, each at its own price.", or another sentence about bands.',
  };
}

function withoutBands(outcome: string): Complaint {
  return {
    code: 'prices.no_bands_to_count',
    message: `This is about the bands of "${outcome}", which has none in the rate card.`,
    help: 'Add rows below it such as "first 100" and "all further", or take the sentence out.',
  };
}

function priceBeside(outcome: string): Complaint {
  return {
    code: 'rate_card.price_beside_bands',
    message: `"${outcome}" has a price in its own row and bands below it, and only one can hold.`,
    help: 'Put a – in the row of the outcome, or take the bands out.',
  };
}

function tiersToo(outcome: string): Complaint {
  return {
    code: 'rate_card.tiers_beside_bands',
    message: `"${outcome}" has bands and tiers, and one price cannot follow both.`,
    help: 'Keep its bands or its tiers.',
  };
}

function withoutEnd(outcome: string, count: number): Complaint {
  return {
    code: 'rate_card.bands_without_end',
    message: `The last band of "${outcome}" holds ${count}, and nothing is said of those after.`,
    help: 'Add a last row "all further", if only with a price of 0.',
  };
}

function otherwise(outcome: string): Complaint {
  return {
    code: 'rate_card.bands_differ',
    message: `"${outcome}" has other bands in one table than in another.`,
    help: 'Give it the same bands wherever it has prices.',
  };
}

function noPriceInBand(found: Readonly<{ outcome: string; group: string; band: number }>) {
  const { outcome, group, band } = found;
  return {
    code: 'rate_card.band_without_price',
    message: `"${outcome}" has prices for ${group}, and none in band ${band}.`,
    help: 'Fill in the cell, if only with a price of 0.',
  };
}
