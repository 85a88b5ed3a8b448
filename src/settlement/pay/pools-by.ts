/** By what a pool is known: texts, numbers, or the objects of a plan themselves. */
export type PoolName = readonly unknown[];

type Branch<Pool> = Map<unknown, Branch<Pool> | Pool>;

/**
 * Finds the pool of a name, which is opened when it is first asked for. All names that a finder is
 * asked for are of one length. Each part is looked up by itself: no text is made for a line.
 */
export function poolsBy<Pool extends object>(
  open: (name: PoolName) => Pool,
): (name: PoolName) => Pool {
  const root: Branch<Pool> = new Map();
  return (name) => {
    let branch = root;
    const last = name.length - 1;
    for (let at = 0; at < last; at += 1) {
      const next = branch.get(name[at]) ?? new Map();
      branch.set(name[at], next);
      branch = next as Branch<Pool>;
    }
    const pool = branch.get(name[last]) ?? open(name);
    branch.set(name[last], pool);
    return pool as Pool;
  };
}
