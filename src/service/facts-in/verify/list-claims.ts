import Type from 'typebox';
import type { Day } from '../../../calendar/index.ts';
import { type Contract, forms, termsOf } from '../../../contract/index.ts';
import type { Fact } from '../../../facts/index.ts';
import {
  type ClaimsOf,
  countClaims,
  listAskedFor,
  listClaims,
  listEvidenceOf,
} from '../../../store/facts/index.ts';
import { listParties } from '../../../store/index.ts';
import { action, type Work } from '../../act/index.ts';
import { askedOf } from '../evidence/see-claim.ts';
import { factsBeforePage } from '../problems.ts';
import { findRules } from '../programme-rules.ts';
import { proofOf } from '../proof-of.ts';
import { openStored, showFacts, shownFactSchema } from '../shown-facts.ts';
import { decidedBy } from './decided-by.ts';
import { leftToOthers } from './own-hand.ts';

const claimSchema = Type.Object({
  fact: shownFactSchema,
  participant: Type.String(),
  since: Type.String({ description: 'The day on which it came in.' }),
  enough: Type.Optional(Type.String({ description: 'What the page says is enough to show it.' })),
  evidence: Type.Array(
    Type.Object({ id: Type.String(), type: Type.String(), bytes: Type.Integer() }),
  ),
  decideBy: Type.Optional(
    Type.String({ description: 'The last day on which the page has it decided.' }),
  ),
  daysLeft: Type.Optional(
    Type.Integer({ description: 'From today to that day; less than 0 where it went by.' }),
  ),
  isDeemed: Type.Boolean({ description: 'Whether it counts as verified if nobody decides.' }),
  asked: Type.Optional(
    Type.Object({ at: Type.String(), reason: Type.String(), words: Type.String() }),
  ),
});

const countedMost = 1000;

const cursor = Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' }));

// A page states one length for all its claims: the order of arrival is that of these days.
export const claims = action({
  name: 'facts.list_claims',
  kind: 'read',
  who: ['verifier'],
  parts: ['commissioner', 'verifier'],
  summary:
    'Facts of others that wait for you to verify them; what has to be decided first comes first.',
  input: Type.Object(
    {
      programme: Type.String(),
      after: cursor,
      before: cursor,
      provider: Type.Optional(
        Type.String({ format: 'uuid', description: 'The organisation of the provider concerned.' }),
      ),
      most: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    waiting: Type.Integer({ description: `How many wait; ${countedMost + 1} stands for more.` }),
    passed: Type.Integer({ description: 'How many of them wait before the first one here.' }),
    claims: Type.Array(claimSchema),
    after: Type.Optional(Type.String({ description: 'Where the next page begins.' })),
    before: Type.Optional(Type.String({ description: 'Where the page before ends.' })),
    providers: Type.Array(Type.Object({ organisation: Type.String(), name: Type.String() })),
  }),
  run: async (work, input) => {
    const { programme, provider, most = 50 } = input;
    const contract = (await findRules(work.tx, programme))?.contracts.at(-1);
    if (contract === undefined) return { ok: false, problems: [factsBeforePage()] };
    const { states, waits } = waitingUnder(contract);
    const besides = await leftToOthers(work, programme);
    const of = { programme, states, provider, besides };
    const stored = await listClaims(work.tx, { ...of, most, ...stretchOf(input) });
    const opened = await openStored(work, programme, stored);
    if (!opened.ok) return opened;
    const isFirst = input.after === undefined && input.before === undefined;
    const place = await placeIn(work, of, isFirst ? [] : stored);
    const open = opened.value.filter(({ fact }) => waits(fact));
    const shown = await showFacts(work, programme, open);
    const ids = stored.map(({ id }) => id);
    const evidence = await listEvidenceOf(work.tx, programme, ids);
    const questions = await listAskedFor(work.tx, programme, ids);
    const proof = proofOf(contract);
    return {
      ok: true,
      value: {
        ...place,
        ...cursorsOf(stored, { most, isBefore: input.before !== undefined }, place),
        providers: await providersOf(work, programme),
        claims: open.flatMap(({ stored: each }, at) => {
          const fact = shown[at];
          if (fact === undefined) return [];
          const enough = proof.evidenceFor(fact.kind);
          const question = questions.find(({ fact: id }) => id === each.id);
          const known = each.known as Day;
          return {
            fact,
            participant: each.participant,
            since: each.known,
            ...(enough === undefined ? {} : { enough }),
            evidence: evidence
              .filter(({ fact: shows }) => shows === each.id)
              .map(({ id, type, bytes }) => ({ id, type, bytes: Number(bytes) })),
            ...decidedBy(contract, { known, today: work.today as Day }),
            ...(question === undefined ? {} : { asked: askedOf(question) }),
          };
        }),
      },
    };
  },
});

type Stretch = Readonly<{ after?: string; before?: string }>;

function stretchOf({ after = '0', before }: Stretch) {
  return before === undefined ? { after: BigInt(after) } : { before: BigInt(before) };
}

type Stored = readonly Readonly<{ number: bigint }>[];

/** How many wait, and how many of them before those that are shown. */
async function placeIn({ tx }: Work, of: ClaimsOf, stored: Stored) {
  const waiting = await countClaims(tx, { ...of, most: countedMost + 1 });
  const first = stored[0]?.number;
  if (first === undefined) return { waiting, passed: 0 };
  return {
    waiting,
    passed: await countClaims(tx, { ...of, before: first, most: countedMost + 1 }),
  };
}

function cursorsOf(
  stored: Stored,
  { most, isBefore }: Readonly<{ most: number; isBefore: boolean }>,
  { passed }: Readonly<{ passed: number }>,
) {
  const first = stored[0]?.number;
  const last = isBefore || stored.length === most ? stored.at(-1)?.number : undefined;
  return {
    ...(last === undefined ? {} : { after: String(last) }),
    ...(first === undefined || passed === 0 ? {} : { before: String(first) }),
  };
}

/** Whose claims there may be, for a list to choose from. */
async function providersOf({ tx }: Work, programme: string) {
  const parties = await listParties(tx, programme);
  return parties
    .filter(({ part }) => part === 'provider')
    .map(({ organisation, name }) => ({ organisation, name }));
}

/** Which facts wait for a verifier, under a page. */
type Waiting = Readonly<{ states: readonly string[]; waits: (fact: Fact) => boolean }>;

/**
 * Where the page has a share of claims checked, those wait that were chosen: by what each of them
 * was chosen shows nowhere, and those that were not are not to be seen.
 */
function waitingUnder(contract: Contract): Waiting {
  const terms = termsOf(contract.sections.proof ?? [], forms.proof.sampling);
  if (terms.some(({ outcomes }) => outcomes === undefined)) {
    return { states: ['waiting'], waits: () => true };
  }
  const sampled = new Set(terms.flatMap(({ outcomes }) => outcomes ?? []));
  return {
    states: ['claimed', 'waiting'],
    waits: ({ state, kind }) => state === 'waiting' || !sampled.has(kind),
  };
}
