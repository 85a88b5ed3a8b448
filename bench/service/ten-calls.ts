import { randomUUID } from 'node:crypto';
import type { Question } from './ask-much.ts';
import type { Founded } from './found-programme.ts';
import type { Subjects } from './subjects.ts';

/** One of the commonest calls, and what the peer is asked in its place. */
export type Call = Readonly<{ what: string; ours: () => Question; bare: () => Question }>;

type Sent = Readonly<Record<string, string>>;

/** What calls are made of. */
export type Calling = Readonly<{
  founded: Founded;
  subjects: Subjects;
  settlement: string;
  /** What the browser of the next who asks sends, by what they do. */
  headers: Readonly<Record<'staff' | 'verifier' | 'finance', () => Sent>>;
}>;

/** The ten commonest calls. */
export function tenCalls(calling: Calling): readonly Call[] {
  return [...readingPeople(calling), ...writingFacts(calling), ...readingMoney(calling)];
}

function readingPeople({ founded, subjects, headers }: Calling): readonly Call[] {
  const { programme, provider } = founded;
  const { staff, verifier } = headers;
  const somebody = inTurn(subjects.participants);
  const own = (participant: string) => `/programmes/${programme}/participants/${participant}/facts`;
  return [
    {
      what: 'own programmes',
      ours: () => get('/api/programmes', staff()),
      bare: () => get(`/own/${provider.id}`),
    },
    {
      what: 'one programme',
      ours: () => get(`/api/programmes/${programme}`, staff()),
      bare: () => get(`/programmes/${programme}`),
    },
    {
      what: 'a participant and what happened',
      ours: () => get(`/api${own(somebody())}`, staff()),
      bare: () => get(`${own(somebody())}?provider=${provider.id}`),
    },
    {
      what: 'facts that wait for a verifier, 50',
      ours: () => get(`/api/programmes/${programme}/claims`, verifier()),
      bare: () => get(`/programmes/${programme}/claims`),
    },
  ];
}

function writingFacts({ founded, subjects, headers }: Calling): readonly Call[] {
  const { programme } = founded;
  const { staff, verifier } = headers;
  const somebody = inTurn(subjects.participants);
  const claim = inTurn(subjects.claims);
  const at = `/programmes/${programme}/facts`;
  const facts = (count: number) =>
    Array.from({ length: count }, () => ({
      id: randomUUID(),
      kind: 'training',
      participant: somebody(),
      from: '2015-03-02',
      to: '2015-03-06',
    }));
  const like = (count: number) => ({
    programme,
    like: subjects.fact,
    ids: Array.from({ length: count }, () => randomUUID()),
  });
  return [
    ...[1, 50].map((count) => ({
      what: count === 1 ? 'one fact in' : `${count} facts in`,
      ours: () => post(`/api${at}`, { headers: once(staff()), body: { facts: facts(count) } }),
      bare: () => post(at, { body: like(count) }),
    })),
    {
      what: 'a claim verified',
      ours: () =>
        post(`/api/programmes/${programme}/claims/${claim()}`, {
          headers: once(verifier()),
          body: { finding: 'verified' },
        }),
      bare: () => post(at, { body: like(1) }),
    },
  ];
}

function readingMoney({ founded, subjects, headers, settlement }: Calling): readonly Call[] {
  const { programme, provider } = founded;
  const { finance } = headers;
  const at = `/programmes/${programme}/settlements`;
  const lines = () =>
    `${at}/${settlement}/lines?after=${Math.floor(Math.random() * subjects.lines)}`;
  const statement = `${at}/${settlement}/statements/${encodeURIComponent(provider.name)}`;
  return [
    { what: 'settlements', ours: () => get(`/api${at}`, finance()), bare: () => get(at) },
    {
      what: '200 lines of a settlement',
      ours: () => get(`/api${lines()}`, finance()),
      bare: () => get(lines()),
    },
    {
      what: 'a statement, 200 of its lines',
      ours: () => get(`/api${statement}`, finance()),
      bare: () => get(statement),
    },
  ];
}

function get(path: string, headers: Sent = {}): Question {
  return { method: 'GET', path, headers };
}

function post(path: string, rest: Pick<Question, 'headers' | 'body'>): Question {
  return { method: 'POST', path, ...rest };
}

// Every write has a key of its own, as a careful program gives it.
function once(headers: Sent) {
  return { ...headers, 'idempotency-key': randomUUID() };
}

/** One after the other, and then from the first again. */
export function inTurn<T>(all: readonly T[]): () => T {
  let at = -1;
  return () => {
    at = (at + 1) % all.length;
    return all[at] as T;
  };
}
