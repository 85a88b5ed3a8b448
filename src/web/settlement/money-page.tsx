import type { ComponentChildren } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readProgramme } from '../../service/programmes/index.ts';
import { type Link, Trail } from '../look/index.ts';
import { type OwnProgramme, ProgrammeTabs, programmeTrail } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';

/** What a page about money says, once it is known which programme it is about. */
export type MoneyShown = Readonly<{
  title: string;
  /** Pages between the programme and this one. */
  trail?: readonly Link[];
  problems?: readonly Problem[];
  refreshSeconds?: number;
  children: ComponentChildren;
}>;

/** Where the money of a programme stands. */
export function moneyAddress(programme: string, ...further: readonly string[]): string {
  const parts = further.map((part) => encodeURIComponent(part));
  return ['/programmes', programme, 'settlements', ...parts].join('/');
}

/** A page about the money of a programme, under its tabs. */
export async function showMoney(
  visit: Visit,
  show: (own: OwnProgramme) => Promise<MoneyShown | readonly Problem[]>,
): Promise<Answer> {
  const { programme = '' } = visit.params;
  const own = await visit.perform(readProgramme, { programme });
  if (!own.ok) return showRefused(visit, own.problems);
  const shown = await show(own.value);
  if (!('children' in shown)) return showRefused(visit, shown);
  const { title, trail = [], problems = [], refreshSeconds, children } = shown;
  const { isAboutSafety, neutralName, name, parts } = own.value;
  return showPage(
    visit,
    {
      title,
      width: 'wide',
      trail: [...programmeTrail(name, programme), ...trail],
      problems,
      ...(refreshSeconds === undefined ? {} : { refreshSeconds }),
      ...(isAboutSafety ? { neutralName } : {}),
    },
    <>
      {isAboutSafety && <Trail links={trail} />}
      <ProgrammeTabs programme={programme} parts={parts} here="settlements" />
      {children}
    </>,
  );
}

/** Whether who visits sees all of a programme's money, and not their own part of it alone. */
export function seesAll({ parts }: OwnProgramme): boolean {
  return parts.includes('commissioner') || parts.includes('auditor');
}
