import { getRow, type Tx } from './tx.ts';

/** What a database holds, as far as the start of the service must know. */
export type Contents = Readonly<{
  /** Whether nothing has ever been done in it. */
  isUntouched: boolean;
  /** Whether something lies in it that can be read with keys alone. */
  hasSealed: boolean;
}>;

/** What the database holds. For the service itself alone: everybody else sees their own. */
export async function readContents(tx: Tx): Promise<Contents> {
  return getRow<Contents>(
    tx,
    `select not exists (select from record) as "isUntouched",
      exists (select from participant) or exists (select from person) as "hasSealed"`,
  );
}
