import type { JSX } from 'preact';
import type { Visit } from '../../http/index.ts';
import { dayWays } from '../../service/facts-in/index.ts';
import { Button, Buttons, Field, Form } from '../look/index.ts';
import type { SeenFile } from './file-page.tsx';

/** What a column of a sender can be read as, in the order in which it is offered. */
const meanings = {
  id: 'What the record is called',
  kind: 'What happened',
  participant: 'Who it happened to',
  provider: 'The provider',
  group: 'Their group',
  with: 'Characteristics',
  day: 'The day it happened',
  from: 'The first day',
  to: 'The last day',
  value: 'The number',
  source: 'Where the record comes from',
  known: 'When it became known',
  replaces: 'The record that it corrects',
  method: 'Why or how, as a code',
} as const;

type MappingProps = Readonly<{
  action: string;
  visit: Visit;
  file: SeenFile;
  kinds: readonly string[];
}>;

/** Asks once what the columns of a sender's own export mean. */
export function MappingForm({ action, visit, file, kinds }: MappingProps): JSX.Element {
  const options = Object.entries(meanings).map(([value, label]) => ({ value, label }));
  return (
    <Form action={action} name="mapping" values={visit.form}>
      <h2>What its columns mean</h2>
      <p>The next file with these columns is read in the same way, without being asked about.</p>
      <input type="hidden" name="separator" value={file.separator} />
      {file.header.map((name, at) => (
        <div key={name}>
          <input type="hidden" name={`name.${at}`} value={name} />
          <Field
            kind="select"
            name={`column.${at}`}
            label={name === '' ? `Column ${at + 1}` : name}
            empty="Not needed"
            isOptional
            options={options}
          />
        </div>
      ))}
      <Field
        kind="select"
        name="fixed.kind"
        label="Is every row of one kind?"
        hint="Where no column says what happened."
        empty="No, a column says it"
        isOptional
        options={kinds.map((kind) => ({ value: kind, label: kind }))}
      />
      <Field
        kind="textarea"
        name="kinds"
        label="What your words for kinds mean"
        hint="One on a line: your word = the kind on the page. For instance: Tenancy = housed."
        isOptional
        rows={4}
      />
      <Field
        kind="radios"
        name="days"
        label="How are days written?"
        value={typeof visit.form.days === 'string' ? visit.form.days : 'year-month-day'}
        options={Object.entries(dayWays).map(([way, example]) => ({ value: way, label: example }))}
      />
      <Buttons>
        <Button>Read the file so</Button>
      </Buttons>
    </Form>
  );
}
