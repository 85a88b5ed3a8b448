import { randomUUID } from 'node:crypto';
import type { Question } from './ask-much.ts';
import type { Founded } from './found-programme.ts';
import type { Subjects } from './subjects.ts';

/** What somebody asks next: screens mostly, and now and then a call that writes. */
export type MixedCalls = () => Question;

/** What they do, and what it is about. */
export type Mixed = Readonly<{
  founded: Founded;
  subjects: Subjects;
  settlement: string;
  kind: 'staff' | 'verifier' | 'finance';
  headers: Readonly<Record<string, string>>;
}>;

let turn = 0;
let decided = 0;

/** Goes round what somebody of a kind does all day. */
export function mixedCalls(mixed: Mixed): MixedCalls {
  const round = roundOf(mixed);
  let at = 0;
  return () => {
    at += 1;
    turn += 1;
    const next = round[at % round.length] as (turn: number) => Question;
    return next(turn);
  };
}

function roundOf(mixed: Mixed): readonly ((turn: number) => Question)[] {
  const { founded, subjects, settlement, kind, headers } = mixed;
  const at = `/programmes/${founded.programme}`;
  const get = (path: string) => (): Question => ({ method: 'GET', path, headers });
  const post = (path: string, body: unknown): Question => {
    return { method: 'POST', path, headers: { ...headers, 'idempotency-key': randomUUID() }, body };
  };
  const of = (ids: readonly string[], count: number) => ids[count % ids.length] ?? '';
  const own = [get('/programmes'), get(at)];
  switch (kind) {
    case 'staff':
      return [
        ...own,
        get(`${at}/facts`),
        (count) => get(`${at}/participants/${of(subjects.participants, count)}`)(),
        (count) => post(`/api${at}/facts`, factAbout(of(subjects.participants, count))),
      ];
    case 'verifier':
      return [
        ...own,
        get(`${at}/verification`),
        () => {
          // Nobody decides twice upon one of them.
          decided += 1;
          const claim = of(subjects.claims, decided);
          return post(`/api${at}/claims/${claim}`, { finding: 'verified' });
        },
      ];
    case 'finance':
      return [
        ...own,
        get(`${at}/settlements`),
        get(`${at}/settlements/${settlement}`),
        get(`/api${at}/settlements/${settlement}/lines?after=${subjects.lines >> 1}`),
        get(
          `${at}/settlements/${settlement}/statements/${encodeURIComponent(founded.provider.name)}`,
        ),
      ];
  }
}

function factAbout(participant: string) {
  const spell = { from: '2015-03-02', to: '2015-03-06' };
  return { facts: [{ id: randomUUID(), kind: 'training', participant, ...spell }] };
}
