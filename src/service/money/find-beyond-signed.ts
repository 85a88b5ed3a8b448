import canonicalize from 'canonicalize';
import { type Contract, findTerm, forms } from '../../contract/index.ts';
import { assert, type Problem } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { pageOfVersion, versionsFor } from '../programmes/index.ts';
import type { ProgrammePages } from './pages-of.ts';
import { settlementBeyondSigned } from './problems.ts';

/**
 * Providers for which something holds that they have not signed. Each is paid by the versions that
 * bind it; what is one for all (docs/decisions/0019) goes by the newest version, so where that says
 * it otherwise it is for people to put right.
 */
export async function findBeyondSigned(
  work: Pick<Work, 'tx' | 'service'>,
  programme: string,
  { versions }: Pick<ProgrammePages, 'versions'>,
): Promise<readonly Problem[]> {
  const newest = versions.at(-1);
  if (versions.length < 2 || newest === undefined) return [];
  const parties = await listParties(work.tx, programme);
  const problems: Problem[] = [];
  for (const { part, organisation, name } of parties) {
    if (part !== 'provider') continue;
    const { binding, notBinding } = await versionsFor(work, { programme, organisation });
    const last = binding.at(-1);
    if (notBinding.length === 0) continue;
    // Of one that has signed nothing no fact can say what binds it: all is paid by the newest.
    const was = last && pageOfVersion(last).read.contract;
    const what = was ? changedForAll(was, pageOfVersion(newest).read.contract) : ['everything'];
    const numbers = notBinding.map(({ ownNumber }) => ownNumber);
    if (what.length > 0) problems.push(settlementBeyondSigned(name, numbers, what));
  }
  return problems;
}

const { opening, payment } = forms;

const termsOfPayment = [
  payment.settled,
  payment.onAccount,
  payment.held,
  payment.questioned,
  payment.latePayment,
  payment.recovery,
  payment.recoveryShare,
] as const;

/** What two versions say otherwise of what is one for all, in words. */
function changedForAll(was: Contract, now: Contract): readonly string[] {
  const pages = [was, now] as const;
  const isOtherwise = (of: (contract: Contract) => unknown) => {
    const [before, after] = pages.map((page) => canonicalize(of(page) ?? null));
    assert(before !== undefined && after !== undefined, 'terms are plain data');
    return before !== after;
  };
  const paid = ({ sections }: Contract) =>
    termsOfPayment.map((form) => findTerm(sections.payment ?? [], form) ?? null);
  const reserved = ({ sections }: Contract) => findTerm(sections.payment ?? [], payment.reserve);
  const lasts = ({ opening: said }: Contract) => findTerm(said, opening.buys)?.to;
  const spends = ({ opening: said }: Contract) => findTerm(said, opening.spends)?.most;
  return [
    ...(isOtherwise(lasts) ? ['the last day of the contract'] : []),
    ...(isOtherwise(spends) ? ['the sum that may be spent'] : []),
    ...(isOtherwise(reserved) ? ['what an attachment reserves'] : []),
    ...(isOtherwise(paid) ? ['the terms of payment'] : []),
  ];
}
