import type { Place } from './place.ts';
import type { Problem } from './problem.ts';
import { shownText, shownWidth } from './shown-text.ts';

const excerptColumnsMax = 160;
const excerptColumnsBefore = 60;

/**
 * Shows a problem as terminal, editor and browser do: place and code, the line with the words at
 * fault underlined, the message, the help.
 *
 * The underline stands under the words in a fixed-width face whatever the line is made of: tabs
 * are drawn as spaces, wide letters take two columns, accents take none, and characters that
 * would move the cursor or turn the writing direction are made visible.
 */
export function formatProblem(problem: Problem): string {
  return [heading(problem), ...underlined(problem.at), ...sentences(problem)]
    .filter((line) => line !== '')
    .join('\n');
}

/** Shows several problems, an empty line between them. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join('\n\n');
}

function heading({ at, code, severity }: Problem): string {
  const position = at.line > 0 ? `${at.source === '' ? 'line ' : ':'}${at.line}:${at.column}` : '';
  const field = at.field === undefined ? '' : ` (${shownText(at.field)})`;
  const place = `${shownText(at.source)}${position}${field}`.trim();
  const kind = severity === 'warning' ? `${code} (warning)` : code;
  return place === '' ? kind : `${place}  ${kind}`;
}

function sentences({ message, help }: Problem): string[] {
  return [message, help].flatMap((text) => text.split('\n')).map((line) => shownText(line));
}

function underlined(at: Place): string[] {
  if (at.line === 0 || at.excerpt === '') return [];
  const start = Math.max(0, Math.min(at.column - 1, at.excerpt.length));
  const end = Math.max(start, Math.min(at.endColumn - 1, at.excerpt.length));
  const before = shownText(at.excerpt.slice(0, start));
  const column = shownWidth(before);
  const marked = shownText(at.excerpt.slice(start, end), column);
  const after = shownText(at.excerpt.slice(end), column + shownWidth(marked));
  return drawn(String(at.line), cutToWidth({ before, marked, after: after.trimEnd() }));
}

type Parts = Readonly<{ before: string; marked: string; after: string }>;

function drawn(number: string, { before, marked, after }: Parts): string[] {
  const margin = ' '.repeat(number.length);
  const indent = ' '.repeat(shownWidth(before));
  const underline = '^'.repeat(Math.max(1, shownWidth(marked)));
  return [
    `  ${number} | ${before}${marked}${after}`.trimEnd(),
    `  ${margin} | ${indent}${underline}`,
  ];
}

/** A very long line, as a row of a wide table may be, is shown only around the words at fault. */
function cutToWidth(parts: Parts): Parts {
  if (shownWidth(parts.before + parts.marked + parts.after) <= excerptColumnsMax) return parts;
  const before = lastColumns(parts.before, excerptColumnsBefore);
  const marked = firstColumns(parts.marked, excerptColumnsMax - shownWidth(before));
  const room = excerptColumnsMax - shownWidth(before) - shownWidth(marked);
  return { before, marked, after: firstColumns(parts.after, Math.max(1, room)) };
}

function firstColumns(text: string, columnsMax: number): string {
  if (shownWidth(text) <= columnsMax) return text;
  let kept = '';
  let columns = 0;
  for (const letter of text) {
    columns += shownWidth(letter);
    if (columns > columnsMax - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

function lastColumns(text: string, columnsMax: number): string {
  if (shownWidth(text) <= columnsMax) return text;
  const letters = [...text];
  let columns = 0;
  let from = letters.length;
  while (from > 0) {
    columns += shownWidth(letters[from - 1] ?? '');
    if (columns > columnsMax - 1) break;
    from -= 1;
  }
  return `…${letters.slice(from).join('')}`;
}
