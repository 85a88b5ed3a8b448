const oneMinute = 60_000;

/**
 * Keeps a log from being flooded by what befalls every request alike: of each kind the first is
 * told, and one a minute from then on with how many there were in between.
 */
export function tellSeldom(now: () => number = Date.now): (kind: string) => number | undefined {
  const told = new Map<string, { at: number; since: number }>();
  return (kind) => {
    const before = told.get(kind);
    const at = now();
    if (before !== undefined && at - before.at < oneMinute) {
      before.since += 1;
      return undefined;
    }
    told.set(kind, { at, since: 0 });
    return before?.since ?? 0;
  };
}
