import type { JSX } from 'preact';
import { linesBetween } from './lines-between.ts';

export type WordsBetweenProps = Readonly<{
  was: string;
  now: string;
  /** Which of the two is read. */
  side: 'was' | 'now';
}>;

/** One of two sentences, with the words marked that the other does not have. */
export function WordsBetween({ was, now, side }: WordsBetweenProps): JSX.Element {
  const without = side === 'was' ? 'added' : 'taken';
  const words = linesBetween(asLines(was), asLines(now)).filter(({ is }) => is !== without);
  const runs: { isSame: boolean; words: string[] }[] = [];
  for (const { is, text } of words) {
    const last = runs.at(-1);
    if (last?.isSame === (is === 'same')) last.words.push(text);
    else runs.push({ isSame: is === 'same', words: [text] });
  }
  return (
    <>
      {runs.map((run, at) => {
        const said = run.words.join(' ');
        const key = `${at}`;
        const mark = side === 'was' ? <del key={key}>{said}</del> : <ins key={key}>{said}</ins>;
        return [at > 0 ? ' ' : '', run.isSame ? said : mark];
      })}
    </>
  );
}

function asLines(sentence: string): string {
  return sentence === '' ? '' : `${sentence.split(' ').join('\n')}\n`;
}
