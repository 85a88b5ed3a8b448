import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { rejectionReasons } from '../../service/facts-in/index.ts';
import { begun, bytesInWords, Days, detailOf, recorder, shortReference } from '../facts/index.ts';
import { Buttons, Day, Facts, Field, Form, Notice } from '../look/index.ts';
import { verificationAddress } from './address.ts';
import type { Claim } from './queue-page.tsx';

type ClaimProps = Readonly<{
  programme: string;
  claim: Claim;
  before: string | undefined;
  after: string | undefined;
}>;

/** One claim: what it says on the left, what shows it on the right, and the finding under it. */
export function ClaimView({ programme, claim, before, after }: ClaimProps): JSX.Element {
  const { fact } = claim;
  const at = (id: string) => verificationAddress(programme, `?at=${id}`);
  return (
    <article class="claim" aria-labelledby="claim-title">
      <div class="claim-said">
        <h2 id="claim-title">{begun(fact.kind)}</h2>
        <Facts facts={factsOf(claim)} />
      </div>
      <Shown programme={programme} claim={claim} />
      {claim.mayDecide ? (
        <Finding programme={programme} fact={fact.id} next={after} />
      ) : (
        <Notice tone="neutral">You recorded this. A colleague verifies it.</Notice>
      )}
      <nav class="claim-way" aria-label="Claims">
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
    </article>
  );
}

function factsOf({ fact, participant, since, enough }: Claim) {
  const { provider, ...rest } = fact;
  const detail = detailOf(rest);
  return [
    { name: 'When', value: <Days fact={fact} /> },
    ...(provider === undefined ? [] : [{ name: 'Provider', value: provider }]),
    ...(detail === '' ? [] : [{ name: 'What it says', value: detail }]),
    { name: 'Participant', value: <code>{shortReference(participant)}</code> },
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
      {evidence.length === 0 && <p>Nothing was attached.</p>}
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

type FindingProps = Readonly<{ programme: string; fact: string; next: string | undefined }>;

function Finding({ programme, fact, next = '' }: FindingProps): JSX.Element {
  return (
    <div class="claim-finding">
      <Form action={verificationAddress(programme, `/${fact}`)} name="finding">
        <input type="hidden" name="next" value={next} />
        <Field
          kind="select"
          name="reason"
          label="If it is rejected: why?"
          empty="Choose a reason"
          isOptional
          options={Object.entries(rejectionReasons).map(([value, label]) => ({ value, label }))}
        />
        <Buttons>
          <button
            class="button button-main"
            type="submit"
            name="finding"
            value="verified"
            data-key="a"
          >
            Verify <kbd>a</kbd>
          </button>
          <button
            class="button button-grave"
            type="submit"
            name="finding"
            value="rejected"
            data-key="r"
            data-key-first="reason"
          >
            Reject <kbd>r</kbd>
          </button>
        </Buttons>
      </Form>
    </div>
  );
}
