import type { JSX } from 'preact';
import type { Action } from '../../service/act/index.ts';
import { claims, files } from '../../service/facts-in/index.ts';
import { listStandings, readStanding } from '../../service/joining/index.ts';
import { listOfStatements } from '../../service/money/index.ts';
import { readDraft } from '../../service/programmes/index.ts';
import { type Link, Tabs } from '../look/index.ts';
import { useMayDo } from '../visit-context.ts';

/** The parts of a programme that have a page of their own. */
export type ProgrammeTab =
  | 'page'
  | 'versions'
  | 'edit'
  | 'providers'
  | 'provider'
  | 'facts'
  | 'verification'
  | 'settlements';

export type ProgrammeTabsProps = Readonly<{
  programme: string;
  /** What the organisation acted for is in it; the public has none. */
  parts: readonly string[];
  here: ProgrammeTab;
}>;

/** The way between the pages of a programme, for whoever has a part in it and for the public. */
export function ProgrammeTabs({ programme, parts, here }: ProgrammeTabsProps): JSX.Element {
  const mayDo = useMayDo();
  const tabs = places.filter(
    ({ whose, rests }) =>
      whose === 'anyone' ||
      (whose.some((part) => parts.includes(part)) && (rests === undefined || mayDo(rests))),
  );
  return (
    <Tabs
      label="This programme"
      tabs={tabs.map(({ tab, label }) => ({
        label,
        href: programmeAddress(programme, tab),
        isHere: tab === here,
      }))}
    />
  );
}

type Place = Readonly<{
  tab: ProgrammeTab;
  label: string;
  whose: 'anyone' | readonly string[];
  /** What is done to show it, where not everybody of those organisations may. */
  rests?: Action;
}>;

const places: readonly Place[] = [
  { tab: 'page', label: 'Contract', whose: 'anyone' },
  { tab: 'versions', label: 'Versions', whose: 'anyone' },
  { tab: 'edit', label: 'Draft', whose: ['commissioner'], rests: readDraft },
  {
    tab: 'providers',
    label: 'Providers',
    whose: ['commissioner', 'auditor'],
    rests: listStandings,
  },
  { tab: 'provider', label: 'Your place', whose: ['provider'], rests: readStanding },
  {
    tab: 'facts',
    label: 'Facts',
    whose: ['commissioner', 'provider', 'verifier', 'referrer'],
    rests: files,
  },
  {
    tab: 'verification',
    label: 'Verification',
    whose: ['commissioner', 'verifier'],
    rests: claims,
  },
  {
    tab: 'settlements',
    label: 'Money',
    whose: ['commissioner', 'provider', 'payer', 'auditor'],
    rests: listOfStatements,
  },
];

/** How a part of a programme is called. */
export function labelOf(tab: ProgrammeTab): string {
  return places.find((place) => place.tab === tab)?.label ?? tab;
}

/** Where a part of a programme stands. */
export function programmeAddress(programme: string, tab: ProgrammeTab): string {
  return tab === 'page' ? `/programmes/${programme}` : `/programmes/${programme}/${tab}`;
}

/** The way to a programme, for the head of its pages. */
export function programmeTrail(name: string, programme: string): readonly Link[] {
  return [
    { label: 'Your programmes', href: '/programmes' },
    { label: name, href: programmeAddress(programme, 'page') },
  ];
}
