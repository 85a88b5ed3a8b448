import { shownText } from '../../problem/index.ts';
import type { CheckedPages } from '../../service/index.ts';
import { checkPages } from '../../service/index.ts';
import { examplePage } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { counted, jsonText, problemJson, problemsText } from '../report.ts';
import type { Screen } from '../screen.ts';
import type { Given, Verb } from '../verb.ts';

export const check: Verb = {
  name: 'check',
  about: 'Say everything that is wrong with a page, and what to do about it',
  examples: [`outturn check ${examplePage}`, `outturn check - < ${examplePage}`],
  declare: (command) =>
    void command.argument('<PAGE...>', 'the page, its versions or their folder'),
  act: checkVerb,
};

async function checkVerb({ operands, options, screen }: Given): Promise<ExitCode> {
  const checked = await checkPages(operands);
  if (options.format === 'json') screen.show(jsonText(checkJson(checked)));
  else screen.show(checkText(checked, screen));
  const hasErrors = checked.problems.some(({ severity }) => severity === 'error');
  return hasErrors ? exitCodes.problems : exitCodes.done;
}

/** One page gives exactly these keys; only where there are several is each named. */
function checkJson({ pages, problems }: CheckedPages) {
  const { contract = null, page = null } = pages.at(-1)?.hashes ?? {};
  const isSeveral = pages.length > 1;
  const found = problems.map((problem) => {
    const { source, field: _, ...json } = problemJson(problem);
    return isSeveral ? { source, ...json } : json;
  });
  const versions = pages.map(({ name, hashes }) => ({ source: name, ...hashes }));
  return { contract, page, problems: found, ...(isSeveral && { versions }) };
}

function checkText({ pages, problems }: CheckedPages, { paint }: Screen): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  const names = pages
    .map(({ name }) => (name === '-' ? 'This page' : shownText(name)))
    .join(' and ');
  const verdict =
    counts.length === 0
      ? paint('green', `${names} ${pages.length > 1 ? 'have' : 'has'} no problems.`)
      : `${counts.join(' and ')}.${errors > 0 ? '' : ' Nothing stands in the way.'}`;
  const hashes = pages.flatMap(({ name, hashes: { contract, page } }) => [
    ...(pages.length > 1 ? [shownText(name)] : []),
    ...(contract === null ? [] : [`Terms ${contract}`]),
    ...(page === null ? [] : [`Page  ${page}`]),
  ]);
  const parts = [problemsText(problems, paint), verdict, hashes.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}
