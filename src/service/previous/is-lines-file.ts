/** Whether a file holds the lines of a settlement by column, and not its result. */
export function isLinesFile(path: string): boolean {
  return path.toLowerCase().endsWith('.parquet');
}
