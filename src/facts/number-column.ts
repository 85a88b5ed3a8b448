/**
 * A column of whole numbers, none below 0, of which 0 stands for an empty cell. It is as narrow as
 * the greatest of them allows, and holds nothing while nothing has been put into it.
 */
export type NumberColumn = {
  values: Uint8Array | Uint16Array | Int32Array;
  /** The greatest number that has room in these values. */
  most: number;
  /** The room that is made at the first number, where it is known how many rows will come. */
  readonly rowsExpected: number;
};

const rowsFirst = 256;

/** The most that each width holds; columns grow wider, never narrower. */
const byteMost = 0xff;
const pairMost = 0xffff;
export const wideMost = 0x7fffffff;

export function numberColumn(rowsExpected: number = rowsFirst): NumberColumn {
  return { values: new Uint8Array(0), most: byteMost, rowsExpected };
}

/** Puts a number into a row, in place of what was there. */
export function putNumber(column: NumberColumn, row: number, value: number): void {
  if (row >= column.values.length || value > column.most) {
    if (value === 0 && row >= column.values.length) return;
    makeRoom(column, row, value);
  }
  column.values[row] = value;
}

/** Some of a list of numbers, by their places in it, and room to put them side by side. */
export type Chosen = Readonly<{ places: Int32Array; count: number; room: Int32Array }>;

/**
 * Puts the chosen of some numbers into this row and those after it, which hold none; and something
 * more with each, if that is said.
 */
export function putChosen(
  column: NumberColumn,
  row: number,
  { cells, places, count, room, more = 0 }: Chosen & Readonly<{ cells: Int32Array; more?: number }>,
): void {
  let bits = 0;
  for (let at = 0; at < count; at += 1) {
    const cell = (cells[places[at] as number] as number) + more;
    room[at] = cell;
    bits |= cell;
  }
  if (bits === 0) return;
  const last = row + count - 1;
  if (last >= column.values.length || bits > column.most) {
    // What has room in advance and was never written to is not copied.
    column.values = column.values.subarray(0, row);
    makeRoom(column, last, bits);
  }
  // Columns are of three widths, which a loop of ours would have to tell apart for each number.
  column.values.set(room.subarray(0, count), row);
}

/** Puts so many numbers into a row, which holds none, and those after it. */
export function putSeveral(
  column: NumberColumn,
  row: number,
  { cells, count }: Readonly<{ cells: Int32Array; count: number }>,
): void {
  let bits = 0;
  for (let at = 0; at < count; at += 1) bits |= cells[at] as number;
  if (bits === 0) return;
  const last = row + count - 1;
  if (last >= column.values.length || bits > column.most) makeRoom(column, last, bits);
  // Columns are of three widths, which a loop of ours would have to tell apart for each number.
  column.values.set(cells.subarray(0, count), row);
}

/** Puts one number into so many rows from one on, which hold none. */
export function putAlike(
  column: NumberColumn,
  row: number,
  { count, value }: Readonly<{ count: number; value: number }>,
): void {
  if (count === 0) return;
  putNumber(column, row + count - 1, value);
  column.values.fill(value, row, row + count);
}

/** The number in a row; 0 where it has none. */
export function numberIn({ values }: NumberColumn, row: number): number {
  return row < values.length ? (values[row] as number) : 0;
}

/** The numbers of so many rows, for a loop over all of them. */
export function numbersOf({ values, most }: NumberColumn, rows: number): NumberColumn['values'] {
  if (values.length >= rows) return values;
  const all = emptyValues(most, rows);
  all.set(values);
  return all;
}

/** The same, which may be written to, with room for numbers up to this one. */
export function numbersFor(
  column: NumberColumn,
  rows: number,
  greatest: number,
): NumberColumn['values'] {
  const isRoomy = rows <= column.values.length && greatest <= column.most;
  if (rows > 0 && !isRoomy) makeRoom(column, rows - 1, greatest);
  return column.values;
}

/** Empties a column. */
export function clearColumn(column: NumberColumn): void {
  column.values = new Uint8Array(0);
  column.most = byteMost;
}

/** Whether nothing was ever put into a column. */
export function isBare({ values }: NumberColumn): boolean {
  return values.length === 0;
}

function makeRoom(column: NumberColumn, row: number, value: number): void {
  const { values, rowsExpected } = column;
  if (value > column.most) column.most = value > pairMost ? wideMost : pairMost;
  const grown = row < values.length ? values.length : Math.max(2 * values.length, row + 1);
  const wider = emptyValues(column.most, Math.max(grown, rowsExpected, rowsFirst));
  wider.set(values);
  column.values = wider;
}

function emptyValues(most: number, length: number): NumberColumn['values'] {
  if (most === byteMost) return new Uint8Array(length);
  return most === pairMost ? new Uint16Array(length) : new Int32Array(length);
}

/** An empty column that several threads may fill at once, with room for numbers up to one. */
export function sharedColumn(most: number, rows: number): NumberColumn {
  const column = numberColumn(0);
  if (most === 0) return column;
  column.most = mostFor(most);
  column.values = sharedValues(column.most, rows);
  return column;
}

function mostFor(value: number): number {
  if (value <= byteMost) return byteMost;
  return value <= pairMost ? pairMost : wideMost;
}

function sharedValues(most: number, length: number): NumberColumn['values'] {
  if (most === byteMost) return new Uint8Array(new SharedArrayBuffer(length));
  if (most === pairMost) return new Uint16Array(new SharedArrayBuffer(2 * length));
  return new Int32Array(new SharedArrayBuffer(4 * length));
}

/** Places for rows among those of another column, and the row that is placed first. */
export type Placing = Readonly<{ places: Int32Array; first: number }>;

/**
 * Copies each row to the place given for it in another column, which is wide enough: from one on to
 * the last, and then those before it.
 */
export function placeRows(
  { values }: NumberColumn,
  { places, first }: Placing,
  target: NumberColumn,
): void {
  const placed = target.values;
  const filled = Math.min(values.length, places.length);
  const begin = Math.min(first, filled);
  for (let row = begin; row < filled; row += 1) {
    placed[places[row] as number] = values[row] as number;
  }
  for (let row = 0; row < begin; row += 1) placed[places[row] as number] = values[row] as number;
}

/** Moves each of so many rows to the place given for it; there is one place for each. */
export function moveRows(column: NumberColumn, places: Int32Array): void {
  if (!isBare(column)) moveInto(column, places, emptyValues(column.most, places.length));
}

/** Where columns stood that were moved since, by the greatest number that they have room for. */
export type RoomLeft = Map<number, NumberColumn['values']>;

/** The same, to where another such column stood: what is new must first be made empty. */
export function moveRowsOn(column: NumberColumn, places: Int32Array, left: RoomLeft): void {
  if (isBare(column)) return;
  const { values, most } = column;
  const known = left.get(most)?.subarray(0, places.length);
  const isRoomy = known !== undefined && known.length === places.length;
  moveInto(column, places, isRoomy ? known : emptyValues(most, places.length));
  left.set(most, values);
}

function moveInto(column: NumberColumn, places: Int32Array, moved: NumberColumn['values']): void {
  const { values } = column;
  const filled = Math.min(values.length, places.length);
  for (let row = 0; row < filled; row += 1) moved[places[row] as number] = values[row] as number;
  for (let row = filled; row < places.length; row += 1) moved[places[row] as number] = 0;
  column.values = moved;
}

/**
 * The rows from one to before another, as a column of their own; of memory that threads share, in
 * that memory, as whoever is given them sees it anyway.
 */
export function cutRows(column: NumberColumn, { from, to }: Cut): NumberColumn {
  const cut = numberColumn(0);
  const { values } = column;
  const isShared = values.buffer instanceof SharedArrayBuffer;
  cut.values = isShared ? values.subarray(from, to) : values.slice(from, to);
  cut.most = column.most;
  return cut;
}

/** The rows of a column in another order, as a column of their own. */
export function takeRows({ values, most }: NumberColumn, rows: Int32Array): NumberColumn {
  const taken = numberColumn(0);
  taken.most = most;
  if (values.length === 0) return taken;
  taken.values = emptyValues(most, rows.length);
  for (let at = 0; at < rows.length; at += 1) taken.values[at] = values[rows[at] as number] ?? 0;
  return taken;
}

/** Some rows of a column: the first of them, and the first after them. */
export type Cut = Readonly<{ from: number; to: number }>;
