import Type from 'typebox';
import { orderOffered } from '../../people/index.ts';
import { listOpenProviders, type OpenProvider } from '../../store/people/index.ts';
import { action, type Work } from '../act/index.ts';
import { whyNotToday } from './taken-today.ts';

/** What is shown of a provider to somebody who chooses: no price, no rate of success, no rank. */
export const offeredSchema = Type.Object({
  provider: Type.String(),
  since: Type.String(),
  areas: Type.Array(Type.String()),
  placesLeft: Type.Optional(Type.Integer()),
});

/** Who may send somebody to a provider. */
export const whoRefers = ['case_worker', 'provider_staff'] as const;

export const offerProviders = action({
  name: 'people.offer_providers',
  kind: 'read',
  who: whoRefers,
  parts: ['commissioner', 'referrer', 'provider'],
  summary: 'The providers that somebody can choose today, in an order drawn for them.',
  input: Type.Object(
    {
      programme: Type.String(),
      seed: Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'What their order is drawn by.',
      }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ offered: Type.Array(offeredSchema) }),
  run: async (work, { programme, seed }) => ({
    ok: true,
    value: { offered: await offeredTo(work, programme, seed) },
  }),
});

/** The same for other actions: what was known when somebody chose is kept with the choice. */
export async function offeredTo(work: Work, programme: string, seed: string) {
  const { tx, today } = work;
  if ((await whyNotToday(work, programme)) !== undefined) return [];
  const all = await listOpenProviders(tx, { programme, today });
  const open = all.filter((each) => each.isOpen && placesLeft(each) !== 0);
  const offered = open.map((each) => {
    const left = placesLeft(each);
    return {
      provider: each.name,
      since: each.since,
      areas: [...each.areas],
      ...(left === undefined ? {} : { placesLeft: left }),
    };
  });
  return [...orderOffered(offered, seed)];
}

/** How many more a provider can serve; undefined where it has not said. */
export function placesLeft({ capacity, taken }: OpenProvider): number | undefined {
  return capacity === null ? undefined : Math.max(0, capacity - taken);
}
