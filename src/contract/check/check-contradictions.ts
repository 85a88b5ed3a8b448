import type { Contract, PlainSection } from '../contract.ts';
import { openEnded, referralsEnd, takingPartEnds, whose } from '../forms/clock.ts';
import { danger, noDanger } from '../forms/footing.ts';
import { joiningDecided } from '../forms/joining.ts';
import {
  contractEnded,
  paidAfterLeaving,
  providerLeaves,
  runOff,
  sharedOut,
  signers,
  signersMost,
} from '../forms/market.ts';
import {
  knownBy,
  knownWithin,
  noReserve,
  onAccount,
  recovery,
  recoveryShare,
  reserve,
  settled,
  undecided,
  valueAddedTax,
  yearCloses,
} from '../forms/payment.ts';
import {
  allByYearOfAttachment,
  deadweightOfAll,
  discountOnAll,
  lineRounding,
  totalRounding,
} from '../forms/prices.ts';
import { decided, verifierOfAll } from '../forms/proof.ts';
import { placeOf } from '../page/source.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import type { Form, Term } from '../wording/form.ts';

/** Of each of these, a section has one sentence at most: a second would say otherwise. */
const alternatives: Readonly<Partial<Record<PlainSection, readonly (readonly Form[])[]>>> = {
  footing: [[danger, noDanger]],
  prices: [
    [lineRounding, totalRounding],
    [deadweightOfAll],
    [allByYearOfAttachment],
    [discountOnAll],
  ],
  clock: [[whose], [takingPartEnds, openEnded], [referralsEnd]],
  payment: [
    [reserve, noReserve],
    [settled],
    [undecided],
    [onAccount],
    [recovery, recoveryShare],
    [knownWithin],
    [knownBy],
    [yearCloses],
    [valueAddedTax],
  ],
  proof: [[verifierOfAll], [decided]],
  market: [
    [signers, signersMost],
    [sharedOut],
    [joiningDecided],
    [providerLeaves],
    [paidAfterLeaving],
    [contractEnded],
    [runOff],
  ],
};

/** What a page says once, it does not say again in other words. */
export function checkContradictions({ sections }: Contract, reader: Reader): void {
  for (const [section, groups] of Object.entries(alternatives)) {
    const terms = sections[section as PlainSection] ?? [];
    for (const forms of groups) {
      const [first, ...others] = terms.filter((term) => isOneOf(forms, term));
      for (const other of first ? others : []) contradicts(first as Term, other, reader);
    }
  }
}

function isOneOf(forms: readonly Form[], term: Term): boolean {
  return forms.some((form) => form.name === term.form);
}

function contradicts(first: Term, other: Term, reader: Reader): void {
  const { line } = placeOf(reader.source, rangeOf(reader, first));
  complain(reader, rangeOf(reader, other), {
    code: 'sentence.said_otherwise',
    message: `Line ${line} has said this, perhaps otherwise, and only one of the two can hold.`,
    help: 'Take one of the two sentences out.',
  });
}
