import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Visit } from '../../http/index.ts';
import type { kindsOfProgramme } from '../../service/facts-in/index.ts';
import { Button, Buttons, Field, Form, Notice } from '../look/index.ts';
import type { KnownParticipant } from './participants-known.ts';
import { begun, referralStates } from './words.ts';

type Kinds = Static<(typeof kindsOfProgramme)['output']>;
type Kind = Kinds['kinds'][number];

export type FactFormProps = Readonly<{
  action: string;
  /** Where another kind of fact is chosen. */
  another: string;
  visit: Visit;
  kind: Kind;
  kinds: Kinds;
  known: readonly KnownParticipant[];
  /** The reference that is asked about: it is new here. */
  asked: string | undefined;
}>;

/** What is asked of a fact of one kind. */
export function FactForm(props: FactFormProps): JSX.Element {
  const { action, visit, kind, kinds, known } = props;
  const participant = visit.query.participant;
  return (
    <Form
      action={action}
      hasFiles
      values={{ ...(participant === undefined ? {} : { participant }), ...visit.form }}
    >
      <input type="hidden" name="kind" value={kind.name} />
      {kind.isVerified && (
        <Notice tone="neutral">
          Somebody else verifies this before it counts.
          {kind.evidence !== undefined && ` ${begun(kind.evidence)} is enough to show it.`}
        </Notice>
      )}
      <Field
        kind="text"
        name="participant"
        label="Participant"
        hint={
          known.length === 0
            ? 'The reference, never a name.'
            : 'The reference, never a name. Those who are with you are offered as you type.'
        }
        autocomplete="off"
        offers={known.map(offerOf)}
      />
      <ProviderFields kind={kind} kinds={kinds} />
      <DayFields kind={kind} />
      <RestFields kind={kind} />
      <Ending {...props} />
    </Form>
  );
}

function RestFields({ kind }: Readonly<{ kind: Kind }>): JSX.Element {
  return (
    <>
      {kind.value !== 'none' && (
        <Field
          kind="number"
          name="value"
          label={valueLabel(kind)}
          hint={boundsOf(kind)}
          isOptional={kind.value === 'optional'}
        />
      )}
      {kind.sources.length > 0 && (
        <Field
          kind="select"
          name="source"
          label="Where does the record come from?"
          empty="Not said"
          isOptional
          options={kind.sources.map((source) => ({ value: source, label: begun(source) }))}
        />
      )}
      {kind.isVerified && (
        <Field
          kind="file"
          name="shown"
          label="What shows it"
          hint="A PDF, picture or table. Whoever verifies it sees it, and nobody else."
          isOptional
        />
      )}
    </>
  );
}

/** The buttons; where a new reference is asked about, how it is mended or meant. */
function Ending({ asked, another, visit }: FactFormProps): JSX.Element {
  return (
    <>
      {asked !== undefined && visit.uploads.shown !== undefined && (
        <p>Choose the file that shows it again: nothing of what was sent is kept so far.</p>
      )}
      {asked !== undefined && (
        <p>Mend the reference, unless you are the first to write of them here.</p>
      )}
      <Buttons>
        <Button>Record it</Button>
        {asked !== undefined && (
          <Button kind="quiet" name="sure" value={asked}>
            Record it all the same
          </Button>
        )}
        <a href={another}>Another kind of fact</a>
      </Buttons>
    </>
  );
}

function valueLabel({ shape, unit }: Kind): string {
  if (shape === 'score') return 'Score';
  return unit === undefined ? 'Value' : begun(unit);
}

function boundsOf({ low, high }: Kind): string | undefined {
  return low === undefined || high === undefined ? undefined : `From ${low} to ${high}.`;
}

function offerOf({ participant, state, provider }: KnownParticipant) {
  return { value: participant, label: `${referralStates[state] ?? state}, ${provider}` };
}

function ProviderFields({ kind, kinds }: Readonly<{ kind: Kind; kinds: Kinds }>) {
  // Somebody may be referred before it is known to whom.
  const isReferred = kind.name === 'referred';
  if (!kind.needsProvider && !isReferred) return null;
  return (
    <>
      <Field
        kind="select"
        name="provider"
        label="Provider"
        empty={isReferred ? 'Not said' : 'Choose one'}
        isOptional={isReferred}
        options={kinds.providers.map((name) => ({ value: name, label: name }))}
      />
      {kinds.groups.length > 0 && (kind.name === 'attached' || isReferred) && (
        <Field
          kind="select"
          name="group"
          label="Group"
          empty={isReferred ? 'Not said' : 'Choose one'}
          isOptional={isReferred}
          options={kinds.groups.map((name) => ({ value: name, label: begun(name) }))}
        />
      )}
      {kinds.characteristics.length > 0 && (
        <Field
          kind="text"
          name="with"
          label="Characteristics"
          hint={`As in ${kinds.characteristics[0]}=…, with semicolons between several.`}
          isOptional
        />
      )}
    </>
  );
}

function DayFields({ kind }: Readonly<{ kind: Kind }>): JSX.Element {
  if (kind.shape !== 'spell') return <Field kind="day" name="day" label="On which day?" />;
  return (
    <>
      <Field kind="day" name="from" label="First day" />
      <Field kind="day" name="to" label="Last day" hint="Empty while it goes on." isOptional />
    </>
  );
}
