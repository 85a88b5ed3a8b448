import type { Range } from '../page/source.ts';
import { complaintOfWords } from '../wording/text-places.ts';
import { complain, type Reader } from './reader.ts';

/** Whether text that is printed as it stands says on every code host what it says here. */
export function checkWords(
  reader: Pick<Reader, 'source' | 'problems'>,
  at: Range,
  text: string,
): boolean {
  const complaint = complaintOfWords(text);
  if (complaint) complain(reader, at, complaint);
  return complaint === undefined;
}
