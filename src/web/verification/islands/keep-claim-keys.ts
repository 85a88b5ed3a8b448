/**
 * Keys of what is done many times over: the element with `data-key` is pressed. Where it names a
 * field that comes first (`data-key-first`) and nothing is chosen there, that is gone to instead.
 */
export function keepClaimKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || areOff() || isTyped(event.target)) return;
    const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (found === null) return;
    event.preventDefault();
    const first = firstOf(found);
    if (first !== undefined && first.value === '') first.focus();
    else found.click();
  });
}

function firstOf({ dataset }: HTMLElement): HTMLSelectElement | undefined {
  if (dataset.keyFirst === undefined) return undefined;
  const name = CSS.escape(dataset.keyFirst);
  return document.querySelector<HTMLSelectElement>(`select[name="${name}"]`) ?? undefined;
}

// What is typed into a field stays there; so do keys where they were turned off.
function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

function areOff(): boolean {
  return document.querySelector<HTMLInputElement>('[data-keys-off]')?.checked ?? false;
}
