import { keepUpload } from '../../src/http/keep-upload.ts';
import { perform, type Service } from '../../src/service/act/index.ts';
import {
  admitApplication,
  applyToJoin,
  handInDocument,
  readForm,
  saveDraft,
} from '../../src/service/joining/index.ts';
import { got } from './made-organisations.ts';
import type { Staff } from './made-programmes.ts';

/** What an invented provider answers to the page of Northshire; its document comes beside it. */
export const answers = {
  name: 'Harbour House',
  body: 'charity',
  charity_register: 'Charity Commission for England and Wales',
  charity_number: '1123456',
  insured: '£5,000,000',
  safeguarding_lead: 'Head of services',
  not_excluded: 'yes',
  capacity: '40',
} as const;

/** A certificate as a scanner makes it. */
export const certificate = Buffer.from('%PDF-1.7\nInsured for five million pounds.\n%%EOF\n');

/** Keeps a file as the server does before an action runs. */
export async function anUpload(service: Service, content: Buffer = certificate) {
  const limits = { bytesMax: 10_000_000, types: ['pdf', 'png', 'jpeg'] } as const;
  return got(await keepUpload(service, piecesOf(content), limits));
}

async function* piecesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

type Applying = Readonly<{
  service: Service;
  programme: string;
  staff: Staff;
  /** Answered otherwise than usual. */
  otherwise?: Readonly<Record<string, string>>;
  expiresOn?: string;
}>;

/** A draft that is whole, with its document; gives its revision and the hash of the page. */
export async function aDraft(asked: Applying) {
  const { service, programme, staff, otherwise = {}, expiresOn = '2028-03-31' } = asked;
  const actor = await staff.as('administrator', 'provider_staff');
  const typed = { ...answers, ...otherwise };
  const draft = { programme, revision: 0, answers: typed };
  got(await perform(service, saveDraft, { actor, input: draft }));
  const upload = await anUpload(service);
  const document = { programme, field: 'insured_proof', expiresOn, ...upload };
  const { revision } = got(await perform(service, handInDocument, { actor, input: document }));
  const { pageHash } = got(await perform(service, readForm, { actor, input: { programme } }));
  return { actor, revision, pageHash };
}

/** An application that waits to be decided. */
export async function anApplication(asked: Applying) {
  const { actor, revision, pageHash } = await aDraft(asked);
  const input = { programme: asked.programme, revision, pageHash };
  const sent = got(await perform(asked.service, applyToJoin, { actor, input }));
  const which = { programme: asked.programme, organisation: asked.staff.organisation };
  return { ...sent, actor, which: { ...which, number: sent.number } };
}

/** A provider that was admitted by the commissioner. */
export async function aProvider({ by, ...asked }: Applying & Readonly<{ by: Staff }>) {
  const application = await anApplication(asked);
  const actor = await by.as('commissioner');
  const input = application.which;
  const admitted = got(await perform(asked.service, admitApplication, { actor, input }));
  return { ...application, ...admitted };
}
