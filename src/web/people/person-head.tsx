import type { ComponentChildren, JSX } from 'preact';
import { Heading } from '../look/index.ts';
import { type OwnProgramme, ProgrammeTabs } from '../programmes/index.ts';

export type PersonHeadProps = Readonly<{
  programme: OwnProgramme;
  lead: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}>;

/**
 * The head of pages about one participant: under the neutral name for everybody, so that nothing
 * shows by who has one.
 */
export function PersonHead({ programme, lead, actions, children }: PersonHeadProps): JSX.Element {
  return (
    <>
      <ProgrammeTabs programme={programme.programme} parts={programme.parts} here="facts" />
      <Heading kind={programme.neutralName} lead={lead} actions={actions}>
        {children}
      </Heading>
    </>
  );
}
