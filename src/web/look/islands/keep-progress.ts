const askedEvery = 1500;

/** Asks again and again how far a piece of work is, and shows the page anew when it is done. */
export function keepProgress(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    void follow(element);
  }
}

async function follow(element: HTMLElement): Promise<void> {
  let current = element;
  while (current.dataset.progress !== undefined) {
    await rest();
    const next = await ask(current.id);
    if (next === undefined) continue;
    if (next.dataset.progress === undefined) return location.reload();
    current.replaceWith(next);
    current = next;
  }
}

function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, askedEvery);
  });
}

// The same page is asked for, and of it only the work's own part is taken.
async function ask(id: string): Promise<HTMLElement | undefined> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.getElementById(id) ?? page.body;
  } catch {
    return undefined;
  }
}
