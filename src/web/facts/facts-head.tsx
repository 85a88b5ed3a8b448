import type { ComponentChildren, JSX } from 'preact';
import { Heading } from '../look/index.ts';
import { type OwnProgramme, ProgrammeTabs, programmeTrail } from '../programmes/index.ts';

export type FactsHeadProps = Readonly<{
  programme: OwnProgramme;
  lead: string;
  here?: 'facts' | 'verification';
  actions?: ComponentChildren;
  children: ComponentChildren;
}>;

/** The head of the pages on which facts are sent and verified. */
export function FactsHead(props: FactsHeadProps): JSX.Element {
  const { programme, lead, here = 'facts', actions, children } = props;
  return (
    <>
      <ProgrammeTabs programme={programme.programme} parts={programme.parts} here={here} />
      <Heading kind={shownName(programme)} lead={lead} actions={actions}>
        {children}
      </Heading>
    </>
  );
}

/** The name of a programme as it may stand on a page about its people. */
export function shownName({ name, neutralName, isAboutSafety }: OwnProgramme): string {
  return isAboutSafety ? neutralName : name;
}

/** What the edge of a page says: the way to it, or the name that stands in place of all others. */
export function edgeOf({ programme, name, neutralName, isAboutSafety }: OwnProgramme) {
  return isAboutSafety ? { neutralName } : { trail: programmeTrail(name, programme) };
}
