// Reads the CSV named second in the manner named first, in a process of its own, and prints what
// that took: ours with every check and every fact kept; the peers cells only, which they throw away.
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { type FactRules, factRules, type KindRule } from '../../src/facts/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { peakMemoryBytes } from '../peak-memory.ts';

/** How long the reading took, the most memory that the process held, and the rows that it found. */
export type Reading = Readonly<{ milliseconds: number; memoryBytesMax: number; rows: number }>;

const manners: Readonly<Record<string, (path: string) => Promise<number>>> = {
  ours: readAsFacts,
  papaparse: readByPapaparse,
  duckdb: readByDuckDb,
};

const [, , manner = '', path = ''] = process.argv;
const startedAt = performance.now();
const rows = await manners[manner]?.(path);
const milliseconds = performance.now() - startedAt;
console.log(JSON.stringify({ milliseconds, memoryBytesMax: peakMemoryBytes(), rows }));

async function readAsFacts(source: string): Promise<number> {
  const { facts, problems } = await readFacts([source], rules());
  if (problems.length > 0) throw new Error(problems[0]?.message);
  return facts.length;
}

async function readByPapaparse(source: string): Promise<number> {
  let count = 0;
  const step = () => {
    count += 1;
  };
  Papa.parse<string[]>(await readFile(source, 'latin1'), { delimiter: ',', newline: '\n', step });
  return count;
}

/** Every column is read as text and looked at, on two threads. */
async function readByDuckDb(source: string): Promise<number> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const table = `create table facts as select * from read_csv($1, header = true, all_varchar = true)`;
  await connection.run(table, [source]);
  const counted = await connection.runAndReadAll('select count(*)::integer from facts');
  return Number(counted.getRows()[0]?.[0]);
}

function rules(): FactRules {
  const spell = (name: string, sources: readonly string[] = []): KindRule => ({
    name,
    shape: 'spell',
    value: 'none',
    sources,
    about: 'participant',
    notForPay: false,
  });
  const goals: KindRule = { ...spell('goals'), shape: 'score', value: 'required' };
  const times = ['in work', 'benefit', 'training', 'contact'].map((name) => spell(name));
  const groups = Array.from({ length: 9 }, (_, at) => `group ${at + 1}`);
  return factRules({
    kinds: [spell('in settled housing', ['housing team']), goals, ...times],
    groups: ['leaving', ...groups],
  });
}
