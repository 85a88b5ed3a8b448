import type { Editor } from './editor.ts';
import { insert } from './keep-lists.ts';

const quietFor = 200;

/** Finds sentences beside the text, and puts one where the cursor is. */
export function keepSentences({ text }: Editor): void {
  const form = document.querySelector<HTMLFormElement>('form[data-sentences]');
  const shown = document.getElementById('sentences');
  const find = form?.querySelector<HTMLInputElement>('input[name="find"]');
  if (!form || !shown || !find) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const ask = () => {
    asking.abort();
    asking = new AbortController();
    void show(shown, find.value.trim(), asking.signal);
  };
  find.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, quietFor);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  shown.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-insert]') : null;
    if (button instanceof HTMLElement) useSentence(text, button.dataset.insert ?? '');
  });
}

async function show(shown: HTMLElement, find: string, signal: AbortSignal): Promise<void> {
  if (find === '') {
    shown.replaceChildren();
    return;
  }
  try {
    const answer = await fetch(`/sentences?find=${encodeURIComponent(find)}`, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.getElementById('sentences-found');
    shown.replaceChildren(...(found?.childNodes ?? []));
    for (const button of shown.querySelectorAll<HTMLElement>('[data-insert]')) {
      button.hidden = false;
    }
  } catch {
    // The button sends the question as a page of its own.
  }
}

/** A sentence goes on a line of its own, as an item of a list unless it is part of a table. */
function useSentence(text: HTMLTextAreaElement, sentence: string): void {
  const at = text.selectionStart;
  const start = text.value.lastIndexOf('\n', at - 1) + 1;
  const line = text.value.slice(start, at);
  const words = line === '- ' || line.startsWith('|') ? sentence : `- ${sentence}`;
  insert(text, line === '' || line === '- ' || line.startsWith('|') ? words : `\n${words}`);
}
