import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { begun, bytesInWords, claimFacts, recorder } from '../facts/index.ts';
import { Day, DayOf, Facts, Notice } from '../look/index.ts';
import { verificationAddress } from './address.ts';
import { DecideBy } from './decide-by.tsx';
import { FindingForms } from './finding-forms.tsx';
import type { Claim } from './queue-page.tsx';
import { type QueuePlace, queryOf } from './queue-place.ts';

type ClaimProps = Readonly<{
  programme: string;
  claim: Claim;
  /** Its number among all that wait, "3 of 12". */
  number: string;
  here: QueuePlace;
  before: QueuePlace | undefined;
  after: QueuePlace | undefined;
}>;

/** One claim: what it says on the left, what shows it on the right, and the finding under it. */
export function ClaimView(props: ClaimProps): JSX.Element {
  const { programme, claim, here, after } = props;
  const { fact, asked } = claim;
  return (
    <article class="claim" aria-labelledby="claim-title">
      <header class="claim-head">
        <h2 id="claim-title">{begun(fact.kind)}</h2>
        <DecideBy claim={claim} />
        <Way {...props} />
      </header>
      <div class="claim-said">
        <Facts facts={factsOf(claim)} />
        {asked !== undefined && (
          <Notice tone="waiting" title="More was asked for">
            <p>
              {asked.words}. Nothing has come in since <DayOf at={asked.at} />.
            </p>
          </Notice>
        )}
      </div>
      <Shown programme={programme} claim={claim} />
      <FindingForms programme={programme} claim={claim} here={here} next={after} />
    </article>
  );
}

function Way({ programme, number, before, after }: ClaimProps): JSX.Element {
  const at = (place: QueuePlace) => verificationAddress(programme, queryOf(place));
  return (
    <nav class="claim-way" aria-label="Claims">
      <span>{number}</span>
      {before !== undefined && (
        <a href={at(before)} data-key="k">
          Previous <kbd>k</kbd>
        </a>
      )}
      {after !== undefined && (
        <a href={at(after)} data-key="j">
          Next <kbd>j</kbd>
        </a>
      )}
    </nav>
  );
}

function factsOf({ fact, participant, since, enough }: Claim) {
  return [
    ...claimFacts({ fact, participant }),
    { name: 'Claimed by', value: begun(recorder(fact.recordedBy, fact.isOwn)) },
    { name: 'Came in', value: <Day day={since as CalendarDay} /> },
    ...(enough === undefined ? [] : [{ name: 'Enough to show it', value: begun(enough) }]),
  ];
}

const pictures: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp']);

function Shown({ programme, claim }: Readonly<{ programme: string; claim: Claim }>): JSX.Element {
  const { evidence } = claim;
  return (
    <section class="claim-shown" aria-label="Evidence">
      <h3>What shows it</h3>
      {evidence.length === 0 && <p>Nothing is shown for it so far.</p>}
      {evidence.map(({ id, type, bytes }, number) => {
        const href = verificationAddress(programme, `/evidence/${id}`);
        return (
          <figure key={id}>
            {pictures.has(type) && <img src={href} alt={`Evidence ${number + 1}`} />}
            <figcaption>
              <a href={href}>
                Take evidence {number + 1} ({type}, {bytesInWords(bytes)})
              </a>
            </figcaption>
          </figure>
        );
      })}
    </section>
  );
}
