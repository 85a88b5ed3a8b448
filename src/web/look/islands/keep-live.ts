import { replacePart } from './replace-part.ts';

const quietFor = 350;

/** Checks what is typed into a form that asks for it, when the typing rests. */
export function keepLive(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) {
    const region = document.getElementById(form.dataset.liveRegion ?? '');
    const address = form.dataset.live;
    if (region !== null && address !== undefined) keepChecked({ form, region, address });
  }
}

type Checked = Readonly<{ form: HTMLFormElement; region: HTMLElement; address: string }>;

function keepChecked(checked: Checked): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  checked.region.setAttribute('aria-live', 'polite');
  checked.form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asking.abort();
      asking = new AbortController();
      void ask(checked, asking.signal);
    }, quietFor);
  });
}

// An answer that does not come leaves what stands: sending the form checks it again in any case.
async function ask({ form, region, address }: Checked, signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  region.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { method: 'POST', body, signal });
    if (answer.ok) replacePart(region, await answer.text());
    region.removeAttribute('aria-busy');
  } catch {
    if (!signal.aborted) region.removeAttribute('aria-busy');
  }
}
