import { readFileSync } from 'node:fs';

/** How many participants the terms of contract-in-line.md are made for. */
const sizeOfPage = 20_000;

/**
 * The page with a first-come limit and a volume band, at the path, for so many participants: its
 * band and its limit grow as the programme does, so that about as many years of a provider reach
 * them whatever the size.
 */
export function pageInLine(path: string, size: number): string {
  const times = size / sizeOfPage;
  const scaled = (whole: string) =>
    Math.max(1, Math.round(Number(whole.replaceAll(',', '')) * times)).toLocaleString('en-GB');
  return readFileSync(path, 'utf8')
    .replace(/(?<=\| first )[\d,]+/, scaled)
    .replace(/(?<=No more than £)[\d,]+(?= is paid to each provider)/, scaled);
}
