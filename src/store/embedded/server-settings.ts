import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { type Listener, listenSettings } from './listener.ts';

/** Tests alone may do without what saves the data from a power cut; killed, it loses nothing. */
export type Durability = 'safe' | 'fast_and_lost_with_the_power';

const mebibyte = 2 ** 20;

/** What a server is started with; the files of its data hold no setting of ours. */
export function serverSettings(
  listener: Listener,
  durability: Durability,
): Readonly<Record<string, string>> {
  const isFast = durability !== 'safe';
  return {
    ...listenSettings(listener),
    ...logSettings,
    ...(isFast ? { fsync: 'off', full_page_writes: 'off' } : {}),
    max_connections: isFast ? '400' : '200',
    shared_buffers: `${sharedMebibytes()}MB`,
    max_wal_size: '2GB',
    max_logical_replication_workers: '0',
    timezone: 'UTC',
    jit: 'off',
    ...(hasSharedMemory() ? {} : { dynamic_shared_memory_type: 'mmap' }),
  };
}

// The log says what the server does and nothing that anybody asked it or stored in it: it holds no
// personal data, and does not grow with use.
const logSettings = {
  logging_collector: 'off',
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  checkpoint_warning: '0',
  lc_messages: 'C',
} as const;

// A sixteenth of what this machine, or the container that we are in, has.
function sharedMebibytes(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.round(Math.min(512, Math.max(128, memory / mebibyte / 16)));
}

// Containers have little of it as a rule, and large questions asked in parallel want more.
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 512 * mebibyte;
  } catch {
    return process.platform !== 'linux';
  }
}
