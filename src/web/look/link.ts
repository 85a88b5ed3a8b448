/** Where a word leads. */
export type Link = Readonly<{ label: string; href: string }>;
