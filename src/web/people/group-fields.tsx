import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { kindsOfProgramme } from '../../service/facts-in/index.ts';
import { begun } from '../facts/index.ts';
import { Field } from '../look/index.ts';

type Kinds = Static<(typeof kindsOfProgramme)['output']>;

export type GroupFieldsProps = Readonly<{ kinds: Kinds; isOptional?: boolean }>;

/** To which group somebody belongs, and what else the page asks of them. */
export function GroupFields({ kinds, isOptional = false }: GroupFieldsProps): JSX.Element {
  const { groups, characteristics } = kinds;
  const [first] = characteristics;
  return (
    <>
      {groups.length > 0 && (
        <Field
          kind="select"
          name="group"
          label="Group"
          empty={isOptional ? 'Not said' : 'Choose one'}
          options={groups.map((name) => ({ value: name, label: begun(name) }))}
          isOptional={isOptional}
        />
      )}
      {first !== undefined && (
        <Field
          kind="text"
          name="with"
          label="Characteristics"
          hint={`As in ${first}=…, with semicolons between several.`}
          isOptional
        />
      )}
    </>
  );
}
