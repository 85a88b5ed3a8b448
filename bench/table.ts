import type { Row } from './row.ts';

const headings = ['what', 'ours', 'peer', 'ratio', 'memory', 'wanted'];

/** Rows side by side with those of their peers: a ratio of 0.5 is half the time of the peer. */
export function table(rows: readonly Row[]): string {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  const lines = cells.map((line) =>
    line.map((cell, at) => pad(cell, { width: widths[at] ?? 0, isFirst: at === 0 })).join('  '),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

function cellsOf(row: Row): string[] {
  const { what, oursMilliseconds, peer, memoryBytesMax } = row;
  const ratio = ratioOf(row);
  return [
    what,
    duration(oursMilliseconds),
    peer === undefined ? '' : `${duration(peer.milliseconds)} ${peer.name}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    [memoryBytesMax, peer?.memoryBytesMax].flatMap((bytes) => mebibytes(bytes)).join(' / '),
    wanted(row),
  ];
}

function ratioOf({ oursMilliseconds, peer }: Row): number | undefined {
  return peer && oursMilliseconds / peer.milliseconds;
}

function wanted(row: Row): string {
  const { target, oursMilliseconds } = row;
  if (target === undefined) return '';
  const isOfTime = 'millisecondsMost' in target;
  const most = isOfTime ? target.millisecondsMost : target.ratioMost;
  const found = isOfTime ? oursMilliseconds : (ratioOf(row) ?? Number.POSITIVE_INFINITY);
  const text = isOfTime ? duration(most) : most.toFixed(2);
  return `${text}, ${found <= most ? 'reached' : 'missed'}`;
}

function mebibytes(bytes: number | undefined): string[] {
  return bytes === undefined ? [] : [`${Math.round(bytes / 2 ** 20)} MiB`];
}

function pad(cell: string, { width, isFirst }: { width: number; isFirst: boolean }): string {
  return isFirst ? cell.padEnd(width) : cell.padStart(width);
}

function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return milliseconds >= 1
    ? `${milliseconds.toFixed(1)} ms`
    : `${(milliseconds * 1000).toFixed(1)} µs`;
}
