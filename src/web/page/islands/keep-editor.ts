import { replacePart } from '../../look/islands/replace-part.ts';
import { type Editor, openEditor } from './editor.ts';
import { keepKept } from './keep-kept.ts';
import { keepLists } from './keep-lists.ts';
import { keepSentences } from './keep-sentences.ts';
import { goToProblem, markProblems } from './mark-problems.ts';
import { openStates } from './open-states.ts';

const quietFor = 250;

/** The editor of a page: numbered lines, checked as one types, kept without leaving the page. */
export function keepEditor(): void {
  const editor = openEditor();
  if (editor === undefined) return;
  keepChecked(editor);
  keepKept(editor);
  keepLists(editor);
  keepSentences(editor);
}

function keepChecked(editor: Editor): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  markProblems(editor);
  editor.text.addEventListener('input', () => {
    editor.draw();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asking.abort();
      asking = new AbortController();
      void check(editor, asking.signal);
    }, quietFor);
  });
  editor.checked.addEventListener('click', (event) => goToProblem(editor, event));
}

// An answer that does not come leaves what stands: the button checks it again in any case.
async function check(editor: Editor, signal: AbortSignal): Promise<void> {
  const { form, checked, said, address } = editor;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  checked.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(`${address}/check`, { method: 'POST', body, signal });
    // Who is signed out meanwhile is led elsewhere, which is no answer to this.
    if (answer.ok && !answer.redirected) {
      const wereOpen = openStates(checked);
      replacePart(checked, await answer.text());
      wereOpen(checked);
      markProblems(editor);
      const verdict = checked.querySelector('#editor-verdict')?.textContent ?? '';
      for (const place of [said, document.getElementById('editor-found')]) {
        if (place !== null) place.textContent = verdict;
      }
    }
    checked.removeAttribute('aria-busy');
  } catch {
    if (!signal.aborted) checked.removeAttribute('aria-busy');
  }
}
