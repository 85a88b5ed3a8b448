import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Duty } from '../../src/service/access/index.ts';
import { perform, type Service } from '../../src/service/act/index.ts';
import {
  beginProgramme,
  compareVersion,
  publishPage,
  putForward,
} from '../../src/service/programmes/index.ts';
import { aMember, anOrganisation, got } from './made-organisations.ts';
import { root } from './project-files.ts';

/** The page that a new one starts from. */
export const northshire = readFileSync(join(root, 'examples/northshire/contract.md'), 'utf8');

/** Its draft of a second version. */
export const northshireNext = readFileSync(
  join(root, 'examples/northshire/draft/version-2.md'),
  'utf8',
);

/** People of one organisation, by what they do there. */
export type Staff = Readonly<{
  organisation: string;
  /** Somebody with these duties; the same each time. */
  as: (...duties: Duty[]) => Promise<Actor>;
}>;

/** An organisation of which everybody has one duty. */
export async function aStaff(service: Service, name = 'Northshire Council'): Promise<Staff> {
  const { organisation } = await anOrganisation(service, { name });
  const entered = new Map<string, Promise<Actor>>();
  const as = async (...duties: Duty[]) => {
    const key = duties.join(' ');
    const actor = entered.get(key) ?? aMember(service, organisation, { duties, name: key });
    entered.set(key, actor);
    return actor;
  };
  return { organisation, as };
}

type AskedProgramme = Readonly<{ service: Service; staff: Staff; text?: string }>;

/** A programme with the draft of a page. */
export async function aProgramme({ service, staff, text = northshire }: AskedProgramme) {
  const actor = await staff.as('commissioner');
  const input = { name: 'Leaving care well', text };
  return got(await perform(service, beginProgramme, { actor, input })).programme;
}

/** Puts the draft forward and publishes it, by two people. */
export async function published(
  service: Service,
  staff: Staff,
  { programme, revision }: Readonly<{ programme: string; revision: number }>,
): Promise<number> {
  const input = { programme, revision };
  const commissioner = await staff.as('commissioner');
  const put = got(await perform(service, putForward, { actor: commissioner, input }));
  const { number, pageHash } = put;
  const actor = await staff.as('publisher');
  const which = { programme, number };
  const { difference } = got(await perform(service, compareVersion, { actor, input: which }));
  const shown = difference === undefined ? {} : { shown: difference.hash };
  const publication = { ...which, pageHash, ...shown };
  return got(await perform(service, publishPage, { actor, input: publication })).version;
}

/** A programme whose page is published. */
export async function aPublishedProgramme(asked: AskedProgramme): Promise<string> {
  const programme = await aProgramme(asked);
  await published(asked.service, asked.staff, { programme, revision: 1 });
  return programme;
}
