import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import { listFactsOfArrival } from '../../store/facts/index.ts';
import { seesNoMoney } from '../access/index.ts';
import { action, type Work } from '../act/index.ts';
import { type Added, addFacts, type FactCells, type FactsToAdd } from './add-facts.ts';
import type { Taken } from './close-intake.ts';
import { keepEvidence, shownSchema } from './evidence/attach-evidence.ts';
import { factCellsSchema, takenSchema } from './fact-cells.ts';
import { tellsMoney } from './money-kinds.ts';
import { placeOfRow } from './objections.ts';
import { factOfMoney } from './problems.ts';
import { findRules } from './programme-rules.ts';
import { partsThatSend, whoSends } from './who-sends.ts';

export const sendFacts = action({
  name: 'facts.send_facts',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Sends up to 5,000 facts at once; all of them come in, or none.',
  input: Type.Object(
    {
      programme: Type.String(),
      facts: Type.Array(factCellsSchema, { minItems: 1, maxItems: 5000 }),
    },
    { additionalProperties: false },
  ),
  output: takenSchema,
  run: async (work, { programme, facts }) => {
    const sent = await send(work, programme, { way: 'call', facts });
    return sent.ok ? { ok: true, value: takenOf(sent.value) } : sent;
  },
});

const written = {
  programme: Type.String(),
  fact: factCellsSchema,
  asksFirst: Type.Optional(
    Type.Boolean({ description: 'Whether nothing is recorded yet of somebody new here.' }),
  ),
};

const writtenSchema = Type.Object({
  ...takenSchema.properties,
  participant: Type.Optional(
    Type.String({ description: 'The reference here of whom it is about.' }),
  ),
});

export const writeFact = action({
  name: 'facts.write_fact',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Records one fact.',
  input: Type.Object(written, { additionalProperties: false }),
  output: writtenSchema,
  run: writeOne,
});

/**
 * The same with a file that shows it, which a form of ours sends along. No call takes it: a program
 * would name any file and any key as its own. It attaches a file that it sends.
 */
export const writeFactForm = action({
  name: 'facts.write_fact_form',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Records one fact, with a file that shows it if there is one.',
  input: Type.Object(
    { ...written, shown: Type.Optional(shownSchema) },
    { additionalProperties: false },
  ),
  output: writtenSchema,
  run: writeOne,
});

type Written = Readonly<{
  programme: string;
  fact: FactCells;
  shown?: Static<typeof shownSchema>;
  asksFirst?: boolean;
}>;

async function writeOne(
  work: Work,
  { programme, fact, shown, asksFirst = false }: Written,
): Promise<Result<Static<typeof writtenSchema>>> {
  const sent = await send(work, programme, { way: 'form', facts: [fact], asksFirst });
  if (!sent.ok) return sent;
  const { arrival, ids, people } = sent.value;
  const [participant] = people.values();
  const asked = { programme, arrival, ids };
  const added = shown === undefined ? [] : await listFactsOfArrival(work.tx, asked);
  for (const each of added) if (shown) await keepEvidence(work, each, shown);
  const about = participant === undefined ? {} : { participant };
  return { ok: true, value: { ...takenOf(sent.value), ...about } };
}

function takenOf({ arrival, added, sentBefore, warnings }: Added): Taken {
  return { arrival, added, sentBefore, warnings };
}

async function send(work: Work, programme: string, sent: FactsToAdd): Promise<Result<Added>> {
  const money = await checkMoney(work, programme, sent.facts);
  return money.ok ? addFacts(work, programme, sent) : money;
}

/** Whoever may see no amounts writes none. */
export async function checkMoney(
  { tx, actor }: Work,
  programme: string,
  facts: readonly FactCells[],
): Promise<Result<null>> {
  if (!seesNoMoney(actor)) return { ok: true, value: null };
  const contract = (await findRules(tx, programme))?.contracts.at(-1);
  if (contract === undefined) return { ok: true, value: null };
  const isMoney = tellsMoney(contract);
  const problems = facts.flatMap(({ kind = '' }, at) =>
    isMoney(kind) ? [factOfMoney(placeOfRow(at + 1, 'kind'), kind)] : [],
  );
  return problems.length === 0 ? { ok: true, value: null } : { ok: false, problems };
}
