import { byParticipant, compareTexts, type Fact, type FactSource } from '../facts/index.ts';
import type { Basis } from './as-at.ts';
import { keptAt } from './columns/line-at.ts';
import { addLine, lineColumns } from './columns/line-columns.ts';
import { inLineOnceAsked } from './columns/rows-in-line.ts';
import { duesInLine } from './due/dues-in-line.ts';
import { duesOfOutcomes } from './due/dues-of-outcomes.ts';
import { limitedAtClose, type OpenDue } from './due/limited-at-close.ts';
import { type PaidBy, shareAmongPayers } from './due/payers.ts';
import { standApart } from './due/stand-apart.ts';
import { boundMeasurer, type Measurer, type MeasureValue } from './measure/index.ts';
import {
  type DeductibleFact,
  deductibleOf,
  type Forecast,
  forecastOfLine,
  horizonOf,
  laterLines,
  otherLines,
  providersOf,
} from './other/index.ts';
import type { Draft } from './pay/draft.ts';
import { givenDrafts, withGiven } from './pay/given.ts';
import { pricer } from './pay/price.ts';
import { replacer } from './pay/replace.ts';
import {
  eachSettled,
  type LinesInLine,
  type SettleGround,
  settleEach,
  type Watch,
} from './settle-each.ts';
import type { Comer, Crowd } from './whose/crowd.ts';
import { type Work, workOn } from './work.ts';

/** All lines, worked out, in place in line, and divided among payers. */
export type Settled = Readonly<{
  work: Work;
  lines: readonly PaidBy[];
  /** What measures came to. */
  values: readonly MeasureValue[];
  /** What will be owed when open periods close, as far as it can be seen. */
  forecasts: readonly Forecast[];
  /** The lines among these, in place in line: no limit that is shared over them has closed. */
  open: readonly OpenDue[];
}>;

/** The same with the lines by column, and their rows in place in line. */
export type SettledColumns = Omit<Settled, 'lines'> & LinesInLine;

/** What a settlement rests on, where it may be too much to be held as objects. */
export type LargeBasis = Omit<Basis, 'facts'> & Readonly<{ facts: readonly Fact[] | FactSource }>;

/** Steps 1 to 12, with lines kept as they were worked out, to be asked why. */
export function settle(basis: LargeBasis, watch: Watch): Settled {
  const keepsAll = watch.keepsOf === undefined;
  const { columns, rows: _, inLine, ...settled } = settleWatched(basis, { ...watch, keepsAll });
  const kept = inLine((row) => columns.kept.has(row));
  return { ...settled, lines: Array.from(kept, (row) => keptAt(columns, row)) };
}

/** Steps 1 to 12, with the lines by column. */
export function settleByColumn(basis: LargeBasis, watch: Watch): SettledColumns {
  return settleWatched(basis, { ...watch, keepsAll: false });
}

function settleWatched(basis: LargeBasis, watch: SettleGround['watch']): SettledColumns {
  const { plan, facts, asAt } = basis;
  const source = 'participantAt' in facts ? facts : byParticipant(facts);
  const work = workOn(plan, asAt, { others: source.others, unread: asAt.unread ?? [] });
  const ground = { source, asAt, watch, work, price: pricer(work) };
  const isNothingGiven = (asAt.given ?? []).length === 0;
  return isNothingGiven && standApart(plan)
    ? { ...settleEach(ground), ...noneTogether }
    : settleTogether(ground);
}

/** What no page comes to of which each participant is settled by itself. */
export const noneTogether = { values: [], forecasts: [], open: [] };

/** All that depends on all participants, once everyone's own lines are there. */
function settleTogether(ground: SettleGround): SettledColumns {
  const { work, price, watch, asAt, source } = ground;
  const { plan } = work;
  const { others } = source;
  const counting = boundMeasurer(work, others);
  const { drafts, crowd: present, deductible } = gather(ground, counting);
  const given = givenDrafts(asAt.given ?? [], work);
  const crowd = withGiven(present, given);
  const providers = work.looksAtAll ? providersOf(others, crowd, work) : [];
  const measured = counting.close(providers, crowd);
  const gateOver = ({ earned }: Draft) =>
    measured.gateOver({
      outcome: earned.placed.outcome.name,
      version: earned.version,
      attachment: earned.attachment,
    });
  const replace = replacer(plan);
  const together = { work, price, crowd, gateOver, replace };
  const outcomes = duesOfOutcomes([...drafts, ...given], together);
  const dues = [...outcomes, ...measured.dues];
  const rest = { work, providers, crowd, others, dues, deductible };
  const other = otherLines(rest);
  const closing = { plan, horizon: horizonOf(work) };
  const { limited, open } = limitedAtClose([...dues, ...other.dues], closing, watch.onMet);
  const later = laterLines({ ...rest, limited });
  const columns = lineColumns(true);
  const lines = shareAmongPayers(duesInLine([...limited, ...later]), plan);
  const known = Int32Array.from(lines, (line) => addLine(columns, line));
  const rows = rowsByParticipant(lines);
  const inLine = inLineOnceAsked(columns, rows, known);
  const forecasts = [...other.forecasts, ...open.map(forecastOfLine)];
  return { work, columns, rows, inLine, values: measured.values, forecasts, open };
}

/** The places of lines by participant, those of none first; of one they stay as they come. */
function rowsByParticipant(lines: readonly PaidBy[]): Int32Array {
  const whose = lines.map(({ due }) => due.participant ?? '');
  const rows = Int32Array.from(whose.keys());
  return rows.sort(
    (one, other) => compareTexts(whose[one] ?? '', whose[other] ?? '') || one - other,
  );
}

type Gathered = Readonly<{
  drafts: readonly Draft[];
  crowd: Crowd;
  deductible: readonly DeductibleFact[];
}>;

/** Each participant's lines, before anything that depends on the others, and what others need. */
function gather(ground: SettleGround, counting: Measurer): Gathered {
  const { work } = ground;
  const drafts: Draft[] = [];
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  const deductible: DeductibleFact[] = [];
  eachSettled(ground, (settled) => {
    for (const draft of settled.drafts()) drafts.push(draft);
    for (const fact of deductibleOf(work, settled)) deductible.push(fact);
    if (!work.looksAtAll) return;
    counting.add(settled);
    const came = settled.crowd();
    attached.push(...came.attached);
    referred.push(...came.referred);
  });
  return { drafts, crowd: { attached, referred }, deductible };
}
