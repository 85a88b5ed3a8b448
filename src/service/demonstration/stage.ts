import type { Static, TSchema } from 'typebox';
import { assert, formatProblems, type Result } from '../../problem/index.ts';
import type { Actor } from '../access/index.ts';
import { type Action, dayIn, perform, type Service } from '../act/index.ts';
import { enterMember, foundOrganisation } from '../organisations/index.ts';
import { letTakePart } from '../programmes/let-take-part.ts';
import { morningOf } from './morning-of.ts';
import { type Organisation, type Person, password } from './people.ts';

/** What the demonstration is played on: the service with a clock of its own, and who plays. */
export type Stage = Readonly<{
  service: Service;
  /** The day on which it is loaded, which the living programme is dated around. */
  today: string;
  /** Goes to the morning of a day; on the day of loading it is as late as it is. */
  setDay: (day: string) => void;
  /** Does an action as somebody. What was made up may never meet a problem: that is a fault. */
  act: <Input extends TSchema, Output extends TSchema>(
    email: string,
    action: Action<Input, Output>,
    input: unknown,
  ) => Promise<Static<Output>>;
  /** Enters an organisation with its people. */
  enter: (organisation: Organisation) => Promise<void>;
  /** Lets an organisation take part beside those who buy and provide. */
  letTakePart: (
    joins: Readonly<{ programme: string; name: string; part: string }>,
  ) => Promise<void>;
  organisationId: (name: string) => string;
}>;

/** A stage with nobody on it. */
export function openStage(real: Service): Stage {
  let now: number | undefined;
  const service: Service = { ...real, clock: () => now ?? real.clock() };
  const { timeZone } = real.store;
  const today = dayIn(timeZone, real.clock());
  const actors = new Map<string, Actor>();
  const ids = new Map<string, string>();
  return {
    service,
    today,
    setDay: (day) => {
      now = day >= today ? undefined : morningOf(day, timeZone);
    },
    act: async (email, action, input) => {
      const actor = actors.get(email);
      assert(actor !== undefined, 'only who was entered acts');
      return must(action.name, await perform(service, action, { actor, input }));
    },
    enter: async (organisation) => {
      ids.set(organisation.name, await enter(service, organisation, actors));
    },
    letTakePart: async (joins) => {
      const input = { ...joins, organisation: ids.get(joins.name) ?? '' };
      const actor = { kind: 'service' } as const;
      must(joins.name, await perform(service, letTakePart, { actor, input }));
    },
    organisationId: (name) => ids.get(name) ?? '',
  };
}

async function enter(
  service: Service,
  { name, people: [first, ...others] }: Organisation,
  actors: Map<string, Actor>,
): Promise<string> {
  const actor = { kind: 'service' } as const;
  const administrator = { email: first.email, name: first.name, password };
  const duties = first.duties.filter((duty) => duty !== 'administrator');
  const founding = { name, administrator, duties };
  const founded = must(name, await perform(service, foundOrganisation, { actor, input: founding }));
  const organisation = { id: founded.organisation, name };
  actors.set(first.email, actorOf(first, { account: founded.account, organisation }));
  for (const other of others) {
    const input = {
      organisation: organisation.id,
      email: other.email,
      name: other.name,
      password,
      duties: [...other.duties],
      ...(other.duties.includes('publisher')
        ? { limit: { amount: '5000000.00', currency: 'GBP' } }
        : {}),
    };
    const { account } = must(name, await perform(service, enterMember, { actor, input }));
    actors.set(other.email, actorOf(other, { account, organisation }));
  }
  return organisation.id;
}

type Known = Readonly<{ account: string; organisation: Readonly<{ id: string; name: string }> }>;

function actorOf({ name, duties }: Person, { account, organisation }: Known): Actor {
  return {
    kind: 'account',
    account,
    name,
    organisation,
    organisations: [organisation],
    duties,
    by: { way: 'sign-in', mark: '' },
  };
}

function must<T>(what: string, result: Result<T>): T {
  const problems = result.ok ? '' : formatProblems(result.problems);
  assert(result.ok, `the demonstration meets no problem (${what}: ${problems})`);
  return result.value;
}
