import type { Contract } from '../contract.ts';
import { openingForms } from '../forms/opening.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { isPlainSection, sections } from '../sections.ts';
import type { Form, Term } from '../wording/form.ts';
import { printMoney } from '../wording/money-text.ts';
import type { Part } from '../wording/template.ts';

/** A sentence says who pays whom, so that no amount in it is below nothing. */
export function checkAmounts(contract: Contract, reader: Reader): void {
  const said = sections.flatMap(({ key, forms }) =>
    isPlainSection(key) ? [[contract.sections[key] ?? [], forms] as const] : [],
  );
  for (const [terms, forms] of [[contract.opening, openingForms] as const, ...said]) {
    for (const term of terms) {
      const below = amountsOf(term, forms).find((amount) => amount.startsWith('-'));
      if (below === undefined) continue;
      complain(reader, rangeOf(reader, term), {
        code: 'money.below_zero',
        message: `${printMoney(below, reader.names.currency)} is less than nothing.`,
        help: 'Leave the minus out; the words of a sentence say who pays and who is paid.',
      });
    }
  }
}

function amountsOf(term: Term, forms: readonly Form[]): string[] {
  const form = forms.find(({ name }) => name === term.form);
  return placesOf(form?.parts ?? []).flatMap(({ name, type }) => {
    const value = term[name];
    return type.startsWith('money') && typeof value === 'string' ? [value] : [];
  });
}

function placesOf(parts: readonly Part[]): Extract<Part, { is: 'place' }>[] {
  return parts.flatMap((part) => {
    if (part.is === 'optional') return placesOf(part.parts);
    return part.is === 'place' ? [part] : [];
  });
}
