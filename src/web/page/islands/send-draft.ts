import type { Editor } from './editor.ts';

/** What became of a text: refused means that the server has something to say of it. */
export type Kept = 'kept' | 'refused' | 'signed out' | 'no answer';

/** Sends a text to be kept, also for whoever has signed in anew in the meantime. */
export async function sendDraft(editor: Editor, value: string): Promise<Kept> {
  try {
    const answer = await put(editor, value);
    if (answer.status !== 403) return await read(editor, answer);
    return (await takeMark(editor)) ? await read(editor, await put(editor, value)) : 'signed out';
  } catch {
    return 'no answer';
  }
}

function put({ form, keeps }: Editor, text: string): Promise<Response> {
  const revision = Number(hidden(form, 'revision')?.value);
  return fetch(keeps, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'x-csrf': hidden(form, 'csrf')?.value ?? '',
    },
    body: JSON.stringify({ revision, text }),
  });
}

async function read({ form }: Editor, answer: Response): Promise<Kept> {
  if (answer.status === 401 || answer.status === 403) return 'signed out';
  if (!answer.ok) return answer.status < 500 ? 'refused' : 'no answer';
  const { revision }: { revision: number } = await answer.json();
  const field = hidden(form, 'revision');
  if (field !== null) field.value = String(revision);
  return 'kept';
}

// Whoever signs in anew in another tab is given another mark for their forms.
async function takeMark({ form, address }: Editor): Promise<boolean> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [own, fresh] = [hidden(form, 'csrf'), hidden(page, 'csrf')];
  if (own === null || fresh === null || own.value === fresh.value) return false;
  own.value = fresh.value;
  return true;
}

function hidden(within: ParentNode, name: string): HTMLInputElement | null {
  return within.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}
