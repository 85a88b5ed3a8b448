import type { Contract, Example, ExampleRow } from '../contract.ts';
import {
  attachedRow,
  claimRow,
  completeRow,
  discountRow,
  estimatedRow,
  occurrenceRow,
  openSpellRow,
  providerJoinedRow,
  providerLeftRow,
  referredRow,
  spellRow,
} from '../forms/examples.ts';
import { claimed } from '../forms/outcome.ts';
import { type DeclaredKind, declaredKinds } from '../kinds.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Form, findTerm, type TermOf } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { estimateFaults } from './estimate-faults.ts';

/** Rows of worked examples are facts that this page could record. What they pay is for `try`. */
export function checkExamples(contract: Contract, reader: Reader): void {
  const kinds = declaredKinds(contract);
  for (const example of contract.examples) {
    checkAttached(example, reader);
    for (const row of example.rows) {
      const complaints = [
        ...rowOfKind(row, kinds),
        ...rowOfPage(row, contract),
        ...rowOfSeveral(row, example),
        ...leavesUnjoined(row, example),
        ...estimateFaults(row, contract),
      ];
      for (const complaint of complaints) complain(reader, rangeOf(reader, row), complaint);
    }
  }
}

function checkAttached(example: Example, reader: Reader): void {
  const ofPeople = example.rows.filter((row) => !isOfProvider(row));
  for (const who of new Set(ofPeople.map((row) => row.who))) {
    const rows = ofPeople.filter((row) => row.who === who);
    const [first] = rows;
    if (!first || rows.some((row) => asRow(row, attachedRow) ?? asRow(row, referredRow))) continue;
    if (who === undefined && isOfSeveral(example)) continue;
    complain(reader, rangeOf(reader, first), {
      code: 'example.nobody_attached',
      message:
        `${who ?? 'Nobody'} is ${who ? 'never ' : ''}attached or referred in ` +
        `"${example.title}", so nothing can be paid.`,
      help: 'Begin it with a row such as "attached to Bright Futures".',
    });
  }
}

function isOfSeveral({ rows }: Example): boolean {
  return rows.some(({ who }) => who !== undefined);
}

/** What happens to a provider or a cohort, and to none of the participants. */
function isOfProvider(row: ExampleRow): boolean {
  const forms = [discountRow, providerJoinedRow, providerLeftRow, estimatedRow];
  return forms.some((form) => asRow(row, form));
}

/** Where the table says to whom things happen, it says so of everybody, and of no provider. */
function rowOfSeveral(row: ExampleRow, example: Example): Complaint[] {
  if (row.who !== undefined) return isOfProvider(row) ? [happensToProvider(row.who)] : [];
  const mayBeOfAll = asRow(row, completeRow) !== undefined || isOfProvider(row);
  return isOfSeveral(example) && !mayBeOfAll ? [whoNotSaid] : [];
}

const whoNotSaid: Complaint = {
  code: 'example.who_not_said',
  message: 'This table says to whom things happen, and of this row it does not.',
  help: 'Write the name of a participant in the column "who", such as Ann.',
};

function happensToProvider(who: string): Complaint {
  return {
    code: 'example.happens_to_a_provider',
    message: `This happens to a provider, and the column "who" names ${who}.`,
    help: 'Leave the cell of the column "who" empty here.',
  };
}

/** Only a provider that takes part can leave: otherwise a person may be meant. */
function leavesUnjoined(row: ExampleRow, { rows }: Example): Complaint[] {
  const leaving = asRow(row, providerLeftRow)?.provider;
  if (leaving === undefined) return [];
  const takesPart = rows.some((each) => {
    const said = asRow(each, providerJoinedRow) ?? asRow(each, attachedRow);
    return said?.provider === leaving;
  });
  return takesPart ? [] : [providerNeverJoined(leaving)];
}

function providerNeverJoined(provider: string): Complaint {
  return {
    code: 'example.provider_never_joined',
    message: `"${provider}" leaves as a provider, and no row says that it joined.`,
    help: `Add "${provider} joined" or, where a participant leaves, write "left" and the provider.`,
  };
}

function asRow<F extends Form>({ what }: ExampleRow, form: F): TermOf<F> | undefined {
  return findTerm([what], form);
}

/** What a row says of a kind: its shape, its value, its last day and who records it. */
function rowOfKind(row: ExampleRow, kinds: ReadonlyMap<string, DeclaredKind>): Complaint[] {
  const [spell, open] = [asRow(row, spellRow), asRow(row, openSpellRow)];
  const occurrence = asRow(row, occurrenceRow);
  const complete = asRow(row, completeRow);
  const said = spell ?? open ?? occurrence ?? complete;
  const kind = kinds.get(said?.kind ?? '');
  if (said === undefined || kind === undefined) return [];
  const isSpell = spell !== undefined || open !== undefined;
  const value = 'value' in said ? said.value : undefined;
  const source = 'source' in said ? said.source : undefined;
  return [
    ...(isSpell && kind.shape !== 'spell' ? [otherShape(kind)] : []),
    ...(occurrence && kind.shape !== 'occurrence' ? [otherShape(kind)] : []),
    ...[spell, complete].flatMap((each) => {
      return each && each.to < row.day ? [endsBefore(each.to, row.day)] : [];
    }),
    ...(value && value.unit !== kind.unit ? [otherUnit(kind, value.unit)] : []),
    ...(source && !mayRecord(kind, source) ? [otherSource(kind, source)] : []),
  ];
}

function mayRecord({ sources }: DeclaredKind, source: string): boolean {
  return sources.length === 0 || sources.includes(source);
}

function otherShape({ name, shape }: DeclaredKind): Complaint {
  const asWritten = {
    spell: `${name} to 1 March 2028`,
    occurrence: name,
    score: `${name} of 24`,
  };
  return {
    code: 'example.row_of_other_shape',
    message: `"${name}" is declared as ${a(shape)}, and this row is not written as one.`,
    help: `Write it as in "${asWritten[shape]}", or change its shape in the table of Facts.`,
  };
}

const a = (shape: string) => `${/^[aeiou]/.test(shape) ? 'an' : 'a'} ${shape}`;

function endsBefore(to: string, day: string): Complaint {
  return {
    code: 'example.ends_before_it_starts',
    message: `It would end on ${to}, before it starts on ${day}.`,
    help: 'Put the first day in the first column, and the last day after "to".',
  };
}

function otherUnit({ name, unit }: DeclaredKind, said: string): Complaint {
  const declared = unit === undefined ? 'without a value' : `with ${unit}`;
  return {
    code: 'example.value_in_other_unit',
    message: `"${name}" is recorded ${declared}, and this row gives it ${said}.`,
    help: 'Leave the value out or mend it, or change the shape in the table of Facts.',
  };
}

function otherSource({ name, sources }: DeclaredKind, said: string): Complaint {
  return {
    code: 'example.source_not_declared',
    message: `"${said}" does not record "${name}", which ${sources.join(' and ')} may record.`,
    help: 'Name one of those sources, or add this one in the table of Facts.',
  };
}

function rowOfPage(row: ExampleRow, { people, outcomes }: Contract): Complaint[] {
  const attached = asRow(row, attachedRow);
  const claim = asRow(row, claimRow);
  const outcome = outcomes.outcomes.find(({ name }) => name === claim?.outcome);
  const core = outcome?.definition[0]?.form;
  const isWorkedOut = core !== undefined && core !== claimed.name;
  const isUnsaid = attached !== undefined && !attached.group && people.groups.length > 1;
  return [
    ...(isUnsaid ? [groupNotSaid(people.groups.map(({ name }) => name))] : []),
    ...(claim && isWorkedOut ? [notClaimed(claim.outcome)] : []),
  ];
}

function groupNotSaid(groups: readonly string[]): Complaint {
  return {
    code: 'example.group_not_said',
    message: `The page has ${groups.length} groups, and this row does not say which.`,
    help: `Add the group, as in "attached to Bright Futures as ${groups[0]}".`,
  };
}

function notClaimed(outcome: string): Complaint {
  return {
    code: 'example.claim_of_outcome_worked_out',
    message: `"${outcome}" is worked out from facts, and nobody claims it.`,
    help: 'Write the facts from which it follows, or let the outcome be claimed.',
  };
}
