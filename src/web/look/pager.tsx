import type { JSX } from 'preact';

export type PagerProps = Readonly<{
  /** What is paged through: "claims". */
  of: string;
  before?: string | undefined;
  after?: string | undefined;
  /** Where one is, in words: "50 of 1,204". */
  here?: string | undefined;
}>;

/** The way to what stands before and after in a list too long for one page. */
export function Pager({ of, before, after, here }: PagerProps): JSX.Element | null {
  if (before === undefined && after === undefined) return null;
  return (
    <nav class="pager" aria-label={`More ${of}`}>
      {before === undefined ? (
        <span />
      ) : (
        <a href={before} rel="prev">
          Earlier {of}
        </a>
      )}
      {here !== undefined && <span class="pager-here">{here}</span>}
      {after === undefined ? (
        <span />
      ) : (
        <a href={after} rel="next">
          Later {of}
        </a>
      )}
    </nav>
  );
}
