import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, GivenFile, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { askEvidence, claims, decideFact, giveEvidence } from '../../service/facts-in/index.ts';
import {
  begun,
  Days,
  detailOf,
  edgeOf,
  FactsHead,
  findProgramme,
  isBeforePage,
} from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { Empty, Table } from '../look/index.ts';
import { type OwnProgramme, showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { verificationAddress } from './address.ts';
import { ClaimView } from './claim-view.tsx';
import { DecideBy } from './decide-by.tsx';

type Listed = Static<(typeof claims)['output']>;

/** A claim as it waits for its verifier. */
export type Claim = Listed['claims'][number];

/** What waits to be verified: one claim with its evidence beside it, the others under it. */
export async function showQueue(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const found = await findProgramme(visit);
  if (!found.ok) return found.answer;
  const { programme } = found;
  const listed = await visit.perform(claims, { programme: programme.programme });
  if (!listed.ok) {
    return isBeforePage(listed.problems)
      ? showUnpublished(visit, programme, 'verification')
      : showRefused(visit, listed.problems);
  }
  return showPage(
    visit,
    { title: 'Verification', width: 'wide', problems, ...edgeOf(programme) },
    <Body visit={visit} programme={programme} listed={listed.value} />,
  );
}

/** Takes what a verifier found, and goes on with the next. */
export async function takeFinding(visit: Visit): Promise<Answer> {
  const { programme = '', fact = '' } = visit.params;
  const finding = formText(visit, 'finding');
  const reason = formText(visit, 'reason');
  const decided = await visit.perform(decideFact, {
    programme,
    fact,
    finding,
    ...(finding === 'rejected' && reason !== '' ? { reason } : {}),
  });
  if (!decided.ok) return showQueue({ ...visit, query: { at: fact } }, decided.problems);
  const next = formText(visit, 'next');
  const say = decided.value.state === 'verified' ? 'Verified.' : 'Rejected.';
  return { kind: 'go', to: verificationAddress(programme, next === '' ? '' : `?at=${next}`), say };
}

/** Asks whoever claimed it to show more, and goes on with the next; the claim goes on waiting. */
export async function takeAsk(visit: Visit): Promise<Answer> {
  const { programme = '', fact = '' } = visit.params;
  const reason = formText(visit, 'ask');
  const asked = await visit.perform(askEvidence, {
    programme,
    fact,
    ...(reason === '' ? {} : { reason }),
  });
  if (!asked.ok) return showQueue({ ...visit, query: { at: fact } }, asked.problems);
  const next = formText(visit, 'next');
  const say = 'More is asked for. The claim goes on waiting.';
  return { kind: 'go', to: verificationAddress(programme, next === '' ? '' : `?at=${next}`), say };
}

/** Hands out what shows a fact. */
export async function giveFile(visit: Visit): Promise<Answer> {
  const { programme, evidence } = visit.params;
  const given = await visit.perform(giveEvidence, { programme, evidence });
  if (!given.ok) return showRefused(visit, given.problems);
  return { kind: 'file', file: given.value as GivenFile };
}

type BodyProps = Readonly<{ visit: Visit; programme: OwnProgramme; listed: Listed }>;

function Body({ visit, programme, listed }: BodyProps): JSX.Element {
  const { claims: all, waiting } = listed;
  const at = all.findIndex(({ fact }) => fact.id === visit.query.at);
  const place = Math.max(0, at);
  const claim = all[place];
  const id = programme.programme;
  const before = all[place - 1]?.fact.id;
  const after = all[place + 1]?.fact.id;
  return (
    <>
      <FactsHead
        programme={programme}
        here="verification"
        lead={
          waiting === 0
            ? 'What providers claim comes here before it counts.'
            : `${waitingWords(waiting)}; what is to be decided first comes first.`
        }
      >
        Verification
      </FactsHead>
      {claim === undefined ? (
        <Empty title="Nothing waits to be verified">
          <p>New claims appear here as they come in.</p>
        </Empty>
      ) : (
        <ClaimView
          programme={id}
          claim={claim}
          place={`${place + 1} of ${all.length}`}
          before={before}
          after={after}
        />
      )}
      {all.length > 1 && <Others programme={id} all={all} here={claim?.fact.id} />}
    </>
  );
}

const countedMost = 1000;

function waitingWords(waiting: number): string {
  if (waiting > countedMost) return `More than ${countedMost.toLocaleString('en-GB')} wait`;
  return waiting === 1 ? '1 waits' : `${waiting.toLocaleString('en-GB')} wait`;
}

type OthersProps = Readonly<{
  programme: string;
  all: readonly Claim[];
  here: string | undefined;
}>;

function Others({ programme, all, here }: OthersProps): JSX.Element {
  const isDated = all.some(({ decideBy }) => decideBy !== undefined);
  return (
    <Table
      caption="All that wait"
      onPhone="lines"
      columns={[
        { label: 'What' },
        { label: 'When' },
        { label: 'Detail' },
        { label: 'Shown by', inLine: 'end' },
        ...(isDated ? [{ label: 'Decision', inLine: 'across' as const }] : []),
      ]}
      rows={all.map((claim) => {
        const { fact, evidence, asked } = claim;
        return {
          key: fact.id,
          cells: [
            <a
              key="what"
              href={verificationAddress(programme, `?at=${fact.id}`)}
              aria-current={fact.id === here ? 'true' : undefined}
            >
              {begun(fact.kind)}
            </a>,
            <Days key="days" fact={fact} />,
            detailOf(fact),
            asked === undefined ? shownBy(evidence.length) : 'more asked for',
            ...(isDated ? [<DecideBy key="by" claim={claim} />] : []),
          ],
        };
      })}
      empty={null}
    />
  );
}

function shownBy(files: number): string {
  return files === 0 ? 'nothing so far' : files === 1 ? '1 file' : `${files} files`;
}
