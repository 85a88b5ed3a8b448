import type { JSX } from 'preact';
import type { Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { GivenDetails } from '../../service/people/index.ts';
import { formText } from '../form-text.ts';
import { Field } from '../look/index.ts';

type Kind = GivenDetails['ways'][number]['kind'];

type WayAsked = Readonly<{ kind: Kind; field: string; label: string; hint?: string }>;

const waysAsked: readonly WayAsked[] = [
  { kind: 'phone', field: 'phone', label: 'Telephone' },
  { kind: 'text', field: 'text', label: 'Number for text messages' },
  { kind: 'e-mail', field: 'email', label: 'E-mail address' },
  { kind: 'post', field: 'post', label: 'Address for letters' },
  { kind: 'in person', field: 'meeting', label: 'In person', hint: 'Where and when to meet them.' },
];

/** The fields of ways of contact: one of each kind, and as many more as are kept. */
function wayFields(ways: GivenDetails['ways']) {
  return waysAsked.flatMap(({ kind, field, label, hint }) => {
    const many = ways.filter((way) => way.kind === kind).length;
    return Array.from({ length: Math.max(1, many) }, (_, at) => ({
      name: `${field}.${at + 1}`,
      label: at === 0 ? label : `${label} (${at + 1})`,
      hint,
    }));
  });
}

export type ContactFieldsProps = Readonly<{ ways?: GivenDetails['ways'] | undefined }>;

/** What somebody is called and how they are reached; of all but a name nothing has to be said. */
export function ContactFields({ ways = [] }: ContactFieldsProps): JSX.Element {
  const fields = wayFields(ways);
  return (
    <>
      <Field
        kind="text"
        name="name"
        label="What they are called"
        hint="It need not be their full name."
        autocomplete="off"
      />
      <Field
        kind="text"
        name="otherNames"
        label="Other names"
        hint="With semicolons between several."
        autocomplete="off"
        isOptional
      />
      <Field kind="day" name="bornOn" label="Day of birth" isOptional />
      <Field kind="text" name="language" label="Language" autocomplete="off" isOptional />
      {fields.map(({ name, label, hint }) => (
        <Field
          key={name}
          kind="text"
          name={name}
          label={label}
          hint={hint}
          autocomplete="off"
          isOptional
        />
      ))}
      <Field
        kind="select"
        name="safe"
        label="Which of these is safe?"
        hint="As they said to you face to face. Until one is, nothing is ever sent to them."
        empty="None that is known"
        options={fields.map(({ name, label }) => ({ value: name, label }))}
        isOptional
      />
      <Field
        kind="text"
        name="safeWhen"
        label="When is it safe?"
        hint="As in: after six."
        autocomplete="off"
        isOptional
      />
    </>
  );
}

/** What was typed into these fields; each way with the field that it came from. */
export function takeDetails(visit: Visit): Readonly<{ details: object; from: readonly string[] }> {
  const typed = (name: string) => formText(visit, name).trim();
  const names = [typed('name'), ...typed('otherNames').split(';')].map((each) => each.trim());
  const filled = waysAsked.flatMap(({ kind, field }) =>
    Object.keys(visit.form)
      .filter((name) => name.startsWith(`${field}.`) && typed(name) !== '')
      .map((name) => ({ name, kind })),
  );
  const from = filled.map(({ name }) => name);
  const [bornOn, language, safe, when] = ['bornOn', 'language', 'safe', 'safeWhen'].map(typed);
  // A way that is said to be safe and was left empty is told as one that is not there.
  const way = from.includes(safe ?? '') ? from.indexOf(safe ?? '') + 1 : from.length + 1;
  const details = {
    names: names.filter((name) => name !== ''),
    ...(bornOn === '' ? {} : { bornOn }),
    ...(language === '' ? {} : { language }),
    ways: filled.map(({ name, kind }) => ({ kind, to: typed(name) })),
    ...(safe === '' ? {} : { safeWay: { way, ...(when === '' ? {} : { when }) } }),
  };
  return { details, from };
}

/** What is kept of somebody, as their form is filled in with it. */
export function contactValues({ names, bornOn, language, ways, safeWay }: GivenDetails) {
  const [name, ...others] = names;
  const counts = new Map<string, number>();
  const named = ways.map(({ kind, to }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const field = waysAsked.find((each) => each.kind === kind)?.field ?? kind;
    return [`${field}.${count}`, to] as const;
  });
  const safe = safeWay === undefined ? undefined : named[safeWay.way - 1]?.[0];
  return {
    name,
    otherNames: others.join('; '),
    bornOn,
    language,
    ...Object.fromEntries(named),
    safe,
    safeWhen: safeWay?.when,
  };
}

const ownFields: Readonly<Record<string, string>> = {
  'names.1': 'name',
  names: 'otherNames',
  'names.0': 'name',
  safeWay: 'safe',
  'safeWay.way': 'safe',
  'safeWay.when': 'safeWhen',
};

/** The same problems at the fields of the form: a call knows ways and names by their numbers. */
export function atContactFields(
  problems: readonly Problem[],
  from: readonly string[],
): readonly Problem[] {
  return problems.map((problem) => {
    const path = problem.at.field ?? '';
    const [, said = path] = /^details\.(.*)$/.exec(path) ?? [];
    const [, number] = /^ways\.(\d+)/.exec(said) ?? [];
    // Rules of people count from 1, schemas of calls from 0.
    const at = Number(number) - (said === path ? 1 : 0);
    const way = number === undefined ? undefined : from[at];
    const isName = said.startsWith('names.');
    const field = way ?? ownFields[said] ?? (isName ? 'otherNames' : said);
    return field === '' ? problem : { ...problem, at: { ...problem.at, field } };
  });
}
