import type { Answer, Visit } from '../../http/index.ts';
import { mapFile } from '../../service/facts-in/index.ts';
import { formText } from '../form-text.ts';
import { factsAddress } from './address.ts';
import { showFile } from './file-page.tsx';

/** Takes what the columns of a file mean. */
export async function takeMapping(visit: Visit): Promise<Answer> {
  const { programme = '', import: id = '' } = visit.params;
  const mapped = await visit.perform(mapFile, { programme, import: id, reading: readingIn(visit) });
  if (!mapped.ok) return showFile(visit, mapped.problems);
  return { kind: 'go', to: factsAddress(programme, 'files', id) };
}

function readingIn(visit: Visit) {
  const names = Object.keys(visit.form).filter((field) => field.startsWith('name.'));
  const asked = names.map((field) => {
    const meaning = formText(visit, field.replace('name.', 'column.'));
    return [formText(visit, field), meaning] as const;
  });
  const kind = formText(visit, 'fixed.kind');
  return {
    separator: formText(visit, 'separator'),
    columns: Object.fromEntries(asked.filter(([, meaning]) => meaning !== '')),
    kinds: Object.fromEntries(linesOf(formText(visit, 'kinds'))),
    fixed: kind === '' ? {} : { kind },
    days: formText(visit, 'days'),
  };
}

/** Lines of the form "their word = our word". */
function linesOf(text: string): readonly (readonly [string, string])[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [theirs = '', ours = ''] = line.split('=').map((part) => part.trim());
    return theirs === '' || ours === '' ? [] : [[theirs, ours] as const];
  });
}
