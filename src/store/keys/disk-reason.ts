const reasons: Readonly<Record<string, string>> = {
  EACCES: 'the service may not read or write there',
  EPERM: 'the service may not read or write there',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the share of the disk is full',
  ENOENT: 'it is not there',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer',
};

/** Why the disk could not do it, in words; whatever is no such error is thrown again. */
export function getDiskReason(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) throw error;
  return reasons[String(error.code)] ?? `the computer says ${String(error.code)}`;
}
