/** The longest name that stands in an address, every character of it in nine. */
export const partLengthMax = 1800;

/**
 * The address of a request, or, where it cannot be read, one at which nothing is: so that it is
 * answered in our words and with our headers, and not in those of what looks addresses up.
 */
export function readableAddress({ url = '/' }: Readonly<{ url?: string | undefined }>): string {
  const [path = ''] = url.split('?', 1);
  const isShort = path.split('/').every(({ length }) => length <= partLengthMax);
  if (isShort && isDecodable(path)) return url;
  return path.startsWith('/api/') ? '/api/unreadable' : '/unreadable';
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
