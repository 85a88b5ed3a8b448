/** Gives back the first text equal to this one, so that a name in a million rows is held once. */
export type Keep = (text: string) => string;

/** Names come again soon or never: a short memory finds nearly all, and stays quick. */
const keptMax = 10_000;

export function keeper(): Keep {
  const kept = new Map<string, string>();
  return (text) => {
    const first = kept.get(text);
    if (first !== undefined) return first;
    if (kept.size >= keptMax) kept.clear();
    kept.set(text, text);
    return text;
  };
}

/** The same with a memory of one: the rows of a participant mostly stand together. */
export function lastKeeper(): Keep {
  let last = '';
  return (text) => {
    if (text !== last) last = text;
    return last;
  };
}
