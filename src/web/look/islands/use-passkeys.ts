import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Asks the browser for a passkey where a page wants one, and sends its form with the answer. */
export function usePasskeys(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = place.querySelector('form');
    if (form !== null) askIn(place, form);
  }
}

function askIn(place: HTMLElement, form: HTMLFormElement): void {
  const said = place.querySelector('.passkey-said');
  const answer = form.querySelector<HTMLInputElement>('input[name=response]');
  const isNew = place.dataset.passkey === 'create';
  if (answer === null) return;
  const ask = async () => {
    try {
      const options = JSON.parse(place.dataset.passkeyOptions ?? '');
      const response = isNew
        ? await startRegistration({ optionsJSON: options })
        : await startAuthentication({ optionsJSON: options });
      answer.value = JSON.stringify(response);
      form.submit();
    } catch {
      if (said !== null) said.textContent = 'No passkey was used. Try once more, or go back.';
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  // A new one is named first; one that is there is asked for at once.
  if (!isNew) void ask();
}
