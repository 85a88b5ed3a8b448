import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import { formatMoney } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { Actor } from '../../service/access/index.ts';
import { looks } from '../../service/people/index.ts';
import { listOwnProgrammes } from '../../service/programmes/index.ts';
import { readRecord } from '../../service/record/index.ts';
import { shortReference } from '../facts/index.ts';
import { Button, Buttons, Empty, Field, Form, Heading, Moment, Table } from '../look/index.ts';
import { findOwnProgramme, type OwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo, useVisit } from '../visit-context.ts';
import { actSentences } from './act-sentences.ts';
import { chainOf, recordAddress } from './address.ts';

type Entry = Static<(typeof readRecord)['output']>['entries'][number];

const lead =
  'What was done, each entry with the hash of the one before it: none can be changed, left out ' +
  'or put in between without its being seen. It holds references and counts, and nothing personal.';

const most = 50;

/** The record of an organisation or of a programme, in order. */
export async function showRecord(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const chain = chainOf(visit);
  const from = Number(visit.query.from);
  const asked = { ...chain, most, ...(from > 1 ? { after: Math.trunc(from) - 1 } : {}) };
  const found = await visit.perform(readRecord, asked);
  if (!found.ok) return showRefused(visit, found.problems);
  const { entries, after: next } = found.value;
  return showPage(
    visit,
    { title: 'The record', width: 'wide', problems },
    <>
      <Heading
        lead={lead}
        actions={
          <>
            <Button href={recordAddress('verification', chain)}>Verify the record</Button>
            <Button href={recordAddress('export', chain)} kind="quiet">
              Keep it as a file
            </Button>
          </>
        }
      >
        The record
      </Heading>
      <Whose chain={chain.chain} programmes={await ownProgrammes(visit)} />
      <Looks chain={chain.chain} />
      <Entries entries={entries} parties={await partiesOf(visit)} isFurtherOn={from > 1} />
      {next !== undefined && (
        <p>
          <a href={recordAddress('', { ...chain, from: String(next + 1) })}>Later entries</a>
        </p>
      )}
    </>,
  );
}

type Party = OwnProgramme['parties'][number];

/** The parties of the programme of which it is the record; an organisation's own has none. */
async function partiesOf(visit: Visit): Promise<readonly Party[]> {
  const { chain } = chainOf(visit);
  if (chain === undefined) return [];
  const own = await findOwnProgramme(visit, chain);
  return own?.parties ?? [];
}

type Choice = Readonly<{ value: string; label: string }>;

/** The programmes of which whoever asks may see the record. */
async function ownProgrammes(visit: Visit): Promise<readonly Choice[]> {
  const found = await visit.perform(listOwnProgrammes, {});
  if (!found.ok) return [];
  return found.value.programmes
    .filter(({ parts }) => parts.includes('commissioner') || parts.includes('auditor'))
    .map(({ programme, name }) => ({ value: programme, label: name }));
}

type WhoseProps = Readonly<{ chain: string | undefined; programmes: readonly Choice[] }>;

function Whose({ chain, programmes }: WhoseProps): JSX.Element {
  return (
    <Form action={recordAddress('')} name="whose" values={{ chain }} isSearch>
      <Field
        kind="select"
        name="chain"
        label="Whose record"
        empty="Your organisation"
        options={programmes}
      />
      <Field kind="number" name="from" label="From entry" isOptional />
      <Buttons>
        <Button kind="quiet">Show it</Button>
      </Buttons>
    </Form>
  );
}

// Of a programme, who looked at names stands in a list of its own.
function Looks({ chain }: Pick<WhoseProps, 'chain'>): JSX.Element | null {
  const mayDo = useMayDo();
  if (chain === undefined || !mayDo(looks)) return null;
  return (
    <p>
      <a href={`/programmes/${chain}/looks`}>Who looked at names</a>
    </p>
  );
}

type EntriesProps = Readonly<{
  entries: readonly Entry[];
  parties: readonly Party[];
  isFurtherOn: boolean;
}>;

function Entries({ entries, parties, isFurtherOn }: EntriesProps): JSX.Element {
  const { actor } = useVisit();
  const by = byWords(actor, parties);
  return (
    <Table
      caption="Entries, the first first"
      onPhone="lines"
      columns={[
        { label: 'Number', isNumber: true, inLine: 'end', isName: false },
        { label: 'What was done', isName: true },
        { label: 'By whom', inLine: 'across' },
        { label: 'About', inLine: 'across' },
        { label: 'When', inLine: 'across' },
        { label: 'Hash', isSaidInLine: true },
      ]}
      rows={entries.map((entry) => ({ key: String(entry.number), cells: cellsOf(entry, by) }))}
      empty={<Empty title={isFurtherOn ? 'It ends before that entry' : 'Nothing stands in it'} />}
    />
  );
}

function cellsOf(entry: Entry, by: (entry: Entry) => string) {
  const { number, about, at, hash } = entry;
  return [
    number.toLocaleString('en-GB'),
    sentenceOf(entry),
    by(entry),
    aboutWords(about),
    <Moment key="at" at={at} />,
    <code key="hash">{hash.slice(0, 8)}</code>,
  ];
}

// What an action means for participants or providers is an entry of its own, for the facts it made.
function sentenceOf({ act, about }: Entry): string {
  const sentence = actSentences[act] ?? act;
  const isOfFacts = 'arrival' in about && !act.startsWith('facts.');
  return isOfFacts ? sentence.replace(/\.$/, ': recorded as facts.') : sentence;
}

/** Who did it, by what their organisation is here: nobody who works there is named. */
function byWords(actor: Actor, parties: readonly Party[]) {
  const own = actor.kind === 'account' ? actor : undefined;
  return ({ account, organisation }: Entry): string => {
    const you = account !== undefined && account === own?.account ? ' (you)' : '';
    if (organisation === undefined) {
      return account === undefined ? 'The service itself' : `Somebody signed in${you}`;
    }
    const found = parties.filter((party) => party.organisation === organisation);
    const [first] = found;
    if (first !== undefined) {
      return `${first.name}, ${found.map(({ part }) => part).join(' and ')}${you}`;
    }
    return organisation === own?.organisation?.id
      ? `Your organisation${you}`
      : 'Another organisation';
  };
}

const shownMost = 40;
const hashed = 'sha256:';
const shortMost = 8;
const reference = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const otherNames: Readonly<Record<string, string>> = { import: 'file', signIn: 'sign-in' };

/** A name of what an entry keeps, as in "known before" of `knownBefore`. */
function nameWords(name: string): string {
  return otherNames[name] ?? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

// How much a publisher may publish is kept in the smallest unit of its currency.
function withMoney(about: Entry['about']): Entry['about'] {
  const { limit, currency, ...rest } = about;
  if (typeof currency !== 'string' || !/^\d+$/.test(String(limit))) return about;
  return { ...rest, limit: formatMoney({ units: BigInt(String(limit)), currency }) };
}

function aboutWords(about: Entry['about']): string {
  return Object.entries(withMoney(about))
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : textOf(value);
      if (reference.test(text)) return `${nameWords(name)} ${shortReference(text)}`;
      const most = text.startsWith(hashed) ? hashed.length + shortMost : shownMost;
      const cut = text.length > most ? `${text.slice(0, most)}…` : text;
      return `${nameWords(name)} ${cut.replaceAll('_', ' ')}`;
    })
    .join(', ');
}
