import type { Editor } from './editor.ts';

/** A new line after an item of a list begins the next item; after an empty one it ends the list. */
export function keepLists({ text }: Editor): void {
  text.addEventListener('keydown', (event) => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (event.key !== 'Enter' || !isPlain || text.selectionStart !== text.selectionEnd) return;
    const at = text.selectionStart;
    const start = text.value.lastIndexOf('\n', at - 1) + 1;
    const line = text.value.slice(start, at);
    const mark = /^(- |> )/.exec(line)?.[0];
    if (mark === undefined) return;
    event.preventDefault();
    if (line === mark) {
      text.setSelectionRange(start, at);
      insert(text, '\n');
    } else insert(text, `\n${mark}`);
  });
}

/** Puts words where the cursor is, so that they can be undone. */
export function insert(text: HTMLTextAreaElement, words: string): void {
  text.focus({ preventScroll: true });
  // No other way lets the browser undo it.
  if (!document.execCommand('insertText', false, words)) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
