import { one, zero } from '../money/index.ts';
import type { FactRules, KindRule } from './fact.ts';

type Built = Partial<KindRule> & Pick<KindRule, 'name'>;

/** An occurrence about one participant, without a value, that may be paid for: what most are. */
function built(rule: Built): KindRule {
  return {
    shape: 'occurrence',
    value: 'none',
    sources: [],
    about: 'participant',
    notForPay: false,
    ...rule,
  };
}

function notForPay(rule: Built): KindRule {
  return built({ ...rule, notForPay: true });
}

/** Kinds that shape what is owed. `group` of an attachment is needed where the page has groups. */
const kindsOfTheEngine: readonly KindRule[] = [
  built({ name: 'referred' }),
  built({ name: 'attached', needs: ['provider'] }),
  // Without a participant it is the provider itself that leaves.
  notForPay({ name: 'left', about: 'participant or provider' }),
  // By which version of the page a provider is bound; its value is the number of the version.
  built({
    name: 'bound',
    about: 'provider',
    needs: ['provider'],
    value: 'required',
    valueMin: one,
  }),
  built({ name: 'joined', about: 'provider', needs: ['provider'], knownMayBeEarlier: true }),
  built({
    name: 'discount',
    about: 'provider',
    needs: ['provider'],
    value: 'required',
    valueMin: zero,
    valueMax: one,
    knownMayBeEarlier: true,
  }),
  built({ name: 'complete', shape: 'spell', about: 'any', needs: ['to', 'about', 'source'] }),
  built({ name: 'chosen', needs: ['provider'] }),
  built({ name: 'agreed', about: 'any', value: 'optional', knownMayBeEarlier: true }),
  built({ name: 'adjustment', about: 'any', needs: ['provider'], value: 'required' }),
  built({ name: 'withdrawn', about: 'any', needs: ['replaces'], dayMayBeEmpty: true }),
  built({ name: 'disputed', about: 'any' }),
  built({ name: 'released', about: 'any' }),
];

/** Kinds that show whether people are looked after; a price on them would spoil them. */
const kindsNotForPay: readonly KindRule[] = [
  notForPay({ name: 'offered' }),
  notForPay({ name: 'refused' }),
  notForPay({ name: 'waiting', shape: 'spell' }),
  notForPay({ name: 'first contact' }),
  notForPay({ name: 'last contact' }),
  notForPay({ name: 'paused', shape: 'spell' }),
  notForPay({ name: 'turned away', about: 'any' }),
  notForPay({ name: 'says', value: 'optional' }),
];

/** The kinds that every page has without declaring them (docs/facts.md has the table). */
export const builtInKinds: ReadonlyMap<string, KindRule> = new Map(
  [...kindsOfTheEngine, ...kindsNotForPay].map((rule) => [rule.name, rule]),
);

/** Whether a kind is built in because something is owed, or to whom, by facts of it. */
export function shapesWhatIsOwed(kind: string): boolean {
  return kindsOfTheEngine.some(({ name }) => name === kind);
}

/** The rules of a page that declares these kinds: its own and the built-in ones. */
export function factRules(
  page: Readonly<{
    kinds: Iterable<KindRule>;
    groups?: Iterable<string>;
    outcomes?: Iterable<string>;
    characteristics?: Iterable<string>;
  }>,
): FactRules {
  const kinds = new Map(builtInKinds);
  for (const rule of page.kinds) kinds.set(rule.name, rule);
  return {
    kinds,
    groups: new Set(page.groups),
    outcomes: new Set(page.outcomes),
    characteristics: new Set(page.characteristics),
  };
}
