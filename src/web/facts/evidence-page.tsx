import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { type Answer, fileNotChosen, type Visit } from '../../http/index.ts';
import { attachEvidence, seeClaim } from '../../service/facts-in/index.ts';
import { Button, Buttons, Day, Facts, Field, Form, Moment, Notice } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { factsAddress } from './address.ts';
import { claimFacts } from './claim-facts.tsx';
import { FactState } from './fact-state.tsx';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { ofProgramme } from './of-programme.ts';
import { begun, bytesInWords } from './words.ts';

/** A fact as those see it who have to show it. */
export type SeenClaim = Static<(typeof seeClaim)['output']>;

/** A fact that was claimed, and the form by which more is shown for it. */
export const showEvidence = ofProgramme(async ({ visit, programme, problems }) => {
  const input = { programme: programme.programme, fact: visit.params.fact };
  const seen = await visit.perform(seeClaim, input);
  if (!seen.ok) return showRefused(visit, seen.problems);
  return showPage(
    visit,
    { title: 'Show a fact', problems, ...edgeOf(programme) },
    <Body programme={programme} claim={seen.value} />,
  );
});

/** Takes a file that shows a fact. */
export async function takeEvidence(visit: Visit): Promise<Answer> {
  if (visit.uploadProblems.length > 0) return showEvidence(visit, visit.uploadProblems);
  const { shown } = visit.uploads;
  if (shown === undefined) return showEvidence(visit, [fileNotChosen('shown')]);
  const { programme = '', fact = '' } = visit.params;
  const sent = await visit.perform(attachEvidence, { programme, fact, ...shown });
  if (!sent.ok) return showEvidence(visit, sent.problems);
  const say = 'The file is attached. Whoever verifies it sees it now.';
  return { kind: 'go', to: factsAddress(programme, fact, 'evidence'), say };
}

type BodyProps = Readonly<{ programme: OwnProgramme; claim: SeenClaim }>;

function Body({ programme, claim }: BodyProps): JSX.Element {
  const { fact, asked, isWaiting } = claim;
  return (
    <>
      <FactsHead programme={programme} lead="What shows it is seen by whoever verifies it alone.">
        {begun(fact.kind)}
      </FactsHead>
      {asked !== undefined && (
        <Notice tone="attention" title="More is asked for">
          <p>{asked.words}.</p>
        </Notice>
      )}
      <Facts facts={factsOf(claim)} />
      <Sent claim={claim} />
      {isWaiting ? (
        <Attaching programme={programme.programme} claim={claim} />
      ) : (
        <Notice tone="neutral">It is decided, and nothing more is to be shown for it.</Notice>
      )}
    </>
  );
}

function factsOf({ fact, participant, enough, decideBy }: SeenClaim) {
  return [
    ...claimFacts({ fact, participant }),
    { name: 'State', value: <FactState fact={fact} /> },
    ...(enough === undefined ? [] : [{ name: 'Enough to show it', value: begun(enough) }]),
    ...(decideBy === undefined
      ? []
      : [{ name: 'Decided by', value: <Day day={decideBy as CalendarDay} /> }]),
  ];
}

function Sent({ claim: { shown } }: Readonly<{ claim: SeenClaim }>): JSX.Element {
  return (
    <>
      <h2>Sent so far</h2>
      {shown.length === 0 ? (
        <p>Nothing has been sent to show it.</p>
      ) : (
        <ul>
          {shown.map(({ type, bytes, at }) => (
            <li key={at}>
              {type}, {bytesInWords(bytes)}, on <Moment at={at} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type AttachingProps = Readonly<{ programme: string; claim: SeenClaim }>;

function Attaching({ programme, claim }: AttachingProps): JSX.Element {
  return (
    <Form action={factsAddress(programme, claim.fact.id, 'evidence')} name="evidence" hasFiles>
      <Field
        kind="file"
        name="shown"
        label={claim.shown.length === 0 ? 'What shows it' : 'What else shows it'}
        hint="A PDF, picture or table of up to 50 MB. What is attached stays attached."
      />
      <Buttons>
        <Button>Attach it</Button>
        <a href={factsAddress(programme)}>Back to the facts</a>
      </Buttons>
    </Form>
  );
}
