/** A stretch of a line in which something is wrong; columns count from 1, the end is not in it. */
export type Mark = Readonly<{ from: number; to: number; severity: string }>;

/** The words of a line as they are drawn, with what is wrong marked and names in bold. */
export function lineMarks(line: string, marks: readonly Mark[]): readonly Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { from, to, severity } of [...marks].sort((one, other) => one.from - other.from)) {
    const start = Math.max(at, from - 1);
    const end = Math.max(start, Math.min(line.length, to - 1));
    nodes.push(...names(line.slice(at, start)));
    const marked = document.createElement('mark');
    marked.className = `editor-mark-${severity}`;
    marked.textContent = line.slice(start, end);
    nodes.push(marked);
    at = end;
  }
  nodes.push(...names(line.slice(at)));
  // An empty line is as high as one with words.
  return line === '' ? [document.createTextNode('\u200b')] : nodes;
}

function names(text: string): readonly Node[] {
  return text.split(/(\*\*[^*]+\*\*)/).map((part) => {
    if (!part.startsWith('**')) return document.createTextNode(part);
    const name = document.createElement('b');
    name.textContent = part;
    return name;
  });
}
