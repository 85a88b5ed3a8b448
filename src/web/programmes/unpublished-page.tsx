import type { Answer, Visit } from '../../http/index.ts';
import { readDraft } from '../../service/programmes/index.ts';
import { Button, Empty, Heading } from '../look/index.ts';
import { showPage } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import type { OwnProgramme } from './find-own-programme.ts';
import { labelOf, type ProgrammeTab, ProgrammeTabs, programmeTrail } from './programme-tabs.tsx';

/** What stands at each place of a programme of which nothing is published so far. */
export function showUnpublished(visit: Visit, own: OwnProgramme, here: ProgrammeTab): Answer {
  const { programme, name, neutralName, isAboutSafety, parts } = own;
  const shown = isAboutSafety ? neutralName : name;
  return showPage(
    visit,
    {
      title: here === 'page' ? name : labelOf(here),
      width: 'wide',
      trail: programmeTrail(name, programme),
      ...(isAboutSafety ? { neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme} parts={parts} here={here} />
      <Heading kind={here === 'page' ? undefined : shown}>
        {here === 'page' ? shown : labelOf(here)}
      </Heading>
      <Empty title="No version of this page is published so far">
        <p>Providers join, facts come in and are verified once one is.</p>
        <Next own={own} />
      </Empty>
    </>,
  );
}

function Next({ own }: Readonly<{ own: OwnProgramme }>) {
  const mayDo = useMayDo();
  const { programme, isWaiting, parts } = own;
  if (isWaiting) {
    return (
      <p>
        One waits to be decided: see the <a href={`/programmes/${programme}/versions`}>versions</a>.
      </p>
    );
  }
  return parts.includes('commissioner') && mayDo(readDraft) ? (
    <p>
      <Button href={`/programmes/${programme}/edit`}>Go on with the draft</Button>
    </p>
  ) : null;
}
