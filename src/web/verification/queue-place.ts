import type { Visit } from '../../http/index.ts';

/** Where somebody is in the queue: which stretch of it, of whom, and at which claim. */
export type QueuePlace = Readonly<{
  after?: string;
  before?: string;
  provider?: string;
  at?: string;
}>;

const names = ['after', 'before', 'provider', 'at'] as const;

/** The place that a query says. */
export function placeOf(query: Visit['query']): QueuePlace {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name] ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** The place that a form of the page kept; what is no place is the beginning of the queue. */
export function placeIn(text: string): QueuePlace {
  return placeOf(Object.fromEntries(new URLSearchParams(text)));
}

/** A place as the query of an address; nothing for the beginning. */
export function queryOf(place: QueuePlace): string {
  const text = new URLSearchParams(place).toString();
  return text === '' ? '' : `?${text}`;
}
