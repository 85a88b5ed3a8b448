import type { Problem, Result } from '../../../problem/index.ts';
import type { Import } from '../../../store/facts/index.ts';
import { seal, unseal } from '../../../store/keys/index.ts';
import type { Service } from '../../act/index.ts';
import { isKey } from '../fact-keys.ts';
import { fileGone } from './problems.ts';

type Keys = Pick<Service, 'keys'>;

/**
 * What stood against a file, sealed under the file's own key: a problem may show what stood in a
 * cell, and is to be unreadable with it.
 */
export async function sealProblems(
  { keys }: Keys,
  { id, upload }: Pick<Import, 'id' | 'upload'>,
  problems: readonly Problem[],
): Promise<Result<Uint8Array>> {
  const found = await keys.personKeys([upload]);
  if (!found.ok) return found;
  const key = found.value.get(upload);
  if (!isKey(key)) return { ok: false, problems: [fileGone()] };
  return { ok: true, value: seal(key, Buffer.from(JSON.stringify(problems)), `problems/${id}`) };
}

/** What stood against a file, as long as it can be read. */
export async function problemsOf(
  { keys }: Keys,
  { id, upload, found }: Pick<Import, 'id' | 'upload' | 'found'>,
): Promise<Result<readonly Problem[]>> {
  if (found === null) return { ok: true, value: [] };
  const keyed = await keys.personKeys([upload]);
  if (!keyed.ok) return keyed;
  const key = keyed.value.get(upload);
  if (!isKey(key)) return { ok: true, value: [] };
  const plain = unseal(key, found, `problems/${id}`);
  if (!plain.ok) return plain;
  return { ok: true, value: JSON.parse(Buffer.from(plain.value).toString('utf8')) as Problem[] };
}

/** The lines of a refused file at which something is wrong. */
export async function linesAtFault(keys: Keys, found: Import): Promise<Result<Set<number>>> {
  const problems = await problemsOf(keys, found);
  if (!problems.ok) return problems;
  const lines = problems.value.map(({ at }) => at.line);
  return { ok: true, value: new Set(lines.filter((line) => line > 0)) };
}
