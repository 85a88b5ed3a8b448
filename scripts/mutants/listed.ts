// Holds docs/mutants.md against what survived. A mutant is known there by its file and by what was
// made of what; its line is only shown, so that code above it may grow.

/** One change that was made to the code. */
export type Mutant = Readonly<{
  file: string;
  line: number;
  was: string;
  became: string;
  fate: 'killed' | 'survived';
}>;

type Position = Readonly<{ line: number; column: number }>;

type Report = Readonly<{
  files: Readonly<
    Record<
      string,
      Readonly<{
        source: string;
        mutants: readonly Readonly<{
          status: string;
          replacement?: string;
          location: Readonly<{ start: Position; end: Position }>;
        }>[];
      }>
    >
  >;
}>;

/** The mutants of a report of Stryker, without those that are no use to try. */
export function mutantsOf(text: string): Mutant[] {
  const { files }: Report = JSON.parse(text);
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.flatMap(({ status, replacement = '', location }): Mutant[] => {
      if (status === 'Ignored') return [];
      const fate = ['Killed', 'Timeout'].includes(status) ? 'killed' : 'survived';
      const was = shortened(textAt(source, location));
      return [{ file, line: location.start.line, was, became: shortened(replacement), fate }];
    }),
  );
}

type Asked = Readonly<{ folder: string; survivors: readonly Mutant[] }>;

/** What survived and is not listed, ready to be put in, and what is listed and did not survive. */
export function listedIn(text: string, { folder, survivors }: Asked) {
  const left = new Map<string, Mutant[]>();
  for (const each of survivors) left.set(keyOf(each), [...(left.get(keyOf(each)) ?? []), each]);
  const gone = listLines(text).filter(({ key, file }) => {
    if (file.slice(0, file.lastIndexOf('/')) !== folder) return false;
    return left.get(key)?.shift() === undefined;
  });
  const unlisted = [...left.values()].flat().map(lineOf);
  return { unlisted, gone: gone.map(({ line }) => line) };
}

/** The page with the lines on which the survivors stand today. */
export function withLines(text: string, survivors: readonly Mutant[]): string {
  const left = new Map<string, Mutant[]>();
  for (const each of survivors) left.set(keyOf(each), [...(left.get(keyOf(each)) ?? []), each]);
  const lines = text.split('\n').map((line) => {
    const mutant = left.get(parsedLine(line)?.key ?? '')?.shift();
    return mutant === undefined ? line : lineOf(mutant);
  });
  return lines.join('\n');
}

function lineOf({ file, line, was, became }: Mutant): string {
  return `- ${file}:${line} \`${was}\` → \`${became}\``;
}

function keyOf({ file, was, became }: Omit<Mutant, 'line' | 'fate'>): string {
  return `${file} \`${was}\` → \`${became}\``;
}

function listLines(text: string) {
  return text.split('\n').flatMap((line) => parsedLine(line) ?? []);
}

function parsedLine(line: string) {
  const [, file, rest] = /^- (\S+):\d+ (`.*)$/.exec(line) ?? [];
  return file === undefined ? undefined : { file, key: `${file} ${rest}`, line };
}

function textAt(source: string, { start, end }: Readonly<{ start: Position; end: Position }>) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((line, at) => (at === last ? line.slice(0, end.column - 1) : line));
  return cut.map((line, at) => (at === 0 ? line.slice(start.column - 1) : line)).join(' ');
}

const charactersMax = 70;

function shortened(text: string): string {
  const line = text.replaceAll('`', "'").replace(/\s+/g, ' ').trim();
  return line.length <= charactersMax ? line : `${line.slice(0, charactersMax - 1)}…`;
}
