import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const bytesMax = 1_000_000;
const tailBytesMax = 65_536;

/** The log, open for the server to add to. */
export type ServerLog = Readonly<{
  descriptor: number;
  /** What was written to it since it was opened; nothing once it is closed. */
  said: () => string;
  close: () => void;
}>;

/** Opens the log; one that has grown is put aside first, and the one put aside before is lost. */
export function openServerLog(path: string): ServerLog {
  const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (before > bytesMax) renameSync(path, `${path}.before`);
  const start = before > bytesMax ? 0 : before;
  const descriptor = openSync(path, 'a+', 0o600);
  let isOpen = true;
  const close = () => {
    isOpen = false;
    closeSync(descriptor);
  };
  return { descriptor, said: () => (isOpen ? readFrom(descriptor, start) : ''), close };
}

/** What the server gave as its reason, in one line: the last of what ended it, else the last. */
export function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.at(-1);
  if (reason === undefined) return 'it says nothing';
  const bare = reason.replace(/^.*?\b(FATAL|PANIC|LOG|error|initdb: error):\s+/, '');
  return bare.trim().replace(/\.$/, '');
}

function readFrom(descriptor: number, start: number): string {
  const buffer = Buffer.alloc(tailBytesMax);
  const size = readSync(descriptor, buffer, 0, tailBytesMax, start);
  return buffer.toString('utf8', 0, size);
}
