import { join, resolve } from 'node:path';

/** Who runs the program, as far as the place of the data goes. */
export type DataOwner = Readonly<{ isRoot: boolean; home: string }>;

/** Where everything is kept that the service is told; never inside the project. */
export function dataFolder(env: Readonly<{ OUTTURN_DATA?: string }>, owner: DataOwner): string {
  const said = env.OUTTURN_DATA ?? '';
  if (said !== '') return resolve(said);
  return owner.isRoot ? '/var/lib/outturn' : join(owner.home, '.local/share/outturn');
}
