import type { Length, WorkingDays } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';

/** How what is owed comes to be paid: the terms of payment in force on the day of a settlement. */
export type PaymentPlan = Readonly<{
  /** How soon after a settlement it is paid. */
  settled?: Readonly<{ clause: string; within: Length }>;
  /** Simple interest a year on what is paid late, over a named rate where there is one. */
  late?: Readonly<{ clause: string; rate: Fraction; base?: string }>;
  /** The share of a claim that is paid until it is decided. */
  onAccount?: Readonly<{ clause: string; share: Fraction }>;
  /** What is disputed is not paid, for no longer than this. */
  held?: Readonly<{ clause: string; most?: Length }>;
  /** How long a statement may be questioned. */
  questioned?: Readonly<{ clause: string; open: Length }>;
  recovery?: RecoveryPlan;
  reserve?: ReservePlan;
  working?: WorkingDays;
}>;

/** How late what was paid may be taken back, and how much of one statement. */
export type RecoveryPlan = Readonly<{
  clause: string;
  after?: Length;
  most?: Fraction;
  /** What a fact says was the reason (its method) where neither limit holds. */
  except: readonly string[];
}>;

/** What each attachment sets aside, in smallest units by group, of the sum that may be spent. */
export type ReservePlan = Readonly<{
  clause: string;
  amounts: ReadonlyMap<string, Fraction>;
  /** Absent where the page does not say what may be spent. */
  spend?: Fraction;
}>;
