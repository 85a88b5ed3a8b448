import type { Contract } from './contract.ts';
import { payerFirst, payerFixed, payerShare } from './forms/payers.ts';
import type { Term, TermOf } from './wording/form.ts';

/** Sentences of Payment that together say who pays for the same lines, in page order. */
export type PayerRule = Readonly<{
  /** Names of outcomes and measures; absent: every line. */
  outcomes?: readonly string[];
  terms: readonly PayerTerm[];
}>;

export type PayerTerm =
  | TermOf<typeof payerShare>
  | TermOf<typeof payerFirst>
  | TermOf<typeof payerFixed>;

/** Shares of the same lines, said one after another, are one rule; all else is a rule by itself. */
export function payerRulesOf(contract: Contract): readonly PayerRule[] {
  const rules: PayerRule[] = [];
  for (const term of (contract.sections.payment ?? []).filter(isOfPayer)) {
    const last = rules.at(-1);
    if (last && isPartOf(last, term)) rules[rules.length - 1] = addedTo(last, term);
    else rules.push({ ...(term.outcomes ? { outcomes: term.outcomes } : {}), terms: [term] });
  }
  return rules;
}

function isOfPayer(term: Term): term is PayerTerm {
  return [payerShare, payerFirst, payerFixed].some(({ name }) => name === term.form);
}

function isPartOf({ outcomes, terms }: PayerRule, term: PayerTerm): boolean {
  const key = (names: readonly string[] | undefined) => JSON.stringify(names?.toSorted());
  const isShare = (each: PayerTerm) => each.form === payerShare.name;
  return isShare(term) && terms.every(isShare) && key(outcomes) === key(term.outcomes);
}

function addedTo(rule: PayerRule, term: PayerTerm): PayerRule {
  return { ...rule, terms: [...rule.terms, term] };
}

/** The commissioner by its name, which a sentence may also call "the commissioner". */
export function namedPayer(payer: string, commissioner: string): string {
  return /^the commissioner$/i.test(payer) ? commissioner : payer;
}
