import { areKeysOff } from '../../look/islands/are-keys-off.ts';

/**
 * Keys of what is done many times over: the element with `data-key` is pressed. Where it names a
 * field that comes first (`data-key-first`) and nothing is chosen there, that is gone to instead:
 * there the return key presses it, and escape goes back.
 */
export function keepClaimKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || areKeysOff()) return;
    if (event.target instanceof HTMLSelectElement) return inField(event, event.target);
    if (isTyped(event.target)) return;
    const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (found === null) return;
    event.preventDefault();
    const first = firstOf(found);
    if (first !== undefined && first.value === '') first.focus();
    else found.click();
  });
}

function inField(event: KeyboardEvent, field: HTMLSelectElement): void {
  const name = CSS.escape(field.name);
  const pressed = document.querySelector<HTMLElement>(`[data-key-first="${name}"]`);
  if (pressed === null) return;
  if (event.key === 'Escape') field.blur();
  if (event.key !== 'Enter' || field.value === '') return;
  event.preventDefault();
  pressed.click();
}

function firstOf({ dataset }: HTMLElement): HTMLSelectElement | undefined {
  if (dataset.keyFirst === undefined) return undefined;
  const name = CSS.escape(dataset.keyFirst);
  return document.querySelector<HTMLSelectElement>(`select[name="${name}"]`) ?? undefined;
}

// What is typed into a field stays there.
function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
