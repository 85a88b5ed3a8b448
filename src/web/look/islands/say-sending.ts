const shownFrom = 1_000_000;

/**
 * Says how much of a large file is on its way, and that the page is to be left open. The form is
 * sent as it would be without this; where it comes back with something to put right, that is shown.
 */
export function saySending(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) {
    form.addEventListener('submit', (event) => {
      const body = new FormData(form, event.submitter);
      const bytes = bytesIn(body);
      if (bytes < shownFrom || form.dataset.sending === 'begun') return;
      event.preventDefault();
      form.dataset.sending = 'begun';
      send(form, body);
    });
  }
}

function bytesIn(body: FormData): number {
  let bytes = 0;
  for (const value of body.values()) if (typeof value !== 'string') bytes += value.size;
  return bytes;
}

function send(form: HTMLFormElement, body: FormData): void {
  const said = sayIn(form);
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total }) => said(loaded, total));
  request.addEventListener('load', () => {
    if (request.status < 300) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    document.documentElement.replaceWith(page.documentElement);
  });
  request.addEventListener('error', () => {
    form.dataset.sending = '';
    said(0, 0);
  });
  request.open('POST', form.action);
  request.send(body);
}

/** Puts a bar under the form; it says where the sending is, or that it was broken off. */
function sayIn(form: HTMLFormElement): (loaded: number, total: number) => void {
  const place = form.querySelector('.progress') ?? form.appendChild(document.createElement('div'));
  place.className = 'progress';
  const bar = document.createElement('progress');
  const words = document.createElement('p');
  words.className = 'progress-said';
  words.setAttribute('role', 'status');
  bar.setAttribute('aria-label', 'Sending');
  place.replaceChildren(bar, words);
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  return (loaded, total) => {
    if (total === 0) {
      bar.remove();
      words.textContent = 'The connection was lost before all of it was sent. Send it again.';
      for (const button of form.querySelectorAll('button')) button.disabled = false;
      return;
    }
    bar.value = loaded;
    bar.max = total;
    words.textContent =
      loaded < total
        ? `${Math.floor((100 * loaded) / total)}% is sent. Leave this page open until it is done.`
        : 'All of it is sent, and is being stored.';
  };
}
