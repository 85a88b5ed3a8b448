/** What a row of a list stands by: its moment and, of those of one moment, its reference. */
export type ListPlace = Readonly<{ at: string; id: string }>;

/** A page of a list of a programme, the newest first, from after a row on. */
export type PageAsked = Readonly<{ programme: string; before: ListPlace | null; most: number }>;
