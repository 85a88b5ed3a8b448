import Type from 'typebox';

const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const moment = `${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z`;
const reference = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Where the next page of a list begins that stands in the order of moments, the newest first. */
export const listPlace = Type.Optional(
  Type.String({
    pattern: `^${moment}_${reference}$`,
    description: 'Where the next page begins, as the one before it says.',
  }),
);

/** What a row stands by: of those of one moment, by its reference. */
export type RowPlace = Readonly<{ at: string; id: string }>;

/** The row that a page comes after; none for the first page. */
export function rowBefore(place: string | undefined): RowPlace | null {
  const [at, id] = place?.split('_') ?? [];
  if (at === undefined || id === undefined) return null;
  // A day that its month does not have is the one it would be: the database knows no other.
  return { at: new Date(at).toISOString(), id };
}

/** Where the page after this one begins; nothing where this is the last. */
export function placeAfter(
  found: readonly RowPlace[],
  most: number,
): Readonly<{ before?: string }> {
  const last = found.length === most ? found.at(-1) : undefined;
  return last === undefined ? {} : { before: `${last.at}_${last.id}` };
}
