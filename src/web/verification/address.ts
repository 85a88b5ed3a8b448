/** Where facts of a programme are verified. */
export function verificationAddress(programme: string, rest = ''): string {
  return `/programmes/${programme}/verification${rest}`;
}
