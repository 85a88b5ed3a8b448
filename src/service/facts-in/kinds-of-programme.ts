import Type from 'typebox';
import { declaredKinds } from '../../contract/index.ts';
import { listParties } from '../../store/index.ts';
import { seesMoney } from '../access/index.ts';
import { action } from '../act/index.ts';
import { namesFor, tellsMoney } from './money-kinds.ts';
import { factsBeforePage } from './problems.ts';
import { findRules } from './programme-rules.ts';
import { proofOf } from './proof-of.ts';
import { senderOf } from './sender.ts';
import { valueUnits } from './value-units.ts';
import { maySay } from './who-may-say.ts';
import { partsThatSend, whoSends } from './who-sends.ts';

const kindSchema = Type.Object({
  name: Type.String(),
  shape: Type.Union([Type.Literal('spell'), Type.Literal('occurrence'), Type.Literal('score')]),
  value: Type.Union([Type.Literal('none'), Type.Literal('optional'), Type.Literal('required')]),
  unit: Type.Optional(Type.String({ description: 'What its value is counted in.' })),
  low: Type.Optional(Type.String({ description: 'The least that a score may be.' })),
  high: Type.Optional(Type.String({ description: 'The most that a score may be.' })),
  sources: Type.Array(Type.String()),
  isVerified: Type.Boolean({ description: 'Whether what a provider says is a claim at first.' }),
  evidence: Type.Optional(Type.String({ description: 'What is enough to show it.' })),
  isBuiltIn: Type.Boolean(),
  needsProvider: Type.Boolean(),
});

export const kindsOfProgramme = action({
  name: 'facts.list_kinds',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'The kinds of fact about one participant that the page rests on, for forms.',
  input: Type.Object({ programme: Type.String() }, { additionalProperties: false }),
  output: Type.Object({
    kinds: Type.Array(kindSchema),
    groups: Type.Array(Type.String()),
    characteristics: Type.Array(Type.String()),
    providers: Type.Array(Type.String()),
  }),
  run: async (work, { programme }) => {
    const { tx, actor } = work;
    const found = await findRules(tx, programme);
    const contract = found?.contracts.at(-1);
    if (found === undefined || contract === undefined) {
      return { ok: false, problems: [factsBeforePage()] };
    }
    const proof = proofOf(contract);
    const declared = declaredKinds(contract);
    const unitOf = valueUnits(contract);
    const isMoney = tellsMoney(contract);
    const mayMoney = actor.kind === 'account' && seesMoney(actor.duties);
    const named = namesFor(actor, contract);
    // Whoever may not read a name is not offered it: somebody else records what it stands for.
    const mayRead = (name: string) => named(name) === name;
    const sender = await senderOf(work, programme);
    const kinds = [...found.rules.kinds.values()].filter(
      ({ name, about }) =>
        !notInForms.has(about) &&
        (mayMoney || !isMoney(name)) &&
        mayRead(name) &&
        maySay(sender, { kind: name, participant: someone }),
    );
    const parties = await listParties(tx, programme);
    return {
      ok: true,
      value: {
        kinds: kinds.map(({ name, shape, value, sources, needs }) => {
          const unit = unitOf(name);
          const { low, high } = declared.get(name) ?? {};
          const evidence = proof.evidenceFor(name);
          return {
            name,
            shape,
            value,
            sources: [...sources],
            isVerified: proof.isVerified(name),
            isBuiltIn: !declared.has(name),
            needsProvider: needs?.includes('provider') === true,
            ...(unit === undefined ? {} : { unit }),
            ...(low === undefined ? {} : { low }),
            ...(high === undefined ? {} : { high }),
            ...(evidence === undefined ? {} : { evidence }),
          };
        }),
        groups: [...found.rules.groups].filter(mayRead),
        characteristics: [...found.rules.characteristics].filter(mayRead),
        providers: parties.filter(({ part }) => part === 'provider').map(({ name }) => name),
      },
    };
  },
});

// A form is about one participant.
const someone = 'someone';

const notInForms: ReadonlySet<string> = new Set(['cohort', 'provider', 'any']);
