/** Puts a part of a page, as our own server sent it, in place of what an element holds. */
export function replacePart(region: Element, html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  region.replaceChildren(...parsed.body.childNodes);
}
