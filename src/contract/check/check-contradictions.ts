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
  grantGoesOn,
  grantsPaid,
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
  addition,
  allByYearOfAttachment,
  bands,
  deadweight,
  deadweightOfAll,
  deadweightOfAllInGroup,
  deadweightOfGroup,
  discount,
  discountOnAll,
  laterRate,
  lineRounding,
  reverse,
  totalRounding,
  uplift,
  yearOfAttachment,
} from '../forms/prices.ts';
import { decided, verifierOfAll } from '../forms/proof.ts';
import type { Reader } from '../read/reader.ts';
import { type Form, type Term, termsOf } from '../wording/form.ts';
import { contradicts } from './contradicts.ts';

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
    [grantGoesOn],
    [grantsPaid],
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
  checkPricesTwice(sections.prices ?? [], reader);
  for (const [section, groups] of Object.entries(alternatives)) {
    const terms = sections[section as PlainSection] ?? [];
    for (const forms of groups) {
      const [first, ...others] = terms.filter((term) => isOneOf(forms, term));
      for (const other of first ? others : []) contradicts(first as Term, other, reader);
    }
  }
}

/** Sentences of Prices that may stand more than once, but not about the same thing. */
const onceForEach: readonly Form[] = [
  deadweight,
  deadweightOfGroup,
  deadweightOfAllInGroup,
  discount,
  uplift,
  yearOfAttachment,
  addition,
  bands,
  laterRate,
  reverse,
];

type About = Readonly<{
  outcomes?: readonly string[];
  group?: string;
  characteristics?: readonly string[];
}>;

function checkPricesTwice(terms: readonly Term[], reader: Reader): void {
  for (const form of onceForEach) {
    const same = termsOf(terms, form) as unknown as readonly (Term & About)[];
    same.forEach((term, at) => {
      const first = same.slice(0, at).find((earlier) => isAboutTheSame(earlier, term));
      if (first) contradicts(first, term, reader);
    });
  }
}

function isAboutTheSame(one: About, other: About): boolean {
  const names = new Set(one.outcomes ?? []);
  const shares =
    one.outcomes === undefined || (other.outcomes ?? []).some((name) => names.has(name));
  const having = (about: About) => [...(about.characteristics ?? [])].sort().join(' ');
  return shares && one.group === other.group && having(one) === having(other);
}

function isOneOf(forms: readonly Form[], term: Term): boolean {
  return forms.some((form) => form.name === term.form);
}
