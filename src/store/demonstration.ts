import { change, findRow, type Tx } from './tx.ts';

/** That the data are a demonstration: dated around which day, and whether all of it is there. */
export type Demonstration = Readonly<{ day: string; isWhole: boolean }>;

/** The demonstration that the data are, if they are one. For the service itself alone. */
export async function findDemonstration(tx: Tx): Promise<Demonstration | undefined> {
  return findRow<Demonstration>(tx, 'select day, is_whole as "isWhole" from demonstration');
}

/** Says before anything else that what follows is a demonstration. */
export async function beginDemonstration(tx: Tx, day: string): Promise<void> {
  await change(tx, 'insert into demonstration (day, is_whole) values ($1, false)', [day]);
}

/** Says that all of it is there. */
export async function endDemonstration(tx: Tx): Promise<void> {
  await change(tx, 'update demonstration set is_whole = true');
}
