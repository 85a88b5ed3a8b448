import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, GivenFile, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { askEvidence, claims, decideFact, giveEvidence } from '../../service/facts-in/index.ts';
import { begun, edgeOf, FactsHead, isBeforePage, ofProgramme } from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { Empty } from '../look/index.ts';
import { type OwnProgramme, showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { verificationAddress } from './address.ts';
import { ClaimView } from './claim-view.tsx';
import { placeIn, placeOf, type QueuePlace, queryOf } from './queue-place.ts';
import { counted, Waiting } from './waiting-list.tsx';

/** A stretch of what waits. */
export type Listed = Static<(typeof claims)['output']>;

/** A claim as it waits for its verifier. */
export type Claim = Listed['claims'][number];

/** What waits to be verified: one claim with its evidence beside it, the others under it. */
export const showQueue = ofProgramme(async ({ visit, programme, problems }) => {
  const { at, ...stretch } = placeOf(visit.query);
  const listed = await visit.perform(claims, { programme: programme.programme, ...stretch });
  if (!listed.ok) {
    return isBeforePage(listed.problems)
      ? showUnpublished(visit, programme, 'verification')
      : showRefused(visit, listed.problems);
  }
  if (isPast(listed.value, stretch)) {
    return { kind: 'go', to: verificationAddress(programme.programme, queryOf(ofOne(stretch))) };
  }
  const place = { ...stretch, ...(at === undefined ? {} : { at }) };
  return showPage(
    visit,
    { title: 'Verification', width: 'wide', problems, ...edgeOf(programme) },
    <Body programme={programme} listed={listed.value} place={place} />,
  );
});

// All of a stretch may have been decided since: what waits is shown from its beginning.
function isPast({ claims: all, waiting }: Listed, { after, before }: QueuePlace): boolean {
  return all.length === 0 && waiting > 0 && (after !== undefined || before !== undefined);
}

function ofOne({ provider }: QueuePlace): QueuePlace {
  return provider === undefined ? {} : { provider };
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
  if (!decided.ok) return showAgain(visit, decided.problems);
  const say = decided.value.state === 'verified' ? 'Verified.' : 'Rejected.';
  return { kind: 'go', to: nextOf(visit), say };
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
  if (!asked.ok) return showAgain(visit, asked.problems.map(atAsk));
  return { kind: 'go', to: nextOf(visit), say: 'More is asked for. The claim goes on waiting.' };
}

// The page has another field for the reasons of a rejection.
function atAsk(problem: Problem): Problem {
  const isReason = problem.at.field === 'reason';
  return isReason ? { ...problem, at: { ...problem.at, field: 'ask' } } : problem;
}

async function showAgain(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const place = placeIn(formText(visit, 'here'));
  return showQueue({ ...visit, query: { ...place, at: visit.params.fact ?? '' } }, problems);
}

function nextOf(visit: Visit): string {
  const { programme = '' } = visit.params;
  return verificationAddress(programme, queryOf(placeIn(formText(visit, 'next'))));
}

/** Hands out what shows a fact. */
export async function giveFile(visit: Visit): Promise<Answer> {
  const { programme, evidence } = visit.params;
  const given = await visit.perform(giveEvidence, { programme, evidence });
  if (!given.ok) return showRefused(visit, given.problems);
  return { kind: 'file', file: given.value as GivenFile };
}

type BodyProps = Readonly<{ programme: OwnProgramme; listed: Listed; place: QueuePlace }>;

function Body({ programme, listed, place }: BodyProps): JSX.Element {
  const { claims: all, waiting } = listed;
  const number = Math.max(
    0,
    all.findIndex(({ fact }) => fact.id === place.at),
  );
  const claim = all[number];
  const id = programme.programme;
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
          <p>
            New claims appear here as they come in. What you recorded or drew yourself is left to a
            colleague.
          </p>
        </Empty>
      ) : (
        <ClaimView
          programme={id}
          claim={claim}
          number={`${counted(listed.passed + number + 1)} of ${counted(waiting)}`}
          here={{ ...place, at: claim.fact.id }}
          before={placeBeside({ listed, place, number: number - 1 })}
          after={placeBeside({ listed, place, number: number + 1 })}
        />
      )}
      <Waiting programme={id} listed={listed} place={place} here={claim?.fact.id} />
    </>
  );
}

type Beside = Readonly<{ listed: Listed; place: QueuePlace; number: number }>;

/** The place of the claim of this number; beyond the last one the next stretch begins. */
function placeBeside({ listed, place, number }: Beside): QueuePlace | undefined {
  const claim = listed.claims[number];
  if (claim !== undefined) return { ...place, at: claim.fact.id };
  if (number < 0 || listed.after === undefined) return undefined;
  return { ...ofOne(place), after: listed.after };
}

function waitingWords(waiting: number): string {
  return waiting === 1 ? '1 waits' : `${begun(counted(waiting))} wait`;
}
