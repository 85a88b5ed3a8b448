const offKey = 'keys';
const secondWithin = 1200;

/** Keys: "?" shows them, "g" and a letter go to a place. They can be turned off where shown. */
export function keepKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys');
  const off = dialog?.querySelector<HTMLInputElement>('[data-keys-off]');
  if (dialog === null || off === null || off === undefined) return;
  off.checked = areOff();
  off.addEventListener('change', () => keepOff(off.checked));
  let goAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', (event) => {
    if (off.checked || isElsewhere(event) || dialog.open) return;
    if (event.key === '?') dialog.showModal();
    else if (event.timeStamp - goAt < secondWithin) goTo(event.key);
    goAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
  });
}

// A browser may keep nothing for us; the keys are then on again on the next page.
function areOff(): boolean {
  try {
    return localStorage.getItem(offKey) === 'off';
  } catch {
    return false;
  }
}

function keepOff(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(offKey, 'off');
    else localStorage.removeItem(offKey);
  } catch {}
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
