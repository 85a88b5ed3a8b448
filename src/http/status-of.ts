import type { Problem } from '../problem/index.ts';

const statuses: ReadonlyMap<string, number> = new Map([
  ['access.not_signed_in', 401],
  ['access.without_duty', 403],
  ['access.without_money', 403],
  ['access.outside_token', 403],
  ['access.form_not_ours', 403],
  ['sign_in.not_by_token', 403],
  ['access.too_often', 429],
  ['sign_in.too_often', 429],
  ['input.too_large', 413],
  ['once.used_otherwise', 409],
  ['once.shown_before', 409],
  ['revision.changed_meanwhile', 412],
  ['service.at_fault', 500],
  ['service.end_not_known', 500],
  ['service.not_let_in', 503],
  ['service.without_database', 503],
  ['service.busy', 503],
]);

/** The status of HTTP that goes with these problems: that of the first. */
export function statusOf(problems: readonly Problem[]): number {
  const code = problems[0]?.code ?? '';
  return statuses.get(code) ?? (code.endsWith('.not_there') ? 404 : 422);
}
