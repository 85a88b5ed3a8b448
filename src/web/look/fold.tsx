import type { ComponentChildren, JSX } from 'preact';

export type FoldProps = Readonly<{
  title: string;
  /** How much stands in it: "24 lines". */
  note: string;
  /** What it comes to, under the sums of the others. */
  sum: ComponentChildren;
  isOpen?: boolean | undefined;
  children: ComponentChildren;
}>;

/** A part of a long list that is opened to be read: closed, its name and what it comes to. */
export function Fold({ title, note, sum, isOpen = false, children }: FoldProps): JSX.Element {
  return (
    <details class="fold" open={isOpen}>
      <summary>
        <span class="fold-title">{title}</span> <span class="fold-note">{note}</span>{' '}
        <span class="fold-sum">{sum}</span>
      </summary>
      {children}
    </details>
  );
}
