import type { ComponentChildren } from 'preact';
import { type Answer, statusOf, type Visit } from '../http/index.ts';
import type { Problem } from '../problem/index.ts';
import { inputEmpty } from '../service/access/index.ts';
import { frameOf } from './frame-of.ts';
import { Heading, Layout, type Link, Notice, renderPage, TimeZone } from './look/index.ts';
import { VisitContext } from './visit-context.ts';

/** What a screen says of its page beside what stands on it. */
export type Shown = Readonly<{
  title: string;
  trail?: readonly Link[];
  width?: 'reading' | 'wide';
  /** What stopped the last action; the page is shown again with what had been typed. */
  problems?: readonly Problem[];
  refreshSeconds?: number;
  /** What stands in place of every name where the people served could be in danger. */
  neutralName?: string;
}>;

/** A page of a screen. What was said of the last change heads it, once. */
export function showPage(visit: Visit, shown: Shown, children: ComponentChildren): Answer {
  const { neutralName, ...rest } = shown;
  const problems = onceEach((shown.problems ?? []).map((problem) => inForm(visit, problem)));
  const html = renderPage(
    <Layout
      {...rest}
      frame={frameOf(visit, neutralName)}
      problems={problems}
      isAnswer={Object.keys(visit.form).length > 0}
    >
      <VisitContext.Provider value={visit}>
        {visit.said !== undefined && problems.length === 0 && (
          <Notice tone="good" isNews>
            {visit.said}
          </Notice>
        )}
        <TimeZone.Provider value={visit.service.store.timeZone}>{children}</TimeZone.Provider>
      </VisitContext.Provider>
    </Layout>,
  );
  return { kind: 'page', html, ...(problems.length === 0 ? {} : { status: statusOf(problems) }) };
}

// Several rules of a call may be broken by one field that is empty.
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const isSame = (one: Problem, other: Problem) =>
    one.code === other.code && one.at.field === other.at.field && one.message === other.message;
  return problems.filter(
    (problem, at) =>
      problem.at.field === undefined ||
      problems.findIndex((other) => isSame(problem, other)) === at,
  );
}

/**
 * What is wrong with what a form sent, as its reader knows it: at the field of the form, wherever
 * in the call behind it that stands. A field that was left empty is said to be empty: that it is no
 * day, or none of these codes, is said to programs.
 */
function inForm({ form, params, query }: Visit, problem: Problem): Problem {
  const { field: path } = problem.at;
  if (path === undefined || Object.keys(form).length === 0) return problem;
  const field = fieldOf(path, form);
  if (saysWhatItIsNot.has(problem.code) && !(field in params) && !(field in query)) {
    if (form[field] === '') return inputEmpty(field);
  }
  return { ...problem, at: { ...problem.at, field } };
}

// Of a field that was left empty: that it is no e-mail address either helps nobody.
const saysWhatItIsNot: ReadonlySet<string> = new Set([
  'input.otherwise',
  'account.email_not_one',
  'payment.of_no_statement',
]);

/** The field of a form that a path such as `payments.0.day` is filled from: `day`. */
function fieldOf(path: string, form: Visit['form']): string {
  const steps = path.split('.');
  const ends = steps.map((_, at) => steps.slice(at).join('.'));
  const named = steps.filter((step) => !/^\d+$/.test(step));
  return [...ends, ...named.toReversed()].find((each) => each in form) ?? named.at(-1) ?? path;
}

/** What is shown where the whole of a page is refused: sign in first, or why not. */
export function showRefused(visit: Visit, problems: readonly Problem[]): Answer {
  if (problems[0]?.code === 'access.not_signed_in') {
    return { kind: 'go', to: `/sign-in?next=${encodeURIComponent(visit.url)}` };
  }
  const isMissing = statusOf(problems) === 404;
  const title = isMissing ? 'Not found' : 'This cannot be shown';
  return showPage(visit, { title, problems }, <Heading>{title}</Heading>);
}
