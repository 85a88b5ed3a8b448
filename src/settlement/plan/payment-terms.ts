import type { Contract, Form, TermOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import { sentencesIn } from './sentences-in.ts';

/** What a sentence of Payment says, its clause, and its place on the page after every outcome. */
export type PaymentTerm<F extends Form> = Readonly<{
  term: TermOf<F>;
  clause: string;
  order: number;
}>;

const firstPlace = 2000;

/** Every sentence of Payment of one form. */
export function paymentTerms<F extends Form>(contract: Contract, form: F): PaymentTerm<F>[] {
  const found = sentencesIn(contract, 'payment').flatMap((term, at) =>
    term.form === form.name ? [{ term, order: firstPlace + at }] : [],
  );
  return found.map(({ term, order }, at) => ({
    term: term as unknown as TermOf<F>,
    clause: clauseOf('Payment', form.name, at),
    order,
  }));
}
