import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import { listPublishedVersions } from '../../store/index.ts';
import { listPublishedFigures, type PublishedFigure } from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { isCaseWorker } from '../programmes/is-case-worker.ts';
import { dayShape, idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { withoutAmounts } from '../programmes/without-amounts.ts';

const figureOutput = Type.Object(
  {
    from: dayShape,
    to: dayShape,
    provider: Type.String(),
    outcomes: listOf(Type.String()),
    /** Rounded; absent where there are under 10. */
    about: Type.Optional(Type.Integer()),
    /** Between what that comes to by the rate card; absent where that is not said. */
    least: Type.Optional(moneyShape),
    most: Type.Optional(moneyShape),
    currency: Type.Optional(Type.String()),
    money: Type.Union([
      Type.Literal('between'),
      Type.Literal('suppressed'),
      Type.Literal('not by the rate card'),
    ]),
  },
  nothingElse,
);

/** Everything that has been published of a programme, for anybody; newest period first. */
export const publishedFigures = action({
  name: 'money.published_figures',
  kind: 'read',
  who: 'anyone',
  summary: 'Lists what has been published of a programme’s results, by closed period.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object({ figures: listOf(figureOutput) }, nothingElse),
  run: async ({ tx, actor }, { programme }) => {
    const found = await listPublishedFigures(tx, programme);
    if (!isCaseWorker(actor)) return { ok: true, value: { figures: found.map(shown) } };
    // The public may; somebody who has signed in and works with people may not, here as elsewhere,
    // and a name may hold an amount too.
    const [version] = await listPublishedVersions(tx, programme);
    const currency = version?.currency ?? 'GBP';
    return { ok: true, value: { figures: found.map((each) => withoutMoney(each, currency)) } };
  },
});

function shown(figure: PublishedFigure) {
  const { from, to, provider, outcomes, about, money, leastUnits, mostUnits, currency } = figure;
  const isMoney = leastUnits !== null && mostUnits !== null && currency !== null;
  return {
    from,
    to,
    provider,
    outcomes,
    ...(about === null ? {} : { about }),
    ...(isMoney
      ? {
          least: formatMajor(leastUnits, currency),
          most: formatMajor(mostUnits, currency),
          currency,
        }
      : {}),
    money,
  } as const;
}

function withoutMoney(figure: PublishedFigure, currency: string) {
  const { from, to, provider, about, money } = figure;
  return {
    from,
    to,
    provider,
    outcomes: figure.outcomes.map((name) => withoutAmounts(name, currency)),
    ...(about === null ? {} : { about }),
    money: money === 'between' ? 'suppressed' : money,
  } as const;
}
