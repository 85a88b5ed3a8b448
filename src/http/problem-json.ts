import { STATUS_CODES } from 'node:http';
import type { Problem } from '../problem/index.ts';
import { statusOf } from './status-of.ts';

/** Problems as RFC 9457 has them: the first one's words, and all of them with their places. */
export function problemJson(problems: readonly Problem[]) {
  const [first] = problems;
  const status = statusOf(problems);
  return {
    type: `urn:outturn:problem:${first?.code ?? 'service.at_fault'}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    detail: first?.message ?? '',
    problems: problems.map(({ code, severity, at, message, help }) => ({
      code,
      severity,
      message,
      help,
      ...(at.field === undefined ? {} : { field: at.field }),
      ...(at.line === 0 ? {} : { at }),
    })),
  };
}
