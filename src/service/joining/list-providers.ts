import Type, { type Static } from 'typebox';
import { takesDiscount } from '../../market/index.ts';
import { findOrganisation } from '../../store/accounts/index.ts';
import { listPublishedVersions } from '../../store/index.ts';
import {
  countDiscountsWaiting,
  listApplicationsTo,
  listConditionsShown,
  listProviders,
  type Provider,
} from '../../store/joining/index.ts';
import { action } from '../act/index.ts';
import { pageOfVersion } from '../programmes/index.ts';
import { dayShape, idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { findJoiningPage } from './joining-page.ts';
import { heldConditions } from './running-out.ts';
import { pausedByShape, standingShape } from './shapes.ts';

const programmeOnly = Type.Object({ programme: idShape }, nothingElse);

const publicProvider = Type.Object(
  {
    name: Type.String(),
    areas: listOf(Type.String()),
    /** Since when it serves, or will. */
    since: dayShape,
    /** Whether somebody may be referred to it today. */
    isOpen: Type.Boolean(),
  },
  nothingElse,
);

/**
 * Who serves in a programme, for everybody: by name and nothing else. No rates of success are
 * shown, and whoever came last stands where their name does.
 */
export const listPublicProviders = action({
  name: 'joining.list_public_providers',
  kind: 'read',
  who: 'anyone',
  summary: 'Lists the providers of a published programme, in the order of their names.',
  input: programmeOnly,
  output: Type.Object(
    {
      title: Type.String(),
      neutralName: Type.String(),
      isAboutSafety: Type.Boolean(),
      commissioner: Type.String(),
      providers: listOf(publicProvider),
    },
    nothingElse,
  ),
  run: async ({ tx, today }, { programme }) => {
    const page = await findJoiningPage(tx, programme);
    if (!page.ok) return page;
    const { title } = page.value.version;
    const { neutralName, isAboutSafety, organisation } = page.value.programme;
    const commissioner = await findOrganisation(tx, organisation);
    const found = await listProviders(tx, programme);
    const providers = found.filter(({ state }) => state !== 'left').map(publicOf(today));
    return {
      ok: true,
      value: {
        title,
        neutralName,
        isAboutSafety,
        commissioner: commissioner?.name ?? '',
        providers: byName(providers),
      },
    };
  },
});

function publicOf(today: string) {
  return ({ name, areas, admittedOn, state, pausedBy }: Provider) => {
    const since = admittedOn ?? today;
    const isOpen = state === 'admitted' && pausedBy.length === 0 && since <= today;
    return { name, areas, since, isOpen };
  };
}

const heldShape = Type.Object(
  {
    condition: Type.String(),
    sentence: Type.String(),
    shownOn: dayShape,
    until: Type.Optional(dayShape),
    holding: Type.Enum(['holds', 'runs_out', 'ran_out']),
  },
  nothingElse,
);

export const standingFields = {
  organisation: idShape,
  name: Type.String(),
  state: standingShape,
  pausedBy: pausedByShape,
  capacity: Type.Optional(Type.Integer()),
  areas: listOf(Type.String()),
  /** The first day on which somebody may be referred to it. */
  joinsOn: Type.Optional(dayShape),
  /** The last day on which it serves; while it is admitted, by which it must show what it lost. */
  leavesOn: Type.Optional(dayShape),
  /** What has to be shown again, and until when it holds. */
  conditions: listOf(heldShape),
};

const standing = Type.Object(standingFields, nothingElse);

/** How each provider of a programme stands. */
export const listStandings = action({
  name: 'joining.list_providers',
  kind: 'read',
  who: ['commissioner', 'verifier', 'finance_preparer', 'finance_approver', 'auditor'],
  parts: ['commissioner', 'auditor'],
  summary: 'Lists how each provider of a programme stands, and what it must show again when.',
  input: programmeOnly,
  output: Type.Object(
    {
      providers: listOf(standing),
      /** How many applications wait to be decided. */
      waiting: Type.Integer(),
      /** Whether the newest page takes a provider's own discount off any price. */
      takesDiscount: Type.Boolean(),
      /** How many proposals of another discount wait to be decided. */
      discountsWaiting: Type.Integer(),
    },
    nothingElse,
  ),
  run: async ({ tx, today }, { programme }) => {
    const found = await listProviders(tx, programme);
    const shown = await listConditionsShown(tx, { programme });
    const newest = (await listPublishedVersions(tx, programme)).at(-1);
    const contract = newest === undefined ? undefined : pageOfVersion(newest).read.contract;
    const applications = await listApplicationsTo(tx, programme);
    const providers = found.map((provider) => {
      const own = shown.filter(({ organisation }) => organisation === provider.organisation);
      const conditions = contract === undefined ? [] : heldConditions(contract, own, today);
      return standingGiven(provider, conditions);
    });
    const waiting = applications.filter(({ state }) => state === 'applied').length;
    return {
      ok: true,
      value: {
        providers: byName(providers),
        waiting,
        takesDiscount: contract !== undefined && takesDiscount(contract),
        discountsWaiting: await countDiscountsWaiting(tx, programme),
      },
    };
  },
});

type Held = Static<typeof heldShape>;

/** A provider as those who deal with it see it. */
export function standingGiven(provider: Provider, conditions: readonly Held[]) {
  const { organisation, name, state, pausedBy, capacity, areas, admittedOn, leavesOn } = provider;
  return {
    organisation,
    name,
    state,
    pausedBy,
    areas,
    conditions,
    ...(capacity === null ? {} : { capacity }),
    ...(admittedOn === null ? {} : { joinsOn: admittedOn }),
    ...(leavesOn === null ? {} : { leavesOn }),
  };
}

function byName<Named extends Readonly<{ name: string }>>(all: readonly Named[]): Named[] {
  return all.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
