import type { Form, Term } from './form.ts';
import { listed } from './name-places.ts';
import type { Complaint, Printing } from './place-type.ts';
import { getPlaceType } from './place-types.ts';
import type { Part } from './template.ts';

/**
 * Whether the same words say two things. Free words are no rivals of one another: they end where
 * the next words of the form begin, and bind the same wherever they end.
 */
export function findRival(
  readings: readonly (readonly Term[])[],
  forms: readonly Form[],
): readonly Term[] | undefined {
  const [first, ...others] = readings;
  if (first === undefined || others.length === 0) return undefined;
  const meant = JSON.stringify(first);
  const free = freeWords(first, forms);
  return others.find(
    (other) => freeWords(other, forms) === free && JSON.stringify(other) !== meant,
  );
}

function freeWords(terms: readonly Term[], forms: readonly Form[]): string {
  return JSON.stringify(
    terms.flatMap((term) =>
      placesOf(term, forms).flatMap(({ name, type }) => (isFree(type) ? [term[name]] : [])),
    ),
  );
}

function isFree(type: string): boolean {
  return type === 'words' || type === 'party';
}

type Place = Readonly<{ name: string; type: string }>;

function placesOf(term: Term, forms: readonly Form[]): readonly Place[] {
  const form = forms.find((each) => each.name === term.form);
  const placesIn = (part: Part): Place[] => {
    if (part.is === 'optional') return part.parts.flatMap(placesIn);
    return part.is === 'place' ? [part] : [];
  };
  return form?.parts.flatMap(placesIn) ?? [];
}

/** Says what the two readings are. */
export function twoReadings(
  [one, other]: readonly [readonly Term[], readonly Term[]],
  forms: readonly Form[],
  printing: Printing,
): Complaint {
  const at = one.findIndex((term, index) => !isSame(term, other[index]));
  const shown = (mine: Term | undefined, theirs: Term | undefined) => {
    if (mine === undefined || mine.form !== theirs?.form) return shownForm(mine, forms);
    const place = placesOf(mine, forms).find(({ name }) => !isSame(mine[name], theirs[name]));
    return place === undefined ? 'as less' : shownValue(mine[place.name], place, printing);
  };
  return {
    code: 'sentence.two_readings',
    message:
      `This can be read in two ways: ${shown(one[at], other[at])}, ` +
      `or ${shown(other[at], one[at])}.`,
    help: 'Give one of the names that it uses another name.',
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shownForm(term: Term | undefined, forms: readonly Form[]): string {
  const example = forms.find((form) => form.name === term?.form)?.example;
  return example === undefined ? 'as less' : `as in "${example.replace(/\.$/, '')}"`;
}

function shownValue(value: unknown, { type }: Place, printing: Printing): string {
  if (value === undefined) return 'as less';
  if (Array.isArray(value)) return `as ${listed(value.map(quoted), 'and')}`;
  if (type === 'anchor' && typeof value === 'object' && value !== null) {
    if ('outcome' in value) return `as the outcome ${quoted(value.outcome)}`;
    if ('kind' in value) return `as the kind of fact ${quoted(value.kind)}`;
  }
  return `as ${quoted(getPlaceType(type).print(value, printing))}`;
}

const quoted = (value: unknown) => JSON.stringify(value);
