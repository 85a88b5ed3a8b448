/** Remembers what was unfolded in a part of a page, to unfold it in the part that replaces it. */
export function openStates(before: Element): (after: Element) => void {
  const states = new Map(
    [...before.querySelectorAll<HTMLDetailsElement>('details[data-keep]')].map((each) => [
      each.dataset.keep,
      each.open,
    ]),
  );
  return (after) => {
    for (const each of after.querySelectorAll<HTMLDetailsElement>('details[data-keep]')) {
      const was = states.get(each.dataset.keep);
      if (was !== undefined) each.open = was || each.open;
    }
  };
}
