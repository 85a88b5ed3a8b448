import type { Fact } from '../../facts/index.ts';
import type { Outstanding, OutstandingItem } from '../payable/outstanding.ts';
import type { PaidResult } from '../payable/paid-result.ts';
import type { ResultForecast, ResultLine } from '../result.ts';
import { keysFor } from './keys-for.ts';

/** New keys by the old: references of participants and ids of facts. Providers keep their names. */
export type Keys = Readonly<{ participants: NewKeys; facts: NewKeys }>;

type NewKeys = Readonly<{ get: (old: string) => string | undefined }>;

/** New keys for everybody and everything that these facts and results name. */
export function keysOf(facts: readonly Fact[], results: readonly PaidResult[]) {
  const named = results.map(namedIn);
  return {
    participants: keysFor(
      [
        ...facts.flatMap(({ participant }) => participant ?? []),
        ...named.flatMap(({ participants }) => participants),
      ],
      'P',
    ),
    facts: keysFor(
      [
        ...facts.flatMap(({ id, replaces }) => (replaces === undefined ? [id] : [id, replaces])),
        ...named.flatMap((each) => each.facts),
      ],
      'F',
    ),
  };
}

/** References of participants and ids of facts that something names. */
export type Named = Readonly<{ participants: readonly string[]; facts: readonly string[] }>;

type Naming = Partial<Pick<PaidResult, 'lines' | 'forecast' | 'outstanding' | 'erased'>>;

/** Everybody and every fact that a result names, or what there is of one. */
export function namedIn({
  lines: owed = [],
  forecast = [],
  outstanding,
  erased = [],
}: Naming): Named {
  const lines = [...owed, ...forecast];
  const left = outstanding ? namesIn(outstanding) : [];
  const names = [...lines.map(({ line }) => line), ...left].filter(isOfFact);
  return {
    participants: [...erased, ...lines.flatMap(({ participant }) => participant ?? [])],
    facts: names.flatMap((line) => line.split('|')[1] ?? []),
  };
}

/** The facts under new keys, in their order. Who signed a fact about somebody is left out. */
export function rekeyFacts(facts: readonly Fact[], keys: Keys): readonly Fact[] {
  return facts
    .map((fact): Fact => {
      const { participant, replaces, signer, ...rest } = fact;
      const isKept = participant === undefined && signer !== undefined;
      return {
        ...rest,
        id: keys.facts.get(fact.id) ?? fact.id,
        ...(participant === undefined
          ? {}
          : { participant: keys.participants.get(participant) ?? participant }),
        ...(replaces === undefined ? {} : { replaces: keys.facts.get(replaces) ?? replaces }),
        ...(isKept ? { signer } : {}),
      };
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A result under new keys, without what it changed itself: that is of no use to the next one. */
export function rekeyResult(result: PaidResult, keys: Keys): PaidResult {
  const { changes: _changes, payable: _payable, outstanding, erased, forecast, ...rest } = result;
  const { lines, notPaid, names } = rekeyLines(result, keys);
  return {
    ...rest,
    lines,
    notPaid,
    ...(forecast ? { forecast: forecast.map((each) => rekeyForecast(each, keys)) } : {}),
    ...(outstanding ? { outstanding: rekeyOutstanding(outstanding, names, keys) } : {}),
    ...(erased ? { erased: erased.map((each) => keys.participants.get(each) ?? each) } : {}),
  };
}

type Lines = Pick<PaidResult, 'lines' | 'notPaid'>;

/** Lines under new keys, with what of them is not paid, and what each was named before. */
export function rekeyLines(
  { lines: owed, notPaid }: Lines,
  keys: Keys,
): Lines & Readonly<{ names: ReadonlyMap<string, string> }> {
  const lines = owed.map((line) => rekeyLine(line, keys));
  const names = new Map(owed.map(({ line }, at) => [line, lines[at]?.line ?? line]));
  return {
    lines,
    notPaid: notPaid.map((each) => ({ ...each, line: names.get(each.line) ?? each.line })),
    names,
  };
}

function rekeyLine(line: ResultLine, keys: Keys): ResultLine {
  if (!isOfFact(line.line)) return line;
  const { participant, period } = line;
  return {
    ...line,
    line: rekeyName(line.line, keys),
    ...(participant === undefined
      ? {}
      : { participant: keys.participants.get(participant) ?? participant }),
    ...(period === undefined ? {} : { period: keys.facts.get(period) ?? period }),
  };
}

function rekeyForecast(forecast: ResultForecast, keys: Keys): ResultForecast {
  const { line, participant } = forecast;
  const renamed = { ...forecast, line: rekeyName(line, keys) };
  if (participant === undefined) return renamed;
  return { ...renamed, participant: keys.participants.get(participant) ?? participant };
}

/** Whether the second part of a line's identity is the id of a fact, and not a period or cohort. */
function isOfFact(name: string): boolean {
  return /^(?:Outcomes[/][^|]*|Payment[/]deduction(?: \d+)?|Facts[/]adjustment)[|][^|]/.test(name);
}

/** The identity of a line under new keys. */
export function rekeyName(name: string, keys: Keys): string {
  if (!isOfFact(name)) return name;
  const [clause = '', id = '', ...rest] = name.split('|');
  return [clause, keys.facts.get(id) ?? id, ...rest].join('|');
}

function namesIn(outstanding: Outstanding): readonly string[] {
  const { held, onAccount, debts, writtenOff, paid } = outstanding;
  const items = [...held, ...onAccount, ...debts, ...writtenOff];
  return [...items.map(({ line }) => line), ...paid.flatMap(({ lines }) => lines)];
}

function rekeyOutstanding(
  outstanding: Outstanding,
  names: ReadonlyMap<string, string>,
  keys: Keys,
): Outstanding {
  const renamed = (line: string) => names.get(line) ?? rekeyName(line, keys);
  const items = <Item extends OutstandingItem>(all: readonly Item[]) =>
    all.map((item) => ({ ...item, line: renamed(item.line) }));
  return {
    held: items(outstanding.held),
    onAccount: items(outstanding.onAccount),
    debts: items(outstanding.debts),
    writtenOff: items(outstanding.writtenOff),
    paid: outstanding.paid.map(({ on, lines }) => ({ on, lines: lines.map(renamed) })),
  };
}
