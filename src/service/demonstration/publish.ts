import { beginProgramme, compareVersion, publishPage, putForward } from '../programmes/index.ts';
import type { Stage } from './stage.ts';

const [writer, publisher] = ['ruth@northshire.example', 'tom@northshire.example'] as const;

/** Begins a programme with a page, and publishes it by a second person. Gives the programme. */
export async function publish(
  { act }: Stage,
  { name, text }: Readonly<{ name: string; text: string }>,
): Promise<string> {
  const { programme, revision } = await act(writer, beginProgramme, { name, text });
  const put = await act(writer, putForward, { programme, revision });
  const which = { programme, number: put.number };
  const { difference } = await act(publisher, compareVersion, which);
  const shown = difference === undefined ? {} : { shown: difference.hash };
  await act(publisher, publishPage, { ...which, pageHash: put.pageHash, ...shown });
  return programme;
}
