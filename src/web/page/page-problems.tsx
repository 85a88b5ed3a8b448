import type { JSX } from 'preact';
import type { Problem } from '../../problem/index.ts';
import { Excerpt } from '../look/index.ts';

/**
 * What is to be put right in a text, each with its line. Where scripts run, a line leads to its
 * place in the editor and is marked there; the numbers are for that.
 */
export function PageProblems({ problems }: Readonly<{ problems: readonly Problem[] }>) {
  if (problems.length === 0) return null;
  return (
    <section class="editor-problems" aria-label="What is to be put right">
      <ol>
        {problems.slice(0, shownMax).map((problem, at) => (
          <One key={`${at} ${problem.code}`} problem={problem} />
        ))}
      </ol>
      {problems.length > shownMax && (
        <p>And {problems.length - shownMax} more: they are shown as these are put right.</p>
      )}
    </section>
  );
}

const shownMax = 40;

/** By which the text marks it, and it is found there. */
function placeOf({ at }: Problem): Readonly<Record<string, number>> {
  return { 'data-line': at.line, 'data-from': at.column, 'data-to': at.endColumn };
}

function One({ problem }: Readonly<{ problem: Problem }>): JSX.Element {
  const { at, severity, message, help, code } = problem;
  const isSomewhere = at.line > 0;
  return (
    <li class={`editor-problem editor-problem-${severity}`} {...(isSomewhere && placeOf(problem))}>
      <p class="editor-place">
        {isSomewhere ? <a href="#field-text">Line {at.line}</a> : 'The whole page'}
        {severity === 'warning' && ' (worth a look)'}
        <code>{code}</code>
      </p>
      <Excerpt at={at} />
      <p class="editor-message">{message}</p>
      <p>{help}</p>
    </li>
  );
}
