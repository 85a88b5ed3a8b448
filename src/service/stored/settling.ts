import type { Contract } from '../../contract/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import type {
  AsAt,
  Outstanding,
  PaidOwed,
  PaidResult,
  ResultChange,
  ResultForecast,
  ResultLine,
  ResultNotPaid,
  Settlement,
  SettlementResult,
} from '../../settlement/index.ts';
import type { ResultBatch } from '../../store/money/index.ts';
import type { FirstDifference } from '../bundle/first-difference.ts';
import type { SumsBetween } from '../compare/sums-between.ts';
import type { Answer, WhyRequest } from '../settling/ask-why.ts';
import type { Compared } from './held-against.ts';
import type { StatementSums } from './statement-sums.ts';

/** What is settled, under which versions of the page, and as at which days: plain data. */
export type SettlingGround = Readonly<{
  programme: string;
  /** Every version, in order. */
  contracts: readonly Contract[];
  settlement: Settlement;
  /** By which the page is named where something is said of it. */
  pageName: string;
  asAt: AsAt;
  /** On how many threads participants are settled; none where the one that asks does it all. */
  threads: number;
}>;

/** Facts as they are kept, and the keys that open them: whose key is gone is passed over. */
export type SealedFacts = Readonly<{ bytes: Uint8Array; keys: ReadonlyMap<string, Uint8Array> }>;

/** The versions under which facts are settled twice, to be compared. */
export type ContractsBetween = Readonly<{ was: readonly Contract[]; now: readonly Contract[] }>;

/** What they pay, and for how many facts. */
export type ComparedFacts = Readonly<{ facts: number; money: SumsBetween }>;

/** Some of what was kept: rows as `readLineRows` reads them, or changes. */
export type KeptPart = Readonly<{ rows: Uint8Array } | { changes: readonly ResultChange[] }>;

/** A line, or a participant. */
export type AboutAsked = WhyRequest['about'];

/** Who has been erased, and what was settled for them: it enters as it was. */
export type Given = Readonly<{
  erased: readonly string[];
  lines: readonly ResultLine[];
  notPaid: readonly ResultNotPaid[];
  /** What was forecast of them, and is lost. */
  forecast: readonly ResultForecast[];
}>;

/** What a bundle is made of, besides facts and the settlement before. */
export type BundleAsked = Readonly<{
  /** Every version of the page, as it was given. */
  pages: readonly Readonly<{ name: string; text: string }>[];
  asAt: string;
  knownAt: string;
  /** Who had been erased when it was settled. */
  erased: readonly string[];
}>;

/** What a bundle is known by. */
export type BundleAbout = Readonly<{ digest: string; facts: number }>;

/** A settlement that was approved, but for its lines. */
export type Before = Readonly<{
  result: Omit<SettlementResult, 'lines' | 'notPaid'> & Pick<PaidResult, 'reserved'>;
  outstanding: Omit<Outstanding, 'paid'>;
  /** When more was last paid for lines that were gone by then. */
  gone: ReadonlyMap<string, string>;
}>;

/** A settlement that has been worked out, but for what there is as much of as there are lines. */
export type SettledAbout = Readonly<{
  result: Omit<PaidOwed['result'], 'outstanding'> & Pick<PaidResult, 'erased'>;
  resultHash: string;
  sums: StatementSums;
  entries: PaidOwed['entries'];
  /** What it leaves for the next, but for the days on which lines were last paid. */
  left: Omit<Outstanding, 'paid'>;
  problems: readonly Problem[];
  facts: number;
  lines: number;
}>;

/**
 * A settlement that is being worked out of what is in a store, by whoever has no store: facts and
 * earlier lines are given to it as the database sends them, and rows are taken from it as the
 * database takes them. The steps come in this order, each once all before it has been answered.
 */
export type Settling = Readonly<{
  takeFacts: (facts: SealedFacts) => Promise<Result<null>>;
  /** Works out what is owed. */
  settle: (given?: Given) => Promise<void>;
  /** Takes lines of the settlement before, as `readLineRows` reads them. */
  takeBefore: (rows: Uint8Array) => Promise<void>;
  /** Says what changed, and what is paid now; without a settlement before it is the first. */
  follow: (before?: Before) => Promise<SettledAbout>;
  /** The next rows to be kept; undefined where there are no more. */
  next: () => Promise<ResultBatch | undefined>;
  /** Holds what was kept of this settlement against what came out: lines as they are read. */
  holdAgainst: (kept: KeptPart, compared: Compared) => Promise<void>;
  /** The first thing of these that is otherwise, once all were held against it. */
  findOtherwise: (gone: Before['gone']) => Promise<FirstDifference | undefined>;
  /** Answers why, once all facts are taken, instead of settling. */
  explain: (about: AboutAsked, given?: Given) => Promise<Answer | undefined>;
  /** Says what two pages pay for all facts that are taken, instead of settling; again and again. */
  compare: (pair: ContractsBetween) => Promise<ComparedFacts>;
  /** Takes facts that are put into a bundle, instead of being settled here. */
  takeToBundle: (facts: SealedFacts) => Promise<Result<null>>;
  /** Takes a piece of the text of the settlement before, or of this one as it was kept. */
  takeText: (of: 'before' | 'kept', text: string) => Promise<void>;
  /** Puts a settlement into a bundle, once all of that is taken. */
  bundle: (asked: BundleAsked) => Promise<Result<BundleAbout>>;
  /** The next of its text; undefined where there is no more. */
  nextText: () => Promise<string | undefined>;
  close: () => Promise<void>;
}>;
