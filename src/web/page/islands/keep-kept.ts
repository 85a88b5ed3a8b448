import type { Editor } from './editor.ts';
import { type Kept, sendDraft } from './send-draft.ts';

const said: Readonly<Record<Exclude<Kept, 'kept' | 'refused'>, string>> = {
  'signed out': 'Not kept: you are signed out. Sign in in another tab, then keep it again',
  'no answer': 'Not kept: there is no answer. Keep it again',
};

/** Keeps the text without leaving the page, and warns before one leaves what is not kept. */
export function keepKept(editor: Editor): void {
  const { form, text } = editor;
  const button = form.querySelector<HTMLButtonElement>('button[value="keep"]');
  const state = document.getElementById('editor-kept');
  if (button === null || state === null) return;
  let kept = form.parentElement?.dataset.typed === undefined ? text.value : undefined;
  let isLeaving = false;
  let isSending = false;
  const show = (words?: string) => {
    const isKept = text.value === kept;
    state.textContent = words ?? (isKept ? 'Kept' : 'Not kept: Ctrl+S keeps it');
    state.classList.toggle('editor-kept-not', !isKept);
  };
  const keep = async () => {
    // What is typed while one text is on its way is kept by the next time.
    if (isSending) return;
    isSending = true;
    const { value } = text;
    const answer = await sendDraft(editor, value);
    isSending = false;
    if (answer === 'kept') kept = value;
    if (answer !== 'refused') return show(answer === 'kept' ? undefined : said[answer]);
    isLeaving = true;
    sendWhole(form);
  };
  show();
  text.addEventListener('input', () => show());
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    isLeaving = !(submitter instanceof HTMLButtonElement) || submitter.value !== 'keep';
    if (isLeaving) return;
    event.preventDefault();
    void keep();
  });
  addEventListener('beforeunload', (event) => {
    if (!isLeaving && text.value !== kept) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}

// What is refused is sent as a whole page: that says why, and shows both texts where there are two.
function sendWhole(form: HTMLFormElement): void {
  const kind = document.createElement('input');
  Object.assign(kind, { type: 'hidden', name: 'do', value: 'keep' });
  form.append(kind);
  form.submit();
}
