/** A stretch of words in one face. */
export type Run = Readonly<{ text: string; face: 'plain' | 'bold' | 'italic' | 'code' }>;

// Bold stands between two pairs of stars, italics between two single ones, what is to be typed
// between two backticks; a star beside a space is a star, and so is any mark after a backslash.
const marks =
  /`([^`]+)`|\\([\\`*_{}[\]()#+\-.!|<>~])|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=\S)(.+?)(?<=\S)\*/g;

/** The words of one line of a tidy page, with bold and italics told apart. */
export function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: all, 1: code, 2: escaped, 3: bold, 4: italic, index } of line.matchAll(marks)) {
    add(runs, { text: line.slice(at, index), face: 'plain' });
    if (code !== undefined) add(runs, { text: code, face: 'code' });
    else if (escaped !== undefined) add(runs, { text: escaped, face: 'plain' });
    else if (bold !== undefined) add(runs, { text: bold, face: 'bold' });
    else add(runs, { text: italic ?? '', face: 'italic' });
    at = index + all.length;
  }
  add(runs, { text: line.slice(at), face: 'plain' });
  return runs;
}

function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (run.text === '') return;
  if (last?.face === run.face) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}
