import type { Contract } from '../contract.ts';
import { pauses, pausesAll, setsAside } from '../forms/clock.ts';
import { declaredKinds, kindsNamed } from '../kinds.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Term, termsOf } from '../wording/form.ts';

/** Only what lasts can stop the clock, and only what happens can set somebody aside. */
export function checkClock(contract: Contract, reader: Reader): void {
  const terms = contract.sections.clock ?? [];
  const stops = [...termsOf(terms, pausesAll), ...termsOf(terms, pauses)];
  const kinds = declaredKinds(contract);
  const need = (term: Term & { kinds: readonly string[] }, shapes: readonly string[]) => {
    const wanted = shapes.map(a).join(' or ');
    for (const name of kindsNamed(term.kinds, kinds)) {
      const shape = kinds.get(name)?.shape ?? 'occurrence';
      if (shapes.includes(shape)) continue;
      complain(reader, rangeOf(reader, term), {
        code: 'clock.kind_of_other_shape',
        message: `"${name}" is declared as ${a(shape)}, and this needs ${wanted}.`,
        help: 'Name another kind of fact, or change its shape in the table of Facts.',
      });
    }
  };
  for (const term of stops) need(term, ['spell']);
  for (const term of termsOf(terms, setsAside)) need(term, ['spell', 'occurrence']);
}

const a = (shape: string) => `${/^[aeiou]/.test(shape) ? 'an' : 'a'} ${shape}`;
