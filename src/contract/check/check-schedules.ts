import { compareFractions } from '../../money/index.ts';
import type { Contract, Schedule, ScheduleRow } from '../contract.ts';
import { fromTo, orMore, paidAndEach, paidEach, under as underForm } from '../forms/measures.ts';
import { measureNature } from '../measures.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm } from '../wording/form.ts';
import { parseLevel } from '../wording/measure-places.ts';
import type { Complaint } from '../wording/place-type.ts';
import { contradicts } from './contradicts.ts';
import { levelFaults, unitFaults } from './level-faults.ts';

/** The rows of a schedule hold every value, each once, in order. */
export function checkSchedules({ measures }: Contract, reader: Reader): void {
  for (const schedule of measures?.schedules ?? []) {
    const measure = measures?.measures.find(({ name }) => name === schedule.measure);
    const nature = measure ? measureNature(measure) : 'either';
    const say = (part: object, complaints: readonly Complaint[]) => {
      for (const complaint of complaints) complain(reader, rangeOf(reader, part), complaint);
    };
    const first = measures?.schedules.find((each) => each.measure === schedule.measure);
    if (first && first !== schedule) contradicts(first, schedule, reader);
    if (schedule.rows.length === 0) say(schedule, [withoutRows(schedule.measure)]);
    schedule.rows.forEach((row, at) => {
      say(row, rowFaults(schedule, row, at));
      const { least, under } = boundsOf(row);
      const each = findTerm([row.pays], paidEach) ?? findTerm([row.pays], paidAndEach);
      const levels = [least, under, each?.above];
      say(row, [
        ...levels.flatMap((level) => levelFaults(schedule.measure, nature, level)),
        ...(each ? unitFaults(schedule.measure, nature, each.unit) : []),
      ]);
    });
  }
}

type Bounds = Readonly<{ least?: string | undefined; under?: string | undefined }>;

/** From which value a row goes, and under which it ends. */
function boundsOf({ value }: ScheduleRow): Bounds {
  const between = findTerm([value], fromTo);
  return {
    least: between?.least ?? findTerm([value], orMore)?.least,
    under: between?.under ?? findTerm([value], underForm)?.under,
  };
}

function rowFaults({ rows }: Schedule, row: ScheduleRow, at: number): readonly Complaint[] {
  const { least, under } = boundsOf(row);
  const before = rows[at - 1];
  const ended = before && boundsOf(before).under;
  const isLast = at === rows.length - 1;
  return [
    ...(at === 0 && least !== undefined ? [rowsLeaveOut(`what is under ${least}`)] : []),
    ...(before && !meets(ended, least) ? [rowsDoNotMeet(ended, least)] : []),
    ...(isLast && under !== undefined ? [rowsLeaveOut(`what is ${under} or more`)] : []),
    ...(least !== undefined && under !== undefined && !isLess(least, under)
      ? [rowWithoutRoom(least, under)]
      : []),
  ];
}

function meets(ended: string | undefined, least: string | undefined): boolean {
  if (ended === undefined || least === undefined) return false;
  return compareFractions(parseLevel(ended), parseLevel(least)) === 0;
}

function isLess(one: string, other: string): boolean {
  return compareFractions(parseLevel(one), parseLevel(other)) < 0;
}

function withoutRows(measure: string): Complaint {
  return {
    code: 'measure.schedule_without_rows',
    message: `The schedule of "${measure}" has no row that could be read.`,
    help: 'Begin it with a row such as | under 20% | £0 |.',
  };
}

function rowsLeaveOut(what: string): Complaint {
  return {
    code: 'measure.rows_leave_out_values',
    message: `No row of the schedule says what is paid for ${what}.`,
    help: 'Let the first row begin with "under" and the last end with "or more".',
  };
}

function rowsDoNotMeet(ended: string | undefined, least: string | undefined): Complaint {
  const end = ended === undefined ? 'has no end' : `ends under ${ended}`;
  const begin = least === undefined ? 'has no beginning' : `begins at ${least}`;
  return {
    code: 'measure.rows_do_not_meet',
    message: `The row before this one ${end}, and this one ${begin}.`,
    help: 'Let each row begin where the one before it ends.',
  };
}

function rowWithoutRoom(least: string, under: string): Complaint {
  return {
    code: 'measure.row_without_room',
    message: `No value is at least ${least} and under ${under}.`,
    help: 'Put the lower value first.',
  };
}
