import type { Form, Term } from './form.ts';
import type { Printing } from './place-type.ts';
import { getPlaceType } from './place-types.ts';
import type { Part } from './template.ts';

/** The words of a term, as its form says them; `parse` of them gives the term again. */
export function printTerm(form: Form, term: Term, printing: Printing): string {
  return printParts(form.parts, term, printing);
}

function printParts(parts: readonly Part[], term: Term, printing: Printing): string {
  return parts.map((part) => printPart(part, term, printing)).join('');
}

function printPart(part: Part, term: Term, printing: Printing): string {
  switch (part.is) {
    case 'literal':
      return part.text;
    case 'choice':
      return String(term[part.name]);
    case 'place':
      return getPlaceType(part.type).print(term[part.name], printing);
    case 'optional': {
      const isThere = part.parts.some(
        (inside) => 'name' in inside && term[inside.name] !== undefined,
      );
      return isThere ? printParts(part.parts, term, printing) : '';
    }
  }
}
