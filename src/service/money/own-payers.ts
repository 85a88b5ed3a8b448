import type { Result } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { pagesOf } from './pages-of.ts';

/** Under which names the organisation acted for pays in a programme, and in which currency. */
export type PayingGround = Readonly<{ payers: readonly string[]; currency: string }>;

/** Reads them from the page and its parties; the first is meant where none is named. */
export async function ownPayers(
  { tx, actor }: Work,
  programme: string,
): Promise<Result<PayingGround>> {
  const pages = await pagesOf(tx, programme);
  if (!pages.ok) return pages;
  const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const parties = await listParties(tx, programme);
  const own = parties.filter((party) => party.organisation === organisation);
  const page = pages.value.pages.at(-1) ?? pages.value.pages[0];
  const isCommissioner = own.some(({ part }) => part === 'commissioner');
  const names = [
    ...(isCommissioner ? [commissionerOf(page.read.contract)] : []),
    ...own.filter(({ part }) => part === 'payer').map(({ name }) => name),
  ];
  return {
    ok: true,
    value: { payers: [...new Set(names)], currency: pages.value.plan.currency },
  };
}
