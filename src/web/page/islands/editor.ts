import { lineMarks, type Mark } from './line-marks.ts';

/** The text of a page, and what is drawn behind it. */
export type Editor = Readonly<{
  form: HTMLFormElement;
  text: HTMLTextAreaElement;
  checked: HTMLElement;
  said: HTMLElement;
  /** Where the screen is, and where its text is kept. */
  address: string;
  keeps: string;
  /** Draws the lines anew where the text or what is marked in it has changed. */
  draw: () => void;
  mark: (marks: ReadonlyMap<number, readonly Mark[]>) => void;
  lineAt: (line: number) => HTMLElement | undefined;
}>;

/** Finds the editor on the page, and puts numbered lines behind its text. */
export function openEditor(): Editor | undefined {
  const around = document.querySelector<HTMLElement>('[data-editor]');
  const form = around?.querySelector('form');
  const text = form?.querySelector('textarea');
  const checked = document.getElementById('checked');
  const said = document.getElementById('editor-said');
  if (!around || !form || !text || !checked || !said) return undefined;
  const paper = document.createElement('div');
  const lines = document.createElement('div');
  paper.className = 'editor-paper';
  lines.className = 'editor-lines';
  lines.setAttribute('aria-hidden', 'true');
  text.replaceWith(paper);
  paper.append(lines, text);
  text.classList.add('editor-text');
  const drawing = drawingOf(text, lines);
  drawing.draw();
  return {
    form,
    text,
    checked,
    said,
    address: around.dataset.editor ?? '',
    keeps: around.dataset.keeps ?? '',
    ...drawing,
  };
}

type Drawing = Pick<Editor, 'draw' | 'mark' | 'lineAt'>;

// Of a long page only the lines that have changed are drawn: those between what stays at its
// beginning and what stays at its end.
function drawingOf(text: HTMLTextAreaElement, lines: HTMLElement): Drawing {
  let drawn: readonly string[] = [];
  let marks: ReadonlyMap<number, readonly Mark[]> = new Map();
  const fill = (element: Element, line: string, at: number) => {
    element.className = `editor-line ${kindOf(line)}`;
    element.replaceChildren(...lineMarks(line, marks.get(at + 1) ?? []));
  };
  const made = (line: string, at: number) => {
    const element = document.createElement('div');
    fill(element, line, at);
    return element;
  };
  return {
    draw: () => {
      const next = text.value.split('\n');
      const { start, endOfDrawn, endOfNext } = changedPart(drawn, next);
      const gone = [...lines.children].slice(start, endOfDrawn);
      const come = next.slice(start, endOfNext).map((line, at) => made(line, start + at));
      const before = lines.children[endOfDrawn] ?? null;
      for (const element of gone) element.remove();
      for (const element of come) lines.insertBefore(element, before);
      drawn = next;
    },
    mark: (found) => {
      const touched = new Set([...marks.keys(), ...found.keys()]);
      marks = found;
      for (const line of touched) {
        const element = lines.children[line - 1];
        if (element !== undefined) fill(element, drawn[line - 1] ?? '', line - 1);
      }
    },
    lineAt: (line) => (lines.children[line - 1] as HTMLElement | undefined) ?? undefined,
  };
}

function changedPart(drawn: readonly string[], next: readonly string[]) {
  let start = 0;
  while (start < drawn.length && start < next.length && drawn[start] === next[start]) start += 1;
  let [endOfDrawn, endOfNext] = [drawn.length, next.length];
  while (endOfDrawn > start && endOfNext > start && drawn[endOfDrawn - 1] === next[endOfNext - 1]) {
    endOfDrawn -= 1;
    endOfNext -= 1;
  }
  return { start, endOfDrawn, endOfNext };
}

function kindOf(line: string): string {
  if (line.startsWith('#')) return 'editor-line-heading';
  if (line.startsWith('>')) return 'editor-line-note';
  return line.startsWith('|') ? 'editor-line-row' : '';
}
