import type { JSX } from 'preact';
import { type Place, shownText } from '../../problem/index.ts';

/** The line of a text in which something was found, with the words at fault marked. */
export function Excerpt({ at }: Readonly<{ at: Place }>): JSX.Element | null {
  if (at.line === 0 || at.excerpt === '') return null;
  const start = Math.max(0, Math.min(at.column - 1, at.excerpt.length));
  const end = Math.max(start, Math.min(at.endColumn - 1, at.excerpt.length));
  return (
    <pre class="excerpt">
      <span class="excerpt-line">{at.line}</span>
      <code>
        {shownText(at.excerpt.slice(0, start))}
        <mark>{shownText(at.excerpt.slice(start, end)) || ' '}</mark>
        {shownText(at.excerpt.slice(end).trimEnd())}
      </code>
    </pre>
  );
}
