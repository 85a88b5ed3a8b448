// Runs what a thread runs as it is written, where nothing has been built: in tests and scripts.
import { register } from 'tsx/esm/api';

register();
await import('./checking-worker.ts');
