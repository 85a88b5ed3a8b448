import type { Editor } from './editor.ts';
import type { Mark } from './line-marks.ts';

/** Marks in the text what was found of it. */
export function markProblems({ checked, mark }: Editor): void {
  const marks = new Map<number, Mark[]>();
  for (const found of checked.querySelectorAll<HTMLElement>('[data-line]')) {
    const line = Number(found.dataset.line);
    const severity = found.classList.contains('editor-problem-warning') ? 'warning' : 'error';
    const one = { from: Number(found.dataset.from), to: Number(found.dataset.to), severity };
    marks.set(line, [...(marks.get(line) ?? []), one]);
  }
  mark(marks);
}

/** Goes from what was found to where it stands in the text, and chooses the words there. */
export function goToProblem({ text, lineAt }: Editor, event: Event): void {
  const { target } = event;
  const link = target instanceof Element ? target.closest('.editor-place a') : null;
  const found = link?.closest<HTMLElement>('[data-line]');
  if (!found) return;
  event.preventDefault();
  const line = Number(found.dataset.line);
  const lines = text.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const length = lines[line - 1]?.length ?? 0;
  const place = (column: string | undefined) =>
    start + Math.min(length, Math.max(0, Number(column) - 1));
  text.focus({ preventScroll: true });
  text.setSelectionRange(place(found.dataset.from), place(found.dataset.to));
  lineAt(line)?.scrollIntoView({ block: 'center' });
}
