import { getCurrency } from '../../money/index.ts';
import { buys, unit } from '../forms/opening.ts';
import type { Block } from '../page/blocks.ts';
import type { Range } from '../page/source.ts';
import { type Token, textOf, tokensOf } from '../page/tokens.ts';
import { notForPayKinds, payableKinds } from '../reserved-kinds.ts';
import { type Form, findTerm, type Term } from '../wording/form.ts';
import { eachMatch } from '../wording/match.ts';
import { type Names, nameTable } from '../wording/names.ts';
import { cellText } from './cell-text.ts';
import type { Draft } from './draft.ts';
import type { Reader } from './reader.ts';
import { sentenceWordsMax } from './sentence.ts';

/**
 * Gathers the names that a page declares, so that a sentence may use a name that is declared
 * further down, and a name used twice or badly can be told from one that is not there.
 */
export function declaredNames(draft: Draft, { source }: Pick<Reader, 'source'>): Names {
  const { text } = source;
  const opening = openingTerms(draft.opening, text);
  const kinds = firstCells(draft.sections.get('facts'), text).flatMap(({ text: cell, shape }) =>
    /^levels/i.test(shape) ? levelNames(cell) : [cell],
  );
  const scores = firstCells(draft.sections.get('facts'), text)
    .filter(({ shape }) => /^score/i.test(shape))
    .map(({ text: cell }) => cell);
  const outcomes = namesInBold(draft.sections.get('outcomes'), text);
  const measures = namesInBold(draft.sections.get('measures'), text);
  return {
    currency: getCurrency(String(findTerm(opening, buys)?.currency ?? 'GBP')),
    unit: findTerm(opening, unit)?.unit ?? 'person',
    kinds: nameTable([...payableKinds, ...kinds.filter(Boolean)]),
    scores: nameTable(scores.filter(Boolean)),
    notForPay: nameTable(notForPayKinds),
    outcomes: nameTable(outcomes),
    measures: nameTable(measures),
    lines: nameTable([...outcomes, ...measures]),
    groups: nameTable(
      firstCells(draft.sections.get('people'), text)
        .map((cell) => cell.text)
        .filter(Boolean),
    ),
    rows: nameTable(rowNames(draft.sections.get('outcomes'), text)),
    periods: nameTable(
      firstCells(draft.sections.get('clock'), text)
        .map((cell) => cell.text)
        .filter(Boolean),
    ),
  };
}

const noNames = nameTable([]);

/** The two sentences of the opening that later words depend on, read without any names. */
function openingTerms(blocks: readonly Block[], text: string): Term[] {
  const names: Names = {
    currency: getCurrency('GBP'),
    unit: 'person',
    kinds: noNames,
    scores: noNames,
    notForPay: noNames,
    outcomes: noNames,
    measures: noNames,
    lines: noNames,
    groups: noNames,
    rows: noNames,
    periods: noNames,
  };
  const found: Term[] = [];
  for (const range of blocks.flatMap((block) => sentencesOf(block, text))) {
    const tokens = tokensOf(text, range).filter((token, at, all) => !isFullStop(token, at, all));
    const forms: readonly Form[] = tokens.length > sentenceWordsMax ? [] : [buys, unit];
    for (const form of forms) {
      eachMatch(form, { reading: { text, tokens, names }, at: 0, isLenient: false }, (match) => {
        if (match.end !== tokens.length) return false;
        found.push(match.term);
        return true;
      });
    }
  }
  return found;
}

function isFullStop(token: Token, at: number, all: readonly Token[]): boolean {
  return token.text === '.' && at === all.length - 1;
}

/**
 * The sentences of a paragraph: each ends with a full stop at the end of a line, or before a space
 * and a capital, unless the stop is that of an initial, as in U.S.
 */
export function sentencesOf(range: Range, text: string): Range[] {
  const tokens = tokensOf(text, range);
  const sentences: Range[] = [];
  let first = 0;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const space = text.slice(token.to, next?.from);
    if (next && !isEnd(token, { before: tokens[at - 1], space, next })) return;
    const start = tokens[first];
    if (start) sentences.push({ from: start.from, to: token.to });
    first = at + 1;
  });
  return sentences;
}

type Around = Readonly<{ before: Token | undefined; space: string; next: Token }>;

function isEnd(token: Token, { before, space, next }: Around): boolean {
  if (token.text !== '.') return false;
  const isInitial = /(^|\.)\p{Lu}$/u.test(before?.text ?? '');
  return space.includes('\n') || (/^\p{Lu}/u.test(next.text) && !isInitial);
}

type FirstCell = Readonly<{ text: string; shape: string }>;

function firstCells(blocks: readonly Block[] | undefined, text: string): FirstCell[] {
  return (blocks ?? []).flatMap((block) =>
    block.is === 'table'
      ? block.rows.map((row) => ({
          text: cellText(row.cells[0], text),
          shape: cellText(row.cells[1], text),
        }))
      : [],
  );
}

/** The names in a cell of levels, which commas set off; a comma inside a number does not. */
export function levelNames(cell: string): string[] {
  return cell.split(/\s*(?:(?<!\d),|,(?!\d))\s*/);
}

/** Names in bold at the start of a row or an item. */
function namesInBold(blocks: readonly Block[] | undefined, text: string): string[] {
  const starts = (blocks ?? []).flatMap((block) => {
    if (block.is === 'table') return block.rows.map((row) => row.cells[0] ?? row);
    return block.is === 'item' ? [block] : [];
  });
  return starts.flatMap((range) => {
    const bold = boldName(tokensOf(text, range), text);
    return bold === undefined ? [] : [bold.name];
  });
}

/** A name in bold at the start, and what comes after it. */
export function boldName(
  tokens: readonly Token[],
  text: string,
): Readonly<{ name: string; end: number }> | undefined {
  if (tokens[0]?.text !== '**') return undefined;
  const close = tokens.findIndex((token, at) => at > 0 && token.text === '**');
  if (close < 2) return undefined;
  return { name: textOf(text, tokens.slice(1, close)), end: close + 1 };
}

/** Names in italics at the start of a row of the rate card. */
function rowNames(blocks: readonly Block[] | undefined, text: string): string[] {
  return (blocks ?? []).flatMap((block) => {
    if (block.is !== 'table') return [];
    return block.rows.flatMap((row) => italicName(cellText(row.cells[0], text)) ?? []);
  });
}

export function italicName(cell: string): string | undefined {
  return /^\*([^*]+)\*$/.exec(cell)?.[1];
}
