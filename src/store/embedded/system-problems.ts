import type { Problem, Result } from '../../problem/index.ts';
import { databaseUserRefused, dataFolderFull, dataFolderNotWritable } from './problems.ts';

const full = new Set(['ENOSPC', 'EDQUOT']);
const refused = new Set([
  'EACCES',
  'ENOENT',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENAMETOOLONG',
  'ELOOP',
  'EINVAL',
  'EIO',
  'ENOSYS',
]);

/** Does work among files, and gives what the machine refuses as a problem. The rest is a fault. */
export async function withSystemProblems<T>(
  folder: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const problem = problemOf(error, folder);
    if (problem === undefined) throw error;
    return { ok: false, problems: [problem] };
  }
}

function problemOf(error: unknown, folder: string): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  if ('syscall' in error && error.syscall === 'chown') return databaseUserRefused(code);
  const path = 'path' in error ? String(error.path) : folder;
  if (full.has(code)) return dataFolderFull(folder);
  return refused.has(code) ? dataFolderNotWritable(path, code) : undefined;
}
