import Type, { type Static } from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { type Contract, findTerm, forms } from '../../contract/index.ts';
import { checkApplication, shownUntil } from '../../market/index.ts';
import { formatDecimal, parsePercent } from '../../money/index.ts';
import { assert, type Problem, type Result } from '../../problem/index.ts';
import { addParty, addSignature } from '../../store/index.ts';
import {
  type Application,
  addConditionShown,
  countServing,
  findProvider,
  moveProvider,
  type Provider,
} from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts, type FactCells } from '../facts-in/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { tellBound } from '../programmes/index.ts';
import { dayShape, nothingElse } from '../programmes/shapes.ts';
import { answersTo, textOf } from './answers.ts';
import { getPageAgreed, type JoiningPage } from './joining-page.ts';
import { deciders } from './may-join.ts';
import { noPlaceLeft } from './problems.ts';
import { checkProviderName } from './provider-name.ts';
import { whichApplication } from './read-application.ts';
import { findWaiting } from './refuse.ts';
import { endApplication } from './withdraw.ts';

const input = Type.Object(
  {
    ...whichApplication,
    /** How the facts are to name it, where not as it applied. */
    name: Type.Optional(Type.String({ maxLength: 200 })),
  },
  nothingElse,
);

const output = Type.Object(
  {
    name: Type.String(),
    /** The first day on which somebody may be referred to it. */
    joinsOn: dayShape,
  },
  nothingElse,
);

/**
 * Admits a provider: it stands as one, is a party of the programme, is bound by the version that it
 * agreed to, and settlement knows of it, all at once.
 */
export const admitApplication = action({
  name: 'joining.admit',
  kind: 'change',
  who: deciders,
  parts: ['commissioner'],
  summary: 'Admits a provider whose application meets the conditions of the page.',
  input,
  output,
  run: admit,
});

async function admit(
  work: Work,
  { name: asked, ...which }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const waiting = await findWaiting(work, which);
  if (!waiting.ok) return waiting;
  const application = waiting.value;
  const page = await getPageAgreed(work.tx, application);
  const applied = await findProvider(work.tx, which);
  const name = asked?.trim() ?? applied?.name ?? '';
  const problems = [
    ...checkApplication(page.form, application.answers, work.today as Day),
    ...(await checkProviderName(work, { ...which, name })),
    ...(await placeProblems(work, page.contract, which.programme)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const ended = await endApplication(work, application, { is: 'admitted', reasons: null });
  if (!ended.ok) return ended;
  const provider = { ...ended.value, name };
  await moveProvider(work.tx, provider);
  await enter(work, { application, provider, page });
  const told = await tellBound(work, which.programme);
  if (!told.ok) return told;
  const facts = await addFacts(work, which.programme, {
    way: 'service',
    facts: factsOf(application, provider),
  });
  if (!facts.ok) return facts;
  return { ok: true, value: { name, joinsOn: joinsOnOf(provider) } };
}

type Admitted = Readonly<{
  application: Application;
  provider: Provider;
  page: Omit<JoiningPage, 'programme'>;
}>;

async function enter(work: Work, { application, provider, page }: Admitted): Promise<void> {
  const { programme, organisation, version, pageHash, appliedBy, appliedAt } = application;
  assert(version !== null && pageHash !== null, 'who applies agrees to a version by its hash');
  assert(appliedBy !== null && appliedAt !== null, 'an application was sent by somebody');
  const whose = { programme, organisation };
  const { name } = provider;
  await addParty(work.tx, { ...whose, part: 'provider', name, joinedAt: work.now });
  const signed = { signedBy: appliedBy, signedAt: appliedAt };
  await addSignature(work.tx, { ...whose, version, pageHash, ...signed });
  const { contract, form } = page;
  const answers = answersTo(form.fields, application.answers);
  const on = (application.appliedOn ?? work.today) as Day;
  for (const { condition, until } of shownUntil(contract, form, { answers, on })) {
    const fields = form.fields.filter(({ restsOn }) => restsOn === condition);
    await addConditionShown(work.tx, {
      ...whose,
      condition,
      shownOn: on,
      until,
      answers: answersTo(fields, answers),
      by: actingFor(work).account,
      at: work.now,
    });
  }
}

/** What settlement goes by: that it joined, and for how much less it works. */
function factsOf({ answers }: Application, provider: Provider): readonly FactCells[] {
  const cells = { provider: provider.name, day: joinsOnOf(provider) };
  const written = textOf(answers, 'discount');
  const share = written === '' ? undefined : parsePercent(written);
  const value = share === undefined ? '0' : formatDecimal(share);
  const joined = { kind: 'joined', ...cells };
  return value === '0' ? [joined] : [joined, { kind: 'discount', ...cells, value }];
}

function joinsOnOf({ admittedOn }: Provider): string {
  assert(admittedOn !== null, 'who was admitted joins on a day');
  return admittedOn;
}

/** How many may sign the page is its own; admissions come one by one so that it is kept. */
async function placeProblems(
  { tx }: Work,
  { sections: { market = [] } }: Contract,
  programme: string,
): Promise<readonly Problem[]> {
  const isOne = findTerm(market, forms.market.signers)?.number === 'One provider';
  const most = isOne ? 1 : findTerm(market, forms.market.signersMost)?.most;
  if (most === undefined) return [];
  return (await countServing(tx, programme)) < Number(most) ? [] : [noPlaceLeft(Number(most))];
}
