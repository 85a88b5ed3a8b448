// The peer, in a process of its own: runs the SQL file that it is given, as it stands, where
// facts.parquet is; it ends when lines.parquet is on disk.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { peakMemoryBytes } from '../peak-memory.ts';

const [path = ''] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(readFileSync(path, 'utf8'));
connection.closeSync();
instance.closeSync();
console.log(JSON.stringify({ memoryBytesMax: peakMemoryBytes() }));
