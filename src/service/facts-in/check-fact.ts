import { dayOf } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { object, placeOfRow } from './objections.ts';
import {
  factKnownLater,
  factNotYours,
  factOfMoney,
  factOfOtherProvider,
  factProviderUnknown,
  factStateOfVerifier,
  participantErased,
} from './problems.ts';
import type { Known, Sealing } from './sealing.ts';
import { isItsOwnWord } from './sender.ts';
import { maySay } from './who-may-say.ts';

/** A fact as it may stand: whom it concerns, and in which state. */
export type Checked = Readonly<{
  provider: string | null;
  /** In which it is kept. */
  state: string;
  /** In which it was said: by this it is known again, whatever referrals there are by then. */
  said: string;
}>;

/** A fact that was sent, its row, and whom it is about. */
export type SentFact = Readonly<{ fact: Fact; line: number; known: Known }>;

/** Holds a fact against who sends it and when; what stands against it is kept in the sealing. */
export function checkFact(sealing: Sealing, sent: SentFact): Checked {
  const provider = providerOf(sealing, sent);
  const { said, kept } = stateOf(sealing, sent);
  const waits = kept === 'verified' && isOwnWord(sealing, sent);
  if (waits) sealing.counted.ownWord += 1;
  checkMoney(sealing, sent);
  checkKnown(sealing, sent);
  checkSaid(sealing, sent);
  const { known, line } = sent;
  if (known.key === 'erased') {
    object(sealing.objections, () => participantErased(placeOfRow(line, 'participant')));
  }
  return { provider, said, state: waits ? 'waiting' : kept };
}

/** The organisation that a fact concerns, which may see it. */
function providerOf({ ground, objections }: Sealing, { fact, line }: SentFact): string | null {
  const { provider } = fact;
  const { sender } = ground;
  const own = sender.isProvider ? sender.organisation : null;
  if (provider === undefined) return own;
  const at = () => placeOfRow(line, 'provider');
  const named = sender.providers.get(provider);
  if (named === undefined) {
    object(objections, () => factProviderUnknown(at(), provider, [...sender.providers.keys()]));
  } else if (sender.isProvider && named !== sender.organisation) {
    object(objections, () => factOfOtherProvider(at(), provider));
  }
  return named ?? null;
}

/**
 * What the page has verified is a claim until another than its writer has looked at it, whoever
 * says it (docs/decisions/0023): the verifier's own records alone are findings already. Sent again
 * by a colleague who is no verifier these are known again, and stay what they are.
 */
function stateOf(
  { ground, objections, counted }: Sealing,
  { fact, line }: SentFact,
): Readonly<{ said: string; kept: string }> {
  const { kind, state } = fact;
  const { way, isVerifying, sender } = ground;
  if (way === 'service' || isVerifying || sender.isVerifier) return { said: state, kept: state };
  if (state === 'rejected' || state === 'not selected') {
    // Of a file of findings it is said once, and not row by row.
    if (!sender.isOffice || !counted.isFinding) {
      object(objections, () => factStateOfVerifier(placeOfRow(line, 'state'), state));
    }
    counted.isFinding = true;
  }
  const kept = state === 'verified' && ground.verified.has(kind) ? 'claimed' : state;
  return { said: sender.isOffice ? state : kept, kept };
}

/** Who says that somebody came, where nobody else has sent them. */
const comings: ReadonlySet<string> = new Set(['attached', 'referred']);

/**
 * Whether a fact says who came to a provider, and rests on the provider's word alone: nobody else
 * had referred them to it by that day. It waits for a verifier, and pays nobody until then.
 */
function isOwnWord({ ground }: Sealing, { fact, known }: SentFact): boolean {
  const { sender, way, isVerifying } = ground;
  if (!comings.has(fact.kind) || way === 'service' || isVerifying) return false;
  if (!isItsOwnWord(sender) || (fact.provider ?? sender.name) !== sender.name) return false;
  return known.referredOn === undefined || firstDay(fact) < known.referredOn;
}

/** Whoever may see no amounts writes none; of calls and forms that is asked before. */
function checkMoney({ ground, objections }: Sealing, { fact: { kind }, line }: SentFact): void {
  if (ground.withheld.has(kind))
    object(objections, () => factOfMoney(placeOfRow(line, 'kind'), kind));
}

// What the service writes itself, and what is found of a claim, has been seen to.
function checkSaid({ ground, objections }: Sealing, { fact, line }: SentFact): void {
  if (ground.way === 'service' || ground.isVerifying || maySay(ground.sender, fact)) return;
  object(objections, () => factNotYours(placeOfRow(line, 'kind'), fact.kind));
}

// A fact that may be announced is known before its day; all others when they have happened.
function checkKnown({ ground, objections }: Sealing, { fact, line }: SentFact): void {
  const { known, kind, day } = fact;
  if (known <= ground.known) return;
  if (ground.rules.kinds.get(kind)?.knownMayBeEarlier === true && known === day) return;
  const field = day === undefined ? 'to' : 'day';
  object(objections, () =>
    factKnownLater(placeOfRow(line, field), dayOf(known), dayOf(ground.known)),
  );
}
