import { createHash } from 'node:crypto';
import Type from 'typebox';
import { chance } from '../../../chance/index.ts';
import { type Contract, forms, ratesOf, type TermOf, termsOf } from '../../../contract/index.ts';
import { factCells } from '../../../facts/index.ts';
import {
  compareFractions,
  type Fraction,
  parseDecimal,
  parsePercent,
} from '../../../money/index.ts';
import { assert, type Result } from '../../../problem/index.ts';
import { addDraw, countDraws, listClaims, listDraws } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { addFacts, type FactCells } from '../add-facts.ts';
import { writtenBy } from '../drawn-states.ts';
import { factsBeforePage } from '../problems.ts';
import { findRules } from '../programme-rules.ts';
import { type OpenedFact, openStored } from '../shown-facts.ts';
import { drawEmpty, drawNotOnPage } from './problems.ts';

type Sampling = TermOf<typeof forms.proof.sampling>;

const drawnMost = 5000;

export const drawClaims = action({
  name: 'facts.draw_claims',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  summary: 'Draws which claims are checked, before anybody looks at them, as the page says.',
  input: Type.Object({ programme: Type.String() }, { additionalProperties: false }),
  output: Type.Object({ claims: Type.Integer(), checked: Type.Integer() }),
  run: async (work, { programme }) => {
    const contract = (await findRules(work.tx, programme))?.contracts.at(-1);
    if (contract === undefined) return { ok: false, problems: [factsBeforePage()] };
    const terms = termsOf(contract.sections.proof ?? [], forms.proof.sampling);
    if (terms.length === 0) return { ok: false, problems: [drawNotOnPage()] };
    let number = await countDraws(work.tx, programme);
    const asked = { programme, states: ['claimed'], after: 0n, most: drawnMost };
    const opened = await openStored(work, programme, await listClaims(work.tx, asked));
    if (!opened.ok) return opened;
    let claims = 0;
    let checked = 0;
    for (const term of terms) {
      const chosen = choose(contract, term, opened.value);
      if (chosen.claims.length === 0) continue;
      number += 1;
      const kept = await keepDraw(work, { programme, number }, chosen);
      if (!kept.ok) return kept;
      claims += chosen.claims.length;
      checked += chosen.always.length + chosen.drawn.length;
    }
    if (claims === 0) return { ok: false, problems: [drawEmpty()] };
    return { ok: true, value: { claims, checked } };
  },
});

export const draws = action({
  name: 'facts.list_draws',
  kind: 'read',
  who: ['auditor'],
  parts: ['commissioner', 'auditor'],
  summary: 'Which claims were drawn to be checked, with the seed, for drawing again.',
  input: Type.Object({ programme: Type.String() }, { additionalProperties: false }),
  output: Type.Object({
    draws: Type.Array(
      Type.Object({
        number: Type.Integer(),
        at: Type.String(),
        sentence: Type.String(),
        seed: Type.String(),
        claims: Type.Array(Type.String()),
        always: Type.Array(Type.String()),
        drawn: Type.Array(Type.String()),
      }),
    ),
    withheld: Type.Integer({
      description: 'How many more there are that hold claims which you wrote yourself.',
    }),
  }),
  run: async (work, { programme }) => {
    const found = await listDraws(work.tx, programme);
    const shown: (typeof found)[number][] = [];
    for (const each of found) {
      if ((await writtenBy(work, programme, each.claims)).size === 0) shown.push(each);
    }
    return {
      ok: true,
      value: {
        withheld: found.length - shown.length,
        draws: shown.map(({ number, at, sentence, seed, claims, always, drawn }) => {
          return {
            number,
            at,
            sentence,
            seed,
            claims: [...claims],
            always: [...always],
            drawn: [...drawn],
          };
        }),
      },
    };
  },
});

/** Which of some claims are checked, and by what that was drawn. */
type Chosen = Readonly<{
  sentence: string;
  seed: string;
  claims: readonly OpenedFact[];
  always: readonly string[];
  drawn: readonly string[];
}>;

/** The claims of a sentence on sampling: those always checked, and those drawn from the rest. */
function choose(contract: Contract, term: Sampling, opened: readonly OpenedFact[]): Chosen {
  const claims = opened.filter(({ fact }) => isOf(term, fact.kind));
  const always = claims
    .filter(({ fact }) => term.above !== undefined && mayExceed(contract, fact.kind, term.above))
    .map(({ stored }) => stored.id);
  const rest = claims.map(({ stored }) => stored.id).filter((id) => !always.includes(id));
  const seed = seedOf(claims);
  return {
    sentence: forms.proof.sampling.name,
    seed,
    claims,
    always,
    drawn: drawShare(seed, rest, term.share),
  };
}

/** So large a share of the claims, rounded up, as chance from the seed puts them first. */
export function drawShare(seed: string, claims: readonly string[], share: string): string[] {
  const part = parsePercent(share);
  assert(part !== undefined, 'a share on a published page is a percentage');
  const count = Number(
    (BigInt(claims.length) * part.numerator + part.denominator - 1n) / part.denominator,
  );
  return chance(seed).shuffle(claims).slice(0, count);
}

// Nobody knows the fingerprints before the facts are there, and nobody can change them afterwards.
function seedOf(claims: readonly OpenedFact[]): string {
  const hash = createHash('sha256');
  for (const { stored } of claims) hash.update(stored.fingerprint);
  return hash.digest('hex');
}

function isOf({ outcomes }: Sampling, kind: string): boolean {
  return outcomes === undefined || outcomes.includes(kind);
}

/** Whether the dearest price of an outcome is above a sum; where it cannot be told, it may be. */
function mayExceed(contract: Contract, outcome: string, above: string): boolean {
  const limit = parseDecimal(above);
  const prices = contract.people.groups.flatMap(({ name }) => ratesOf(contract, outcome, name));
  const amounts = prices.map(({ price }) => parseDecimal(price));
  if (limit === undefined || amounts.some((amount) => amount === undefined)) return true;
  return (amounts as Fraction[]).some((amount) => compareFractions(amount, limit) > 0);
}

type Drawing = Readonly<{ programme: string; number: number }>;

async function keepDraw(
  work: Work,
  { programme, number }: Drawing,
  chosen: Chosen,
): Promise<Result<unknown>> {
  assert(work.actor.kind === 'account' && work.actor.organisation, 'somebody has claims drawn');
  const checked = new Set([...chosen.always, ...chosen.drawn]);
  const facts = chosen.claims.map(({ stored, fact }): FactCells => {
    const { known: _, ...same } = factCells(fact);
    const state = checked.has(stored.id) ? 'waiting' : 'not selected';
    return { ...same, id: '', replaces: stored.id, state };
  });
  await addDraw(work.tx, {
    programme,
    number,
    at: work.now,
    account: work.actor.account,
    organisation: work.actor.organisation.id,
    sentence: chosen.sentence,
    seed: chosen.seed,
    claims: chosen.claims.map(({ stored }) => stored.id),
    always: chosen.always,
    drawn: chosen.drawn,
  });
  return addFacts(work, programme, { way: 'service', facts, isVerifying: true });
}
