import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRules } from '../../../test/support/page-rules.ts';
import { byParticipant, columns, type FactSet } from '../../facts/index.ts';
import { readFactColumns, readFactSource } from '../fact-files/read-fact-source.ts';
import { readFacts } from '../fact-files/read-facts.ts';
import { readParquetColumns } from '../fact-files/read-parquet.ts';
import { quotedText } from './column-query.ts';
import type { FromPart } from './part-messages.ts';
import type { PartThreads } from './part-threads.ts';
import type { ColumnFacts } from './read-columns.ts';
import { partThread } from './read-part.ts';

let folder = '';
let connection: DuckDBConnection;
let close = (): void => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outturn-columns-'));
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  close = () => {
    connection.closeSync();
    instance.closeSync();
  };
});

afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

type Cells = Readonly<Partial<Record<(typeof columns)[number], string | undefined>>>;

let written = 0;

/** Writes rows to a file of their own, days as DATE if all of them are, everything else as text. */
async function write(rows: readonly Cells[], dated = false): Promise<string> {
  const path = join(folder, `${++written}.parquet`);
  const names = columns.filter((name) => rows.some((row) => row[name] !== undefined));
  const values = rows.map((row) => `(${names.map((name) => cellOf(row[name])).join(', ')})`);
  const typed = names.map((name) => {
    const isDay = ['day', 'from', 'to', 'known'].includes(name);
    return `cast("${name}" as ${dated && isDay ? 'date' : 'varchar'}) as "${name}"`;
  });
  const header = names.map((name) => `"${name}"`).join(', ');
  await connection.run(
    `copy (select ${typed.join(', ')} from (values ${values.join(', ')}) rows(${header}))
      to '${path}' (format parquet)`,
  );
  return path;
}

function cellOf(text: string | undefined): string {
  return text === undefined ? 'null' : quotedText(text);
}

function readByColumn(path: string, kinds?: ReadonlySet<string>): Promise<ColumnFacts | undefined> {
  return readParquetColumns([path], { rules: pageRules, ...(kinds && { kinds }) });
}

/** Reads as several threads do, of which each is given plain data, but on the one at hand. */
function readInTwo(path: string, kinds?: ReadonlySet<string>): Promise<ColumnFacts | undefined> {
  const asked = { rules: pageRules, ...(kinds && { kinds }), threads: 2, open: partsHere };
  return readParquetColumns([path], asked);
}

function partsHere(count: number): PartThreads {
  const parts = Array.from({ length: count }, () => partThread(() => undefined));
  return {
    stop: new Int32Array(1),
    askEach: async (messages) => {
      const answers: FromPart[] = [];
      for (const [at, message] of messages.entries()) {
        const answer = await parts[at]?.(structuredClone(message));
        if (answer === undefined || answer.is === 'refused') return undefined;
        answers.push(structuredClone(answer));
      }
      return answers;
    },
    close: async () => undefined,
  };
}

function parted(set: FactSet) {
  const { participants, others } = byParticipant(set.facts);
  return { participants, others };
}

function all({ source }: ColumnFacts) {
  const participants = Array.from({ length: source.participantCount }, (_, index) =>
    source.participantAt(index),
  );
  return { participants, others: source.others };
}

const attached = {
  kind: 'attached',
  provider: 'Bright Futures',
  group: 'leaving',
  day: '2027-05-04',
};

/** One row in order, of every shape. */
const rowInOrder: fc.Arbitrary<Cells> = fc.oneof(
  fc.constantFrom('2027-06-01', '2027-07-09').map((day) => ({ kind: 'referred', day })),
  fc.record({
    kind: fc.constant('in settled housing'),
    from: fc.constantFrom('2027-05-10', '2027-08-01'),
    to: fc.constantFrom('2027-08-01', '2027-09-30'),
    source: fc.constantFrom('housing team', undefined),
    state: fc.constantFrom('claimed', 'verified', undefined),
  }),
  fc.constant({ kind: 'in settled housing', from: '2027-05-10', known: '2027-06-01' }),
  fc.constantFrom('12', '12.50', '0').map((value) => ({ kind: 'goals', day: '2027-07-01', value })),
  fc.constant({ kind: 'first contact', day: '2027-05-05', with: 'area=Leeds;stage=2' }),
);

/** What may be wrong with a cell, or only unlike the others. */
const spoiled: fc.Arbitrary<Cells> = fc.oneof(
  fc.constantFrom('housing', '', ' in settled housing').map((kind) => ({ kind })),
  fc.constantFrom('2027-02-30', '1.5.2027', '', '2090-01-01', '1850-01-01').map((day) => ({ day })),
  fc.constantFrom('2027-05-01', '1999-01-01', 'soon').map((known) => ({ known })),
  fc.constantFrom('nobody', 'housing  team', '').map((source) => ({ source })),
  fc.constantFrom('area', 'Area=Leeds', 'aera=Leeds').map((characteristics) => ({
    with: characteristics,
  })),
  fc.constantFrom('P1 ', 'p1', 'Zoë', 'Zoe\u0308', '', 'P|1').map((participant) => ({
    participant,
  })),
  fc.constantFrom('r0', '=1+1', '', 'a'.repeat(201), '7', 'r-00000000000007').map((id) => ({ id })),
  fc.constantFrom('r0', 'r1', 'r2', 'nowhere', '').map((replaces) => ({ replaces })),
  fc.record({ kind: fc.constant('withdrawn'), replaces: fc.constantFrom('r0', 'r1', 'r3') }),
  fc.constant(attached),
  fc.constant({ kind: 'left', day: '2027-12-01' }),
  fc.constant({ kind: 'left', day: '2027-01-01', provider: 'Bright Futures' }),
  fc.constantFrom('9', '-1', '3/2', 'many').map((value) => ({ value })),
);

const table = fc
  .array(
    fc.record({
      person: fc.constantFrom('P1', 'P2', 'P-003'),
      cells: rowInOrder,
      spoiled: fc.option(spoiled, { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ person, cells, spoiled: other }, at): Cells => {
      return { id: `r${at}`, participant: person, ...cells, ...other };
    }),
  );

describe('Parquet by column', () => {
  test('facts are those of the rows, and where it gives none the rows have problems', async () => {
    let inOrder = 0;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const path = await write(rows);
        const [byColumn, byRow] = [await readByColumn(path), await readFacts([path], pageRules)];
        const inTwo = await readInTwo(path);
        expect(inTwo && all(inTwo)).toEqual(byColumn && all(byColumn));
        expect(inTwo?.rows).toBe(byColumn?.rows);
        if (byColumn === undefined) {
          expect(byRow.problems).not.toEqual([]);
          return;
        }
        inOrder += 1;
        expect(byRow.problems).toEqual([]);
        expect(all(byColumn)).toEqual(parted(byRow));
        expect(byColumn.rows).toBe(byRow.rows);
      }),
      { numRuns: 45 },
    );
    expect(inOrder).toBeGreaterThan(5);
  });

  test('references may be long, names many, and days dates or texts', async () => {
    const uuid = (at: number) => `0f8fad5b-d9cb-469f-a165-${String(at).padStart(12, 'b')}`;
    const rows = Array.from({ length: 300 }, (_, at): Cells => {
      const provider = `A provider of services ${at}`;
      const participant = `${uuid(at % 50)}${at % 2 === 0 ? 'c' : ''}`;
      // So many stems are more than one byte numbers, but not in half of the rows.
      const id = at % 3 === 0 ? uuid(at) : `${at.toString(16).padStart(4, '0')}-${uuid(0)}`;
      return { ...attached, id, participant, provider };
    });
    for (const dated of [true, false]) {
      const path = await write(rows, dated);
      const byColumn = await readByColumn(path);
      expect(byColumn && all(byColumn)).toEqual(parted(await readFacts([path], pageRules)));
      const inTwo = await readInTwo(path);
      expect(inTwo && all(inTwo)).toEqual(byColumn && all(byColumn));
    }
  });

  test('rows of kinds not wanted are left out, unless they correct or are corrected', async () => {
    const rows: Cells[] = [
      { id: 'a', participant: 'P1', ...attached },
      { id: 'b', participant: 'P1', kind: 'first contact', day: '2027-05-05' },
      { id: 'c', participant: 'P1', kind: 'refused', day: '2027-05-06' },
      { id: 'd', participant: 'P1', kind: 'goals', day: '2027-06-06', value: '1', replaces: 'e' },
      {
        id: 'e',
        participant: 'P1',
        kind: 'in settled housing',
        from: '2027-06-06',
        to: '2027-06-07',
      },
      { id: 'f', participant: 'P2', kind: 'refused', day: '2027-06-06' },
    ];
    const path = await write(rows, true);
    for (const readAll of [readByColumn, readInTwo]) {
      const read = await readAll(path, new Set(['goals']));
      const kept = read && all(read).participants.map(({ facts }) => facts.map(({ id }) => id));
      expect(kept).toEqual([['a', 'd', 'e']]);
      expect(read?.rows).toBe(6);
    }
  });

  test('names of rows that are left out are like others, as they are by row', async () => {
    const named = (wanted: string, passedOver: string): Cells[] => [
      { id: 'a', participant: wanted, ...attached },
      { id: 'b', participant: passedOver, kind: 'refused', day: '2027-05-05' },
    ];
    const goals = new Set(['goals']);
    const hex = 'aaaaaaaa-aaaa-aaaa-aaaa-bbbbbbbbbbbb';
    for (const [wanted, passedOver] of [
      ['R-00000001', 'r-00000001'],
      ['Ann', 'ann'],
      [hex, hex.toUpperCase()],
    ] as const) {
      const path = await write(named(wanted, passedOver));
      expect(await readByColumn(path, goals)).toBeUndefined();
      expect(await readInTwo(path, goals)).toBeUndefined();
      const { problems } = await readFacts([path], pageRules);
      expect(problems.map(({ code }) => code)).toEqual(['fact.names_alike']);
    }
    const many = Array.from({ length: 600 }, (_, at): Cells => {
      const participant = `${at.toString(16).padStart(4, '0')}-${hex}`;
      return at % 2 === 0
        ? { id: `F${at}`, participant, ...attached }
        : { id: `F${at}`, participant, kind: 'refused', day: '2027-05-05' };
    });
    const path = await write(many);
    expect((await readByColumn(path, goals))?.source.participantCount).toBe(300);
    expect((await readInTwo(path, goals))?.source.participantCount).toBe(300);
  });

  test('several files are read on threads as on one', async () => {
    const rows = Array.from({ length: 90 }, (_, at): Cells => {
      const replaces = at % 7 === 3 ? { replaces: `F-${at - 1}` } : {};
      const day = `2027-06-${String(1 + (at % 28)).padStart(2, '0')}`;
      const participant = `P-${(at * 5) % 3}`;
      return { id: `F-${at}`, participant, kind: 'goals', day, value: `${at}`, ...replaces };
    });
    const mine = rows.map((row, at) => {
      const replaced = rows[at - 1]?.participant;
      return row.replaces === undefined ? row : { ...row, participant: replaced };
    });
    const paths = [await write(mine.slice(0, 20)), await write(mine.slice(20))];
    const whole = await readFactColumns(paths, pageRules, {});
    const told: number[] = [];
    const onProgress = ({ rows: read }: { rows: number }) => told.push(read);
    const inParts = { threads: 3, partedBytes: 0 };
    const inThree = await readFactColumns(paths, pageRules, { ...inParts, onProgress });
    expect(whole?.rows).toBe(90);
    expect(inThree && all(inThree)).toEqual(whole && all(whole));
    expect(told.at(-1)).toBe(90);
    const again = await write([{ ...rows[0], participant: 'P-9' }]);
    expect(await readFactColumns([...paths, again], pageRules, inParts)).toBeUndefined();
    // One thread finds something at once; the others are far from having read all, and stop.
    const long = join(folder, 'long.parquet');
    await connection.run(
      `copy (select 'L' || i as id, 'goals' as kind, 'P-' || i as participant,
          if(i = 7, 'soon', '2027-06-01') as day, '1' as value
        from range(200000) all_rows(i)) to '${long}' (format parquet)`,
    );
    expect(await readFactColumns([long], pageRules, inParts)).toBeUndefined();
  });

  test('rows of more participants than are near each other are put in their places', async () => {
    const path = join(folder, 'many.parquet');
    await connection.run(
      `copy (select 'F-' || i as id, 'goals' as kind, 'P-' || lpad((i * 7919 % 20000)::varchar, 5, '0')
          as participant, '2027-06-0' || (1 + i % 9) as day, (i % 50)::varchar as value,
          if(i >= 20000 and i % 33 = 0, 'F-' || (i - 20000), null) as replaces
        from range(44000) all_rows(i)) to '${path}' (format parquet)`,
    );
    const [whole, inTwo] = [await readByColumn(path), await readInTwo(path)];
    expect(whole?.source.participantCount).toBe(20_000);
    expect(inTwo && all(inTwo)).toEqual(whole && all(whole));
    const replacing = inTwo && all(inTwo).participants.flatMap(({ facts }) => facts);
    expect(replacing?.filter(({ replaces }) => replaces !== undefined).length).toBe(727);
  });

  test('several files are one set, by column or, where there is a problem, by row', async () => {
    const one = await write([{ id: 'a', participant: 'P1', ...attached }]);
    const two = await write([{ id: 'b', participant: 'P2', ...attached }]);
    const told: number[] = [];
    const onProgress = ({ rows }: { rows: number }) => told.push(rows);
    const whole = await readFactSource([one, two], pageRules, { onProgress });
    expect([whole.source.participantCount, whole.rows, whole.problems]).toEqual([2, 2, []]);
    expect(told.at(-1)).toBe(2);
    const again = await write([{ id: 'a', participant: 'P3', ...attached }]);
    const twice = await readFactSource([one, again], pageRules, { setAside: true });
    expect(twice.problems.map(({ code }) => code)).toEqual(['fact.id_twice']);
    expect(twice.source.participantCount).toBe(0);
  });

  test('a file that is passed over stands in the way of nothing', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    const path = await write([{ id: 'a', participant: 'P1', ...attached }]);
    copyFileSync(path, join(inner, 'facts.parquet'));
    writeFileSync(join(inner, 'readme.md'), 'About these facts.');
    const { problems, source } = await readFactSource([inner], pageRules);
    expect(problems.map(({ code }) => code)).toEqual(['facts.file_passed_over']);
    expect(source.participantAt(0).participant).toBe('P1');
  });
});
