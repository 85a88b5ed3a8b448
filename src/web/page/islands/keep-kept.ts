import type { Editor } from './editor.ts';

type Kept = Readonly<{ revision: number }>;

/** Keeps the text without leaving the page, and warns before one leaves what is not kept. */
export function keepKept(editor: Editor): void {
  const { form, text } = editor;
  const button = form.querySelector<HTMLButtonElement>('button[value="keep"]');
  const state = document.getElementById('editor-kept');
  if (button === null || state === null) return;
  const hasTyped = form.parentElement?.dataset.typed !== undefined;
  let kept = hasTyped ? undefined : text.value;
  let isLeaving = false;
  const show = () => {
    state.textContent = text.value === kept ? 'Kept' : 'Not kept: Ctrl+S keeps it';
    state.classList.toggle('editor-kept-not', text.value !== kept);
  };
  show();
  text.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value !== 'keep') {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    const value = text.value;
    state.textContent = 'Keeping';
    void keep(editor, value).then((isKept) => {
      if (!isKept) {
        isLeaving = true;
        sendWhole(form);
        return;
      }
      kept = value;
      show();
    });
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

/** Whether the server has kept it; it says otherwise where somebody else has kept a text since. */
async function keep({ form, keeps }: Editor, value: string): Promise<boolean> {
  const revision = form.querySelector<HTMLInputElement>('input[name="revision"]');
  const csrf = form.querySelector<HTMLInputElement>('input[name="csrf"]');
  if (revision === null || csrf === null) return false;
  try {
    const answer = await fetch(keeps, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf': csrf.value },
      body: JSON.stringify({ revision: Number(revision.value), text: value }),
    });
    if (!answer.ok) return false;
    const kept: Kept = await answer.json();
    revision.value = String(kept.revision);
    return true;
  } catch {
    return false;
  }
}

// What could not be kept quietly is sent as a whole page: that says why, and shows both texts.
function sendWhole(form: HTMLFormElement): void {
  const kind = document.createElement('input');
  Object.assign(kind, { type: 'hidden', name: 'do', value: 'keep' });
  form.append(kind);
  form.submit();
}
