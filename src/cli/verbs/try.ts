import { dayOf, formatDate } from '../../calendar/index.ts';
import { formatMajor, formatMoney } from '../../money/index.ts';
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
    void command.argument('<PAGE...>', 'the page, its versions or their folder'),
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
  } else screen.show(trialText(tried.value, screen.paint));
  return problems.length > 0 ? exitCodes.problems : exitCodes.done;
}

function triedJson({ title, passed, expected, actual, currency, lines, differences }: Tried) {
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
  };
}

function trialText({ results, problems }: Trial, paint: Paint): string {
  if (results.length === 0 && problems.length === 0) {
    return 'There is no worked example on this page. Add one under "## Examples".';
  }
  const failed = results.filter(({ passed }) => !passed).length;
  const pay = failed === 1 ? 'pays' : 'pay';
  const verdict =
    failed === 0
      ? paint('green', `${counted(results.length, 'example')}: all pay what they say.`)
      : `${counted(failed, 'example')} of ${results.length} ${pay} otherwise than said.`;
  const shown = results.map((tried) => triedText(tried, paint));
  return [...shown, problemsText(problems, paint), verdict]
    .filter((part) => part !== '')
    .join('\n\n');
}

function triedText({ title, passed, expected, actual, currency, lines }: Tried, paint: Paint) {
  const money = (units: bigint) => formatMoney({ units, currency });
  const mark = passed ? paint('green', 'pays as said') : paint('red', 'pays otherwise');
  const said = passed ? money(actual) : `${money(actual)}, and says ${money(expected)}`;
  const heading = `${paint('bold', title)}: ${mark}, ${said}`;
  if (lines.length === 0) return heading;
  const table = textTable({
    columns: [
      { heading: 'day' },
      { heading: 'outcome' },
      { heading: 'number', side: 'right' },
      { heading: 'provider' },
      { heading: 'pays', side: 'right' },
    ],
    rows: lines.toSorted(byDay).map(({ day, outcome, number, provider, amount }) => {
      return [formatDate(day), outcome, String(number), provider, columnMoney(amount, currency)];
    }),
  });
  return `${heading}\n${indented(table)}`;
}

const byDay = (one: Tried['lines'][number], other: typeof one) => one.day - other.day;

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
