import Type from 'typebox';
import type { Day } from '../../../calendar/index.ts';
import { type Contract, forms, termsOf } from '../../../contract/index.ts';
import type { Fact } from '../../../facts/index.ts';
import {
  countClaims,
  listAskedFor,
  listClaims,
  listEvidenceOf,
} from '../../../store/facts/index.ts';
import { action } from '../../act/index.ts';
import { askedOf } from '../evidence/see-claim.ts';
import { factsBeforePage } from '../problems.ts';
import { findRules } from '../programme-rules.ts';
import { proofOf } from '../proof-of.ts';
import { openStored, showFacts, shownFactSchema } from '../shown-facts.ts';
import { decidedBy } from './decided-by.ts';

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
  mayDecide: Type.Boolean({ description: 'Whether it is somebody else who wrote it.' }),
});

const countedMost = 1000;

// A page states one length for all its claims: the order of arrival is that of these days.
export const claims = action({
  name: 'facts.list_claims',
  kind: 'read',
  who: ['verifier'],
  parts: ['commissioner', 'verifier'],
  summary: 'Facts that wait to be verified; what has to be decided first comes first.',
  input: Type.Object(
    {
      programme: Type.String(),
      after: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
      most: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    waiting: Type.Integer({ description: `How many wait; ${countedMost + 1} stands for more.` }),
    claims: Type.Array(claimSchema),
    after: Type.Optional(Type.String({ description: 'Where the next page begins.' })),
  }),
  run: async (work, { programme, after = '0', most = 50 }) => {
    const contract = (await findRules(work.tx, programme))?.contracts.at(-1);
    if (contract === undefined) return { ok: false, problems: [factsBeforePage()] };
    const { states, waits } = waitingUnder(contract);
    const asked = { programme, states, after: BigInt(after), most };
    const stored = await listClaims(work.tx, asked);
    const opened = await openStored(work, programme, stored);
    if (!opened.ok) return opened;
    const open = opened.value.filter(({ fact }) => waits(fact));
    const shown = await showFacts(work, programme, open);
    const ids = stored.map(({ id }) => id);
    const evidence = await listEvidenceOf(work.tx, programme, ids);
    const questions = await listAskedFor(work.tx, programme, ids);
    const proof = proofOf(contract);
    const me = work.actor.kind === 'account' ? work.actor.account : undefined;
    const last = stored.length === most ? stored.at(-1)?.number : undefined;
    return {
      ok: true,
      value: {
        waiting: await countClaims(work.tx, { programme, states, most: countedMost + 1 }),
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
            mayDecide: each.account !== me,
          };
        }),
        ...(last === undefined ? {} : { after: String(last) }),
      },
    };
  },
});

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
