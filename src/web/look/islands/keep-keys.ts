import { areKeysOff, turnKeys } from './are-keys-off.ts';

const secondWithin = 1200;

/** Keys: "?" shows them, "g" and a letter go to a place. They can be turned off where shown. */
export function keepKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys');
  const off = dialog?.querySelector<HTMLInputElement>('[data-keys-off]');
  if (dialog === null || off === null || off === undefined) return;
  off.checked = areKeysOff();
  off.addEventListener('change', () => turnKeys(off.checked ? 'off' : 'on'));
  let goAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', (event) => {
    if (off.checked || isElsewhere(event) || dialog.open) return;
    if (event.key === '?') dialog.showModal();
    else if (event.timeStamp - goAt < secondWithin) goTo(event.key);
    goAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
  });
}

function isElsewhere({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return true;
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

function goTo(letter: string): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-letter]');
  const found = [...links].find((link) => link.dataset.letter === letter);
  found?.click();
}
