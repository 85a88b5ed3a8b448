import type { JSX } from 'preact';
import { type Link, Tabs } from '../look/index.ts';

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
  const tabs = places.filter(
    ({ whose }) => whose === 'anyone' || whose.some((w) => parts.includes(w)),
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
}>;

const places: readonly Place[] = [
  { tab: 'page', label: 'Contract', whose: 'anyone' },
  { tab: 'versions', label: 'Versions', whose: 'anyone' },
  { tab: 'edit', label: 'Draft', whose: ['commissioner'] },
  { tab: 'providers', label: 'Providers', whose: ['commissioner', 'auditor'] },
  { tab: 'provider', label: 'Your place', whose: ['provider'] },
  { tab: 'facts', label: 'Facts', whose: ['commissioner', 'provider', 'verifier', 'referrer'] },
  { tab: 'verification', label: 'Verification', whose: ['commissioner', 'verifier'] },
  {
    tab: 'settlements',
    label: 'Money',
    whose: ['commissioner', 'provider', 'payer', 'auditor'],
  },
];

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
