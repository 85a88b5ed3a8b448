import { noPlace } from '../problem/index.ts';
import { mayTurnOut } from './check-replacements.ts';
import { checkSet } from './check-set.ts';
import type { Fact, FactRules } from './fact.ts';
import { factMaker } from './fact-at.ts';
import { type FactColumns, rowInCell } from './fact-columns.ts';
import { addFact, addNames, factList } from './fact-list.ts';
import type { RowGroups } from './group-rows.ts';
import { type Cut, isBare, type NumberColumn, numberIn, numbersOf } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { hashOf } from './text-hash.ts';

/** Facts by participant while it is asked whether they fit each other. */
type GroupCheck = Readonly<{
  columns: FactColumns;
  groups: RowGroups;
  rules: FactRules;
  attached: number;
  left: number;
  withdrawn: number;
  /** By the number of the kind: whether a fact of it may turn out to have been of another. */
  mayTurnOut: readonly boolean[];
  /** What each row is, and how far away what it replaces is; 0 where it replaces nothing. */
  kinds: NumberColumn['values'];
  replacing: NumberColumn['values'];
}>;

/** A longer chain of replacements may be a circle. */
const linksMax = 64;

/**
 * Whether rows fit each other as `checkSet` asks. What is plain is seen at the numbers; the facts
 * of a participant of whom it is not are made and put before that check. Only some participants
 * may be asked for; with the last of them come the rows about nobody.
 */
export function areGroupsInOrder(
  columns: FactColumns,
  groups: RowGroups & Partial<Cut>,
  rules: FactRules,
): boolean {
  const { from = 0, to = groups.participants.rows } = groups;
  const numbers = columns.kind.pool.numbers;
  const check: GroupCheck = {
    columns,
    groups,
    rules,
    attached: numbers.get('attached') ?? -1,
    left: numbers.get('left') ?? -1,
    withdrawn: numbers.get('withdrawn') ?? -1,
    mayTurnOut: ['', ...numbers.keys()].map((name) => mayTurnOut(name, rules)),
    kinds: numbersOf(columns.kind.cells, columns.rows),
    replacing: numbersOf(columns.replaces, columns.rows),
  };
  for (let group = from; group < to; group += 1) {
    if (!isPlainGroup(check, group) && !isGroupInOrder(check, group)) return false;
  }
  if (to < groups.participants.rows) return true;
  return isBare(columns.replaces) || isGroupInOrder(check, groups.participants.rows);
}

function isPlainGroup(check: GroupCheck, group: number): boolean {
  const { kinds, replacing, attached, left } = check;
  const { starts } = check.groups;
  const end = starts[group + 1] as number;
  let [came, went] = [0, 0];
  for (let row = starts[group] as number; row < end; row += 1) {
    if (replacing[row] !== 0 && !isPlainReplacing(check, row, group)) return false;
    const kind = kinds[row];
    came += kind === attached ? 1 : 0;
    went += kind === left ? 1 : 0;
  }
  // Most came once and never left: then there is nothing to hold against each other.
  return (came <= 1 && went === 0) || areStaysPlain(check, group);
}

/** A row that replaces one of the same participant, and may, by a short chain. */
function isPlainReplacing(
  { columns, groups, withdrawn, mayTurnOut: mayBe }: GroupCheck,
  row: number,
  group: number,
): boolean {
  const { kind, cohort, replaces } = columns;
  const { starts } = groups;
  const target = rowInCell(row, numberIn(replaces, row));
  if (target < (starts[group] as number) || target >= (starts[group + 1] as number)) return false;
  const own = numberIn(kind.cells, row);
  const other = numberIn(kind.cells, target);
  if (own === withdrawn || other === withdrawn) return false;
  if (own !== other && !(mayBe[own] && mayBe[other])) return false;
  if (numberIn(cohort.cells, row) !== numberIn(cohort.cells, target)) return false;
  let at = target;
  for (let link = 0; link < linksMax; link += 1) {
    const cell = numberIn(replaces, at);
    if (cell === 0) return true;
    at = rowInCell(at, cell);
  }
  return false;
}

/** Each stay is with another provider, and whoever leaves has come by then. */
function areStaysPlain(check: GroupCheck, group: number): boolean {
  const { columns } = check;
  const [coming, leaving] = staysOf(check, group);
  const providerOf = (row: number) => numberIn(columns.provider.cells, row);
  const dayOf = (row: number) => numberIn(columns.day, row);
  if (new Set(coming.map(providerOf)).size < coming.length) return false;
  return leaving.every((row) => {
    const provider = providerOf(row);
    return coming.some(
      (came) => (provider === 0 || providerOf(came) === provider) && dayOf(came) <= dayOf(row),
    );
  });
}

/** The rows of a participant that come and those that go, of which no other takes the place. */
function staysOf(
  { groups: { starts }, kinds, replacing, attached, left }: GroupCheck,
  group: number,
): readonly [readonly number[], readonly number[]] {
  const [first, end] = [starts[group] as number, starts[group + 1] as number];
  const replaced = new Set<number>();
  for (let row = first; row < end; row += 1) {
    const cell = replacing[row] as number;
    if (cell !== 0) replaced.add(rowInCell(row, cell));
  }
  const [coming, leaving]: [number[], number[]] = [[], []];
  for (let row = first; row < end; row += 1) {
    if (replaced.has(row)) continue;
    if (kinds[row] === attached) coming.push(row);
    else if (kinds[row] === left) leaving.push(row);
  }
  return [coming, leaving];
}

function isGroupInOrder({ columns, groups, rules }: GroupCheck, group: number): boolean {
  const { starts, participants } = groups;
  const factOf = factMaker(columns);
  const participant = group < participants.rows ? referenceAt(participants, group) : undefined;
  const facts: Fact[] = [];
  const end = starts[group + 1] as number;
  for (let row = starts[group] as number; row < end; row += 1) {
    facts.push(factOf(row, participant));
  }
  return areInOrder(facts, rules);
}

/** Whether nothing stands against facts as a set. */
function areInOrder(facts: readonly Fact[], rules: FactRules): boolean {
  const list = factList();
  facts.forEach((fact, line) => {
    const participantNumber = addNames(list, fact);
    addFact(list, fact, { source: 0, line, idHash: hashOf(fact.id), participantNumber });
  });
  let isInOrder = true;
  const leftOut = checkSet({
    list,
    rules,
    placeOf: () => noPlace(''),
    unread: [],
    add: () => {
      isInOrder = false;
    },
  });
  return isInOrder && leftOut.size === 0;
}
