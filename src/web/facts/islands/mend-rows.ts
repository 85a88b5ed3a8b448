import { readCsv, writeCsv } from './csv.ts';

const rowsMost = 50;

/**
 * Lets the rows at fault be mended where they are shown: a row of fields for each, which are sent
 * as the file of mended rows that would otherwise be made by hand. Of many the file is taken.
 */
export function mendRows(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-mends]')) void offer(place);
}

async function offer(place: HTMLElement): Promise<void> {
  const form = place.closest('form');
  const field = form?.querySelector<HTMLInputElement>('input[type=file]');
  if (!form || !field) return;
  const rows = await rowsAt(place.dataset.mends ?? '');
  const [columns, ...faulty] = rows;
  if (columns === undefined || faulty.length === 0 || faulty.length > rowsMost) return;
  const shown = columns.filter((column, at) => column !== 'note' && isUsed(faulty, at));
  for (const row of faulty) place.append(fieldsOf(row, { columns, shown }));
  form.addEventListener('submit', () => {
    if ((field.files?.length ?? 0) > 0) return;
    const mended = new DataTransfer();
    const text = writeCsv([columns, ...[...place.children].map((row) => cellsOf(row, columns))]);
    mended.items.add(new File([text], 'mended.csv', { type: 'text/csv' }));
    field.files = mended.files;
  });
}

async function rowsAt(address: string): Promise<readonly (readonly string[])[]> {
  try {
    const answer = await fetch(address);
    return answer.ok && !answer.redirected ? readCsv(await answer.text()) : [];
  } catch {
    return [];
  }
}

function isUsed(rows: readonly (readonly string[])[], at: number): boolean {
  return rows.some((row) => (row[at] ?? '') !== '');
}

type Columns = Readonly<{ columns: readonly string[]; shown: readonly string[] }>;

/** A row as fields, those that are hidden kept with it, and what is wrong above them. */
function fieldsOf(row: readonly string[], { columns, shown }: Columns): HTMLElement {
  const group = document.createElement('fieldset');
  group.className = 'mend-row';
  const legend = document.createElement('legend');
  const note = row[columns.indexOf('note')] ?? '';
  legend.textContent = note;
  group.append(legend);
  for (const [at, column] of columns.entries()) {
    const value = column === 'note' ? '' : (row[at] ?? '');
    group.dataset[keyOf(column)] = value;
    if (!shown.includes(column)) continue;
    group.append(inputOf({ column, value, isWrong: note.includes(`${column}:`) }));
  }
  return group;
}

type Cell = Readonly<{ column: string; value: string; isWrong: boolean }>;

function inputOf({ column, value, isWrong }: Cell): HTMLElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  const name = document.createElement('span');
  name.textContent = column;
  input.className = 'input';
  input.value = value;
  input.dataset.column = column;
  if (isWrong) input.setAttribute('aria-invalid', 'true');
  label.append(name, input);
  return label;
}

function cellsOf(row: Element, columns: readonly string[]): readonly string[] {
  const { dataset } = row as HTMLElement;
  return columns.map((column) => {
    const input = row.querySelector<HTMLInputElement>(`input[data-column="${column}"]`);
    return input?.value ?? dataset[keyOf(column)] ?? '';
  });
}

// Names of columns are words, and could be names of something else.
function keyOf(column: string): string {
  return `cell${column.charAt(0).toUpperCase()}${column.slice(1)}`;
}
