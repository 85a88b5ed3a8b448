import { relative } from 'node:path';
import { shownText } from '../problem/index.ts';
import { columnMoney, type Demo, unitsOf, wordsOfDays } from '../service/index.ts';
import type { Paint } from './screen.ts';
import { statementSumsText } from './statement-text.ts';
import { answerText } from './why-text.ts';
import { wrapped } from './wrapped.ts';

/** What `npm start` shows: a page, what it pays beside what was published, one line's reasons. */
export function demoText(demo: Demo, paint: Paint): string {
  const { result, page, statement, ask } = demo;
  const place = shownPlace(statement);
  const answer = ask(place);
  return [
    ...pageText(demo, paint),
    paint('bold', `What it pays, ${wordsOfDays(result)}`),
    '',
    statementSumsText(statement, result),
    '',
    ...comparisonText(demo, paint),
    paint('bold', `Why line ${place} of the statement is what it is`),
    '',
    ...(answer === undefined ? [] : [answerText(answer, paint), '']),
    ...nextText(demo, paint),
    paint('soft', `Terms ${page.hashes.contract ?? ''}`),
  ].join('\n');
}

/** The line that is explained: the dearest, which most people would ask about first. */
export function shownPlace({ lines }: Demo['statement']): number {
  let shown = lines[0];
  for (const line of lines) {
    if (shown === undefined || unitsOf(line.gross) > unitsOf(shown.gross)) shown = line;
  }
  return shown?.place ?? 1;
}

function pageText({ page, opening, facts, example }: Demo, paint: Paint): string[] {
  const { title, outcomes, examples } = page.read.contract;
  const lines = page.text.split('\n').length;
  return [
    paint('bold', shownText(title)),
    ...wrapped(shownText(opening)),
    '',
    ...wrapped(
      `This page has ${lines} lines, ${outcomes.outcomes.length} outcomes and ${examples.length} ` +
        `worked examples. It is ${pathOf(example.page)}, and its ` +
        `${facts.toLocaleString('en-GB')} facts about invented people add up to what was ` +
        'published.',
    ),
    '',
  ];
}

function comparisonText({ result, settings }: Demo, paint: Paint): string[] {
  const { published } = settings;
  const ours = unitsOf(result.total);
  const money = (units: bigint) => columnMoney(units, result.currency);
  if (published === null) return [`Nothing was published to compare ${money(ours)} with.`, ''];
  const theirs = unitsOf(published.amount);
  const width = Math.max(money(ours).length, money(theirs).length);
  const verdict =
    ours === theirs
      ? paint('green', 'They agree to the penny.')
      : paint('yellow', `They differ by ${money(ours - theirs)}.`);
  const proof = {
    independent: 'The rules were read elsewhere than the money, so that this is a proof of them.',
    arithmetic: 'Volumes and money come from one table, so that this proves the sum and no more.',
  }[published.proof];
  return [
    `  Worked out here  ${money(ours).padStart(width)}`,
    `  Published        ${money(theirs).padStart(width)}`,
    ...wrapped(`${verdict} ${proof}`),
    ...wrapped(shownText(`Source (${published.certainty}): ${published.source}.`)),
    '',
  ];
}

function nextText({ example, settings }: Demo, paint: Paint): string[] {
  const { asAt, knownAt } = settings;
  const [page, facts] = [pathOf(example.page), pathOf(example.facts)];
  const days = `--as-at ${asAt}${knownAt === asAt ? '' : ` --known-at ${knownAt}`}`;
  return [
    paint('bold', 'What to type next'),
    '',
    `  npx outturn show ${page}`,
    `  npx outturn try ${page}`,
    `  npx outturn statement ${page} --facts ${facts} ${days} --out statement.pdf`,
    '  npx outturn new mine.md          and then: npx outturn check mine.md',
    '',
  ];
}

function pathOf(path: string): string {
  return shownText(relative(process.cwd(), path) || path);
}
