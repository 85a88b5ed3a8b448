import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held so far. Linux says so of the program itself, while
 * `getrusage` also counts what the process that started it held until then.
 */
export function peakMemoryBytes(): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  } catch {
    // Not on this system.
  }
  return process.resourceUsage().maxRSS * 1024;
}
