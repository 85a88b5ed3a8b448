import { findProgramme, type Tx } from '../../store/index.ts';

/**
 * The name of a file about a programme: its neutral name, what it is and the day, so that a folder
 * of downloads tells nobody more.
 */
export async function fileName(
  tx: Tx,
  { programme, what, ending }: Readonly<{ programme: string; what: string; ending: string }>,
): Promise<string> {
  const found = await findProgramme(tx, programme);
  const name = (found?.neutralName ?? 'programme')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${name === '' ? 'programme' : name}-${what}.${ending}`;
}
