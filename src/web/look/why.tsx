import type { ComponentChildren, JSX } from 'preact';

export type WhyProps = Readonly<{
  /** The reasons in order, each a whole sentence. */
  sentences: readonly ComponentChildren[];
  /** Folded away under these words; open where there are none. */
  summary?: string | undefined;
}>;

/** Why something is so, sentence by sentence: each follows from those before it. */
export function Why({ sentences, summary }: WhyProps): JSX.Element {
  const list = (
    <ol class="why">
      {sentences.map((sentence, at) => (
        <li key={`${at + 1}`}>{sentence}</li>
      ))}
    </ol>
  );
  if (summary === undefined) return list;
  return (
    <details class="folded">
      <summary>{summary}</summary>
      {list}
    </details>
  );
}
