import { chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import type { World } from './world.ts';

/** Some participants, and now and then all of a provider, are in dispute for a while. */
export function disputesIn({ seed, plan, facts }: World): Fact[] {
  const draw = chance(seed).fork('disputes');
  const whose = new Map<string, Pick<Fact, 'participant' | 'provider'>>();
  for (const { participant, provider } of facts) {
    if (participant !== undefined) whose.set(`participant ${participant}`, { participant });
    else if (provider !== undefined) whose.set(`provider ${provider}`, { provider });
  }
  return [...whose].flatMap(([name, who]) => {
    if (!draw.happens(0.25)) return [];
    const day = draw.whole(plan.startsOn, plan.endsOn);
    const fact = (kind: string, on: number): Fact => {
      return { id: `${kind} ${name}`, kind, ...who, day: on, known: on, state: 'verified' };
    };
    const released = fact('released', day + draw.whole(5, 150));
    return [fact('disputed', day), ...(draw.happens(0.7) ? [released] : [])];
  });
}
