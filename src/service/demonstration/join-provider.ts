import {
  admitApplication,
  applyToJoin,
  handInDocument,
  readForm,
  saveDraft,
} from '../joining/index.ts';
import { keepDocument } from './keep-document.ts';
import { brightFutures, harbourHouse, secondStep } from './people.ts';
import type { Stage } from './stage.ts';

const signatories: Readonly<Record<string, string>> = {
  [brightFutures]: 'joan@brightfutures.example',
  [harbourHouse]: 'kit@harbourhouse.example',
  [secondStep]: 'hana@secondstep.example',
};

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [brightFutures]: { charity_number: '1123456', capacity: '40' },
  [harbourHouse]: { charity_number: '1187654', capacity: '25' },
  [secondStep]: { charity_number: '1150221', capacity: '12' },
};

const register = 'Charity Commission for England and Wales';

/** Lets a provider apply to a programme, in one form, with its certificate of insurance. */
export async function apply(
  { act, service }: Stage,
  { programme, name, insuredTo }: Readonly<{ programme: string; name: string; insuredTo: string }>,
): Promise<number> {
  const signatory = signatories[name] ?? '';
  const { fields, pageHash } = await act(signatory, readForm, { programme });
  const asked = new Set(fields.map((field) => field.name));
  const all = {
    name,
    body: 'charity',
    charity_register: register,
    insured: '£5,000,000',
    safeguarding_lead: 'Head of services',
    not_excluded: 'yes',
    ...answers[name],
  };
  const given = Object.fromEntries(Object.entries(all).filter(([field]) => asked.has(field)));
  const saved = await act(signatory, saveDraft, { programme, revision: 0, answers: given });
  let { revision } = saved;
  if (asked.has('insured_proof')) {
    const document = { programme, field: 'insured_proof', expiresOn: insuredTo };
    const lines = [
      'Certificate of insurance',
      `${name} is insured for 5,000,000 pounds (invented).`,
    ];
    const upload = await keepDocument(service, lines);
    ({ revision } = await act(signatory, handInDocument, { ...document, ...upload }));
  }
  const { number } = await act(signatory, applyToJoin, { programme, revision, pageHash });
  return number;
}

/** Admits a provider that has applied. */
export async function admit(
  { act, organisationId }: Stage,
  { programme, name, number }: Readonly<{ programme: string; name: string; number: number }>,
): Promise<void> {
  const organisation = organisationId(name);
  await act('ruth@northshire.example', admitApplication, { programme, organisation, number });
}
