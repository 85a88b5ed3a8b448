import { dayNumber, dayOf, formatDate } from '../../calendar/index.ts';
import { formatMajor, formatMoney } from '../../money/index.ts';
import { shownText } from '../../problem/index.ts';
import { columnMoney, type Trial, tryPages } from '../../service/index.ts';
import { examplePage } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { counted, jsonText, problemJson, problemsText, refuse } from '../report.ts';
import type { Paint } from '../screen.ts';
import { textTable } from '../table.ts';
import type { Given, Verb } from '../verb.ts';

export const tryVerb: Verb = {
  name: 'try',
  about: 'Run the worked examples that stand on a page',
  examples: [`outturn try ${examplePage}`],
  declare: (command) =>
    void command
      .argument('<PAGE...>', 'the page, its versions or their folder')
      .option('--why', 'the reasons also where an example pays what it says'),
  act: tryExamples,
};

type Tried = Trial['results'][number];

async function tryExamples(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const tried = await tryPages(operands);
  if (!tried.ok) return refuse(given, tried.problems);
  const { results, problems } = tried.value;
  if (options.format === 'json') {
    screen.show(
      jsonText({ examples: results.map(triedJson), problems: problems.map(problemJson) }),
    );
  } else screen.show(trialText(tried.value, screen.paint, options.why === true));
  return problems.length > 0 ? exitCodes.problems : exitCodes.done;
}

function triedJson({
  title,
  passed,
  expected,
  actual,
  currency,
  lines,
  differences,
  reasons,
}: Tried) {
  const major = (units: bigint) => formatMajor(units, currency);
  const paid = lines.map(({ line, outcome, day, gross, amount }) => {
    return { line, outcome, day: dayOf(day), gross: major(gross), amount: major(amount) };
  });
  return {
    title,
    passed,
    expected: major(expected),
    actual: major(actual),
    lines: paid,
    differences,
    reasons: reasons.map((each) => each.join(' ')),
  };
}

function trialText({ results, problems }: Trial, paint: Paint, isWhy: boolean): string {
  if (results.length === 0 && problems.length === 0) {
    return 'There is no worked example on this page. Add one under "## Examples".';
  }
  const failed = results.filter(({ passed }) => !passed).length;
  const pay = failed === 1 ? 'pays' : 'pay';
  const verdict =
    failed === 0
      ? paint('green', `${counted(results.length, 'example')}: all pay what they say.`)
      : `${counted(failed, 'example')} of ${results.length} ${pay} otherwise than said.`;
  const shown = results.map((tried) => triedText(tried, paint, isWhy));
  return [...shown, problemsText(problems, paint), verdict]
    .filter((part) => part !== '')
    .join('\n\n');
}

function triedText(tried: Tried, paint: Paint, isWhy: boolean): string {
  const { title, passed, expected, actual, currency, reasons, reasonsWhy } = tried;
  const money = (units: bigint) => formatMoney({ units, currency });
  const mark = passed ? paint('green', 'pays as said') : paint('red', 'pays otherwise');
  const said = passed ? money(actual) : `${money(actual)}, and says ${money(expected)}`;
  const heading = `${paint('bold', shownText(title))}: ${mark}, ${said}`;
  const comparison = isWhy || passed ? tried.comparison : differing(tried.comparison);
  const table = comparison.length === 0 ? [] : [indented(comparisonTable(comparison, currency))];
  const shown = isWhy ? reasons : reasonsWhy;
  const why =
    passed && !isWhy
      ? []
      : shown.map((each) => indented(each.map((line) => shownText(line)).join('\n')));
  return [[heading, ...table].join('\n'), ...why].join('\n\n');
}

/** What is paid otherwise than said; all of it where the sums alone differ. */
function differing(comparison: Tried['comparison']): Tried['comparison'] {
  const wrong = comparison.filter(({ said, paid }) => said !== paid);
  return wrong.length === 0 ? comparison : wrong;
}

function comparisonTable(comparison: Tried['comparison'], currency: string): string {
  return textTable({
    columns: [
      { heading: 'day' },
      { heading: 'outcome' },
      { heading: 'says', side: 'right' },
      { heading: 'pays', side: 'right' },
    ],
    rows: comparison.map(({ day, outcome, said, paid }) => [
      formatDate(dayNumber(day)),
      outcome,
      columnMoney(said, currency),
      columnMoney(paid, currency),
    ]),
  });
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
