import { randomUUID } from 'node:crypto';
import { assert } from '../../problem/index.ts';
import type { Service } from '../act/index.ts';
import { boundToUpload } from '../facts-in/index.ts';
import {
  admitApplication,
  applyToJoin,
  handInDocument,
  readForm,
  saveDraft,
} from '../joining/index.ts';
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
    const upload = await keepCertificate(service, name);
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

/** Keeps a document as the server does before an action runs. */
async function keepCertificate({ files, keys }: Service, name: string) {
  const upload = randomUUID();
  const made = await keys.makePersonKeys([upload]);
  const key = made.ok ? made.value.get(upload) : undefined;
  assert(key !== undefined, 'a key that was asked for is made');
  const kept = await files.keep(piecesOf(certificateOf(name)), {
    bytesMax: 100_000,
    types: ['pdf'],
    seal: { key, bound: boundToUpload(upload) },
  });
  assert(kept.ok, 'a certificate of our own making is kept');
  const { name: file, type: fileType, bytes: fileBytes } = kept.value;
  return { upload, file, fileType, fileBytes };
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

// One page with two lines, as small as PDF allows.
function certificateOf(name: string): string {
  const words = [`Certificate of insurance`, `${name} is insured for 5,000,000 pounds (invented).`];
  const drawn = words.map((line, at) => `1 0 0 1 72 ${760 - 24 * at} Tm (${line}) Tj`).join('\n');
  const content = `BT /F1 14 Tf\n${drawn}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return start;
  });
  const table = starts.map((start) => `${`${start}`.padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  return `${text}${xref}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}
