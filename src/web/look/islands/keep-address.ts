/**
 * A page that came of a form takes the address of the page on which the form stood. Without this
 * the browser asks, on the way back to it, whether to send the form again.
 */
export function keepAddress(): void {
  const { referrer } = document;
  if (document.querySelector('main[data-answer]') === null || referrer === '') return;
  if (new URL(referrer).origin === location.origin) history.replaceState(null, '', referrer);
}
