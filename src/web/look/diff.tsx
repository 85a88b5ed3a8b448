import type { JSX } from 'preact';
import { shownText } from '../../problem/index.ts';
import { type LineBetween, linesBetween } from './lines-between.ts';

export type DiffProps = Readonly<{
  /** The two texts and what each is called: "Version 1". */
  before: Readonly<{ name: string; text: string }>;
  after: Readonly<{ name: string; text: string }>;
}>;

type Stretch = Readonly<{ isSame: boolean; lines: readonly LineBetween[] }>;

// So many lines that did not change are shown on either side of one that did.
const around = 2;

/** What changed between two versions of a page, by line. */
export function Diff({ before, after }: DiffProps): JSX.Element {
  const lines = linesBetween(before.text, after.text);
  if (lines.every(({ is }) => is === 'same')) {
    return <p>Every line is the same.</p>;
  }
  return (
    <section class="diff" aria-label={`From ${before.name} to ${after.name}`}>
      <p class="diff-head">
        <span>
          <span aria-hidden="true">−</span> {before.name}
        </span>
        <span>
          <span aria-hidden="true">+</span> {after.name}
        </span>
      </p>
      {stretchesOf(lines).map(({ isSame, lines: part }) => {
        const key = `${part[0]?.before ?? ''}-${part[0]?.after ?? ''}`;
        if (!isSame) return <Lines key={key} lines={part} />;
        return (
          <details key={key}>
            <summary>{part.length} lines the same</summary>
            <Lines lines={part} />
          </details>
        );
      })}
    </section>
  );
}

/** Lines near a change stay open; longer runs of the same between them are folded away. */
function stretchesOf(lines: readonly LineBetween[]): readonly Stretch[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ is }) => is !== 'same'),
  );
  const stretches: { isSame: boolean; lines: LineBetween[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const isSame = isNear[at] !== true;
    const last = stretches.at(-1);
    if (last?.isSame === isSame) last.lines.push(line);
    else stretches.push({ isSame, lines: [line] });
  }
  return stretches;
}

const said = { same: '', added: 'Added: ', taken: 'Taken away: ' } as const;
const signs = { same: ' ', added: '+', taken: '−' } as const;

function Lines({ lines }: Readonly<{ lines: readonly LineBetween[] }>): JSX.Element {
  return (
    <ol>
      {lines.map(({ is, text, before, after }) => (
        <li key={`${before}-${after}`} class={`diff-${is}`}>
          <span class="diff-number" aria-hidden="true">
            {after}
          </span>
          <span class="diff-sign" aria-hidden="true">
            {signs[is]}
          </span>
          <code>
            <span class="unseen">{said[is]}</span>
            {shownText(text) || ' '}
          </code>
        </li>
      ))}
    </ol>
  );
}
