import type { Contract } from '../contract.ts';
import { states } from '../forms/outcome.ts';
import { sampling } from '../forms/proof.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';

/** Where claims are sampled, some outcome must count those that are not drawn, or none is paid. */
export function checkProof({ outcomes, sections }: Contract, reader: Reader): void {
  const counting = outcomes.outcomes
    .filter(({ definition }) => findTerm(definition, states)?.states.includes('not selected'))
    .map(({ name }) => name);
  for (const term of termsOf(sections.proof ?? [], sampling)) {
    const isCounted = counting.some((name) => term.outcomes?.includes(name) ?? true);
    if (term.share === '100%' || isCounted) continue;
    complain(reader, rangeOf(reader, term), {
      code: 'proof.not_drawn_not_paid',
      severity: 'warning',
      message: `Only verified facts count: what is not among the ${term.share} drawn is not paid.`,
      help: 'Add "counting facts still not selected" to outcomes that need no check to be paid.',
    });
  }
}
