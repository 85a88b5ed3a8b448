import { dayNumber, formatDate } from '../../calendar/index.ts';
import { getCurrency } from '../../money/index.ts';
import type { Contract, Example, Outcome, PlainSection } from '../contract.ts';
import { exampleRows } from '../forms/examples.ts';
import { shapes } from '../forms/fact-shapes.ts';
import { buys, openingForms, unit } from '../forms/opening.ts';
import { outcomesForms } from '../forms/outcomes.ts';
import { peopleForms } from '../forms/people.ts';
import { type Section, sections } from '../sections.ts';
import { type Form, findTerm, type Term } from '../wording/form.ts';
import { printMoney } from '../wording/money-text.ts';
import type { Printing } from '../wording/place-type.ts';
import { printTerm } from '../wording/print.ts';
import { printMeasures } from './print-measures.ts';
import { isShort, printDefinition, printRateTable } from './print-rate-card.ts';
import { printTable } from './print-table.ts';

/** The tidy page: the one way of writing this contract. Reading it gives the contract again. */
export function printContract(contract: Contract): string {
  const printing = printingOf(contract);
  const parts = [`# ${contract.title}`, printOpening(contract, printing), notesOf(contract, '')];
  for (const section of sections) parts.push(printSection(contract, section, printing));
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What printing needs to know of a contract: its currency and its unit. */
export function printingOf({ opening }: Contract): Printing {
  return {
    currency: getCurrency(findTerm(opening, buys)?.currency ?? 'GBP'),
    unit: findTerm(opening, unit)?.unit ?? 'person',
  };
}

function printOpening(contract: Contract, printing: Printing): string {
  return contract.opening.map((term) => `${sentence(term, openingForms, printing)}`).join('\n');
}

/** The sentences of a section that are of these forms, as the tidy page has them. */
export function printSentences(
  contract: Contract,
  section: PlainSection,
  forms: readonly Form[],
): readonly string[] {
  const printing = printingOf(contract);
  const terms = contract.sections[section] ?? [];
  return terms.map((term) => sentence(term, forms, printing)).filter((said) => said !== '');
}

/** A whole sentence, with its full stop. */
function sentence(term: Term, forms: readonly Form[], printing: Printing): string {
  const form = forms.find((each) => each.name === term.form);
  return form ? `${printTerm(form, term, printing)}.` : '';
}

function items(terms: readonly Term[], forms: readonly Form[], printing: Printing): string {
  return terms.map((term) => `- ${sentence(term, forms, printing)}`).join('\n');
}

function notesOf(contract: Contract, section: string): string {
  return contract.notes
    .filter((note) => note.section === section)
    .map((note) =>
      note.text
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n'),
    )
    .join('\n\n');
}

function printSection(contract: Contract, section: Section, printing: Printing): string {
  const body = bodyOf(contract, section, printing).filter(Boolean);
  const notes = notesOf(contract, section.heading);
  if (body.length === 0 && notes === '') return '';
  return [`## ${section.heading}`, notes, ...body].filter(Boolean).join('\n\n');
}

function bodyOf(contract: Contract, section: Section, printing: Printing): string[] {
  switch (section.key) {
    case 'people': {
      const rows = contract.people.groups.map(({ name, who }) => [name, who]);
      const table = rows.length > 0 ? printTable(['group', 'who'], rows) : '';
      return [table, items(contract.people.terms, peopleForms, printing)];
    }
    case 'facts':
      return [printFacts(contract, printing)];
    case 'outcomes':
      return printOutcomes(contract, printing);
    case 'measures':
      return printMeasuresOf(contract, section.forms, printing);
    case 'examples':
      return contract.examples.map((example) => printExample(example, printing));
    case 'clock':
      return [
        printPeriods(contract),
        items(contract.sections.clock ?? [], section.forms, printing),
      ];
    case 'footing':
    case 'before':
    case 'promises':
    case 'prices':
    case 'limits':
    case 'payment':
    case 'proof':
    case 'voice':
    case 'market':
    case 'learning':
      return [items(contract.sections[section.key] ?? [], section.forms, printing)];
  }
}

function printFacts(contract: Contract, printing: Printing): string {
  const rows = contract.facts.kinds.map(({ names, shape, sources, ranked }) => [
    names.join(', '),
    printTerm(getForm(shape, shapes), shape, printing),
    sources.length === 0 ? 'anyone' : sources.join(ranked ? ', else ' : ' or '),
  ]);
  return rows.length > 0 ? printTable(['fact', 'shape', 'recorded by'], rows) : '';
}

function printPeriods({ periods }: Contract): string {
  const rows = periods.map(({ name, from, to }) => [name, from, to]);
  return rows.length > 0 ? printTable(['period', 'from', 'to'], rows) : '';
}

function getForm(term: Term, forms: readonly Form[]): Form {
  return forms.find((form) => form.name === term.form) as Form;
}

function printOutcomes(contract: Contract, printing: Printing): string[] {
  const { outcomes, tables, terms } = contract.outcomes;
  const inCells = new Set(outcomes.filter((outcome) => isShort(outcome, printing)));
  const printed = new Set<Outcome>();
  const shown = tables.map((table) =>
    printRateTable(table, printing, (name) => {
      const outcome = outcomes.find((each) => each.name === name);
      if (!outcome || printed.has(outcome) || !inCells.has(outcome)) return undefined;
      printed.add(outcome);
      return printDefinition(outcome, printing);
    }),
  );
  const below = outcomes
    .filter((outcome) => !printed.has(outcome))
    .map((outcome) => `- **${outcome.name}**: ${printDefinition(outcome, printing)}.`);
  return [...shown, [...below, items(terms, outcomesForms, printing)].filter(Boolean).join('\n')];
}

function printMeasuresOf(
  { measures }: Contract,
  forms: readonly Form[],
  printing: Printing,
): string[] {
  return measures ? printMeasures(measures, items(measures.terms, forms, printing), printing) : [];
}

function printExample(example: Example, printing: Printing): string {
  const isOfSeveral = example.rows.some(({ who }) => who !== undefined);
  const rows = example.rows.map(({ day, who, what }) => {
    const happened = printTerm(getForm(what, exampleRows), what, printing);
    return isOfSeveral ? [day, who ?? '', happened] : [day, happened];
  });
  return [
    `### ${example.title}`,
    printTable(isOfSeveral ? ['day', 'who', 'what happened'] : ['day', 'what happened'], rows),
    printPays(example, printing),
  ].join('\n\n');
}

function printPays(example: Example, printing: Printing): string {
  const total =
    example.total === '0.00' || /^0*$/.test(example.total)
      ? 'nothing'
      : printMoney(example.total, printing.currency);
  const pays = example.pays.map(({ amount, outcome, days }) => {
    const count = days.length > 1 ? `${days.length} × ` : '';
    const on = days.length > 1 ? `${days.slice(0, -1).join(', ')} and ${days.at(-1)}` : days[0];
    return `${count}${printMoney(amount, printing.currency)} for ${outcome} on ${on}`;
  });
  const start = example.asAt
    ? `As at ${formatDate(dayNumber(example.asAt))}, pays ${total}`
    : `Pays ${total}`;
  return `${start}${pays.length > 0 ? `: ${pays.join(', ')}` : ''}.`;
}
