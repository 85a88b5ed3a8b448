const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read or written there',
  EPERM: 'it may not be read or written there',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the share of the disk is full',
  ENOENT: 'it or its folder is not there',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk does not answer',
  ENXIO: 'it is no ordinary file',
};

/** Why a file could not be read or written, in words; `undefined` where it is no such error. */
export function findFileReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return reasons[String(error.code)] ?? `the computer says ${String(error.code)}`;
}

/** As `findFileReason`; whatever is no such error is a fault and is thrown again. */
export function getFileReason(error: unknown): string {
  const reason = findFileReason(error);
  if (reason === undefined) throw error;
  return reason;
}
