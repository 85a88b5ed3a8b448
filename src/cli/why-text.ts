import { type DayNumber, dayOf } from '../calendar/index.ts';
import { formatDecimal } from '../money/index.ts';
import { shownText } from '../problem/index.ts';
import type { Answer } from '../service/index.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';
import { wrapped } from './wrapped.ts';

type Fact = Answer['facts'][number];

/** An answer for a person: sentences first, then the facts that they rest on. */
export function answerText({ paragraphs, facts }: Answer, paint: Paint): string {
  const said = paragraphs.flatMap((sentences, at) => [
    ...(at > 0 ? [''] : []),
    ...sentences.flatMap((sentence) => wrapped(shownText(sentence))),
  ]);
  if (facts.length === 0) return said.join('\n');
  return [...said, '', paint('soft', 'Facts'), factsText(facts)].join('\n');
}

function factsText(facts: readonly Fact[]): string {
  const day = (number: DayNumber | undefined) => (number === undefined ? '' : dayOf(number));
  return textTable({
    columns: [
      { heading: 'fact' },
      { heading: 'kind' },
      { heading: 'from' },
      { heading: 'to' },
      { heading: 'value', side: 'right' },
      { heading: 'state' },
      { heading: 'known' },
      { heading: 'source' },
    ],
    rows: facts.map((fact) => [
      fact.id,
      fact.kind,
      day(fact.day ?? fact.from),
      fact.day === undefined && fact.to === undefined ? 'no end yet' : day(fact.to),
      fact.value === undefined ? '' : formatDecimal(fact.value),
      fact.state,
      day(fact.known),
      fact.source ?? '',
    ]),
  });
}
