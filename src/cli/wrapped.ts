import { shownText, shownWidth } from '../problem/index.ts';

const columnsMax = 92;

/** Text in lines that are comfortable to read; colours in it take no room. */
export function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? `${indent}${word}` : `${line} ${word}`;
    if (line !== '' && shownWidth(plain(longer)) > columnsMax) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

// Our own colours, which take no room; everything else that a terminal would obey is made visible.
const colours = /\u001b\[\d+m/g;

function plain(text: string): string {
  return shownText(text.replace(colours, ''));
}
