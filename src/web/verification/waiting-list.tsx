import type { JSX } from 'preact';
import { begun, Days, factDetail } from '../facts/index.ts';
import { Button, Buttons, Field, Form, Pager, Table } from '../look/index.ts';
import { verificationAddress } from './address.ts';
import { DecideBy } from './decide-by.tsx';
import type { Claim, Listed } from './queue-page.tsx';
import { type QueuePlace, queryOf } from './queue-place.ts';

const countedMost = 1000;

/** A number of those that wait, which are counted so far and no further. */
export function counted(waiting: number): string {
  const most = countedMost.toLocaleString('en-GB');
  return waiting > countedMost ? `more than ${most}` : waiting.toLocaleString('en-GB');
}

export type WaitingProps = Readonly<{
  programme: string;
  listed: Listed;
  place: QueuePlace;
  /** The claim that is shown above. */
  here: string | undefined;
}>;

/** All that wait, a stretch at a time, or those of one provider. */
export function Waiting(props: WaitingProps): JSX.Element {
  const { programme, listed, place } = props;
  const { provider } = place;
  const of = provider === undefined ? {} : { provider };
  const at = (to: QueuePlace) => verificationAddress(programme, queryOf({ ...of, ...to }));
  const { after, before, passed, waiting, claims } = listed;
  const last = passed + claims.length;
  return (
    <section aria-label="All that wait">
      <OfProvider programme={programme} listed={listed} provider={provider} />
      {claims.length > 1 && <Others {...props} />}
      <Pager
        of="claims"
        before={before === undefined ? undefined : at({ before })}
        after={after === undefined ? undefined : at({ after })}
        here={`${counted(passed + 1)} to ${counted(last)} of ${counted(waiting)}`}
      />
    </section>
  );
}

type OfProps = Readonly<{ programme: string; listed: Listed; provider: string | undefined }>;

function OfProvider({ programme, listed: { providers }, provider }: OfProps): JSX.Element | null {
  if (providers.length < 2) return null;
  return (
    <Form action={verificationAddress(programme)} name="of" isSearch>
      <div class="claim-of">
        <Field
          kind="select"
          name="provider"
          label="Whose claims"
          empty="All providers"
          value={provider ?? ''}
          options={providers.map(({ organisation, name }) => ({
            value: organisation,
            label: name,
          }))}
        />
        <Buttons>
          <Button kind="quiet">Show</Button>
        </Buttons>
      </div>
    </Form>
  );
}

function Others({ programme, listed: { claims }, place, here }: WaitingProps): JSX.Element {
  const isDated = claims.some(({ decideBy }) => decideBy !== undefined);
  const at = (id: string) => verificationAddress(programme, queryOf({ ...place, at: id }));
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
      rows={claims.map((claim) => ({
        key: claim.fact.id,
        cells: [
          <a
            key="what"
            href={at(claim.fact.id)}
            aria-current={claim.fact.id === here ? 'true' : undefined}
          >
            {begun(claim.fact.kind)}
          </a>,
          <Days key="days" fact={claim.fact} />,
          factDetail(claim.fact),
          shownBy(claim),
          ...(isDated ? [<DecideBy key="by" claim={claim} />] : []),
        ],
      }))}
      empty={null}
    />
  );
}

function shownBy({ asked, evidence }: Claim): string {
  if (asked !== undefined) return 'more asked for';
  const files = evidence.length;
  return files === 0 ? 'nothing so far' : files === 1 ? '1 file' : `${files} files`;
}
