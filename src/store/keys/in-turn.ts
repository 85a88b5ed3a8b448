export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets a piece of work begin when the one asked for before it has ended, well or badly. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}
