import { findTerm, forms, type ReadPage } from '../../contract/index.ts';
import type { Money } from '../../money/index.ts';
import { minorUnits } from '../../settlement/index.ts';
import type { WholeVersion } from '../../store/index.ts';
import { type Page, pageOf } from '../pages/load-pages.ts';

// Pages that were published are read again and again, and never change. So many are kept read.
const keptMax = 200;
const kept = new Map<string, Page>();

/** What a published page is read again from. */
export type VersionText = Pick<WholeVersion, 'title' | 'text' | 'pageHash'>;

/** A page that was put forward, read. It was whole when it was put forward. */
export function pageOfVersion({ title, text, pageHash }: VersionText): Page {
  const found = kept.get(pageHash);
  const page = found ?? pageOf(title, text);
  kept.delete(pageHash);
  kept.set(pageHash, page);
  const oldest = kept.keys().next().value;
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return page;
}

/** The most that a page may pay in all, where it says so. */
export function worthOf({ contract }: Pick<ReadPage, 'contract'>): Money | undefined {
  const buys = findTerm(contract.opening, forms.opening.buys);
  const most = findTerm(contract.opening, forms.opening.spends)?.most;
  if (most === undefined || buys === undefined) return undefined;
  const { numerator, denominator } = minorUnits(contract, most);
  // A limit between two pence binds to the penny above.
  const units = (numerator + denominator - 1n) / denominator;
  return { units, currency: buys.currency };
}

/** The day from which a page counts: that of its version, or the first day of the contract. */
export function countsFromOf({ contract }: Pick<ReadPage, 'contract'>): string | undefined {
  const version = findTerm(contract.opening, forms.opening.version);
  return version?.from ?? findTerm(contract.opening, forms.opening.buys)?.from;
}
