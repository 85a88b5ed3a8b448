import { expect, test } from 'vitest';
import { columnNumber } from './columns.ts';
import { cellLayout, findRows, openText, rowCells, takeRow } from './row-cells.ts';
import { hashOf, slotOf } from './text-hash.ts';
import { addCell, addText, findCell, notMet, textMemory } from './text-memory.ts';

const id = columnNumber('id');

/** A row of one cell, found as in a file. */
function cellOf(text: string) {
  const cells = rowCells();
  openText(cells, `${text}\n`);
  findRows(cells, cellLayout([id]), 0);
  takeRow(cells);
  return cells;
}

function colliding(count: number): readonly string[] {
  const found: string[] = [];
  for (let number = 0; found.length < count; number += 1) {
    if (slotOf(hashOf(`r${number}`), 4096) === 7) found.push(`r${number}`);
  }
  return found;
}

test('every text has one number, and is found where it stands', () => {
  const memory = textMemory<string>();
  const texts = Array.from({ length: 5000 }, (_, number) => `text ${number * 7}`);
  const numbers = texts.map((text) => addText(memory, text, text.toUpperCase()));
  expect(new Set(numbers).size).toBe(texts.length);
  for (const [at, text] of texts.entries()) {
    expect(findCell(memory, cellOf(text), id)).toBe(numbers[at]);
    expect(addText(memory, text, 'again')).toBe(numbers[at]);
    expect(memory.meanings[numbers[at] as number]).toBe(text.toUpperCase());
  }
  expect(findCell(memory, cellOf('text'), id)).toBe(notMet);
});

test('texts made to fall together keep their numbers, also as more of them come', () => {
  const memory = textMemory<number>();
  const texts = colliding(300);
  for (const [at, text] of texts.entries()) {
    expect(findCell(memory, cellOf(text), id)).toBe(notMet);
    expect(addCell(memory, cellOf(text), { column: id, meaning: at })).toBe(at);
    const seen = texts.slice(0, at + 1);
    expect(seen.map((each) => findCell(memory, cellOf(each), id))).toEqual(seen.map((_, n) => n));
    expect(addText(memory, text, -1)).toBe(at);
  }
  expect(memory.texts).toEqual(texts);
  expect(memory.others.size).toBeGreaterThan(0);
});
