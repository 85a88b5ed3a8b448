import type { FastifyRequest } from 'fastify';
import type { Problem } from '../problem/index.ts';
import { assert } from '../problem/index.ts';
import type { Action, Service } from '../service/act/index.ts';
import { keepUpload } from './keep-upload.ts';
import type { Screen, TakesFile, Upload, Visit } from './route.ts';

/** What was sent with a form. */
export type SentForm = Pick<Visit, 'form' | 'uploads' | 'uploadProblems'>;

type Field = string | readonly string[];

const filesMax = 20;

/**
 * Reads a form that may carry files. Its hidden fields come first, so that no file is read before
 * `isOurs` has said that the form is; undefined where it is not.
 */
export async function readFileForm(
  request: FastifyRequest,
  {
    service,
    takesFile,
    isOurs,
  }: Readonly<{ service: Service; takesFile: TakesFile; isOurs: (csrf: string) => boolean }>,
): Promise<SentForm | undefined> {
  const form: Record<string, Field> = {};
  const uploads: Record<string, Upload> = {};
  const uploadProblems: Problem[] = [];
  const limits = { fieldSize: 100_000, fields: 200, files: filesMax, fileSize: Infinity };
  let isKnownAsOurs = false;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      addField(form, part.fieldname, part.value);
      continue;
    }
    isKnownAsOurs ||= isOurs(typeof form.csrf === 'string' ? form.csrf : '');
    if (!isKnownAsOurs) return undefined;
    const isChosen = part.filename !== '' && part.filename !== undefined;
    if (isChosen) {
      const kept = await keepUpload(service, part.file, takesFile);
      if (kept.ok) uploads[part.fieldname] = kept.value;
      else uploadProblems.push(...kept.problems.map((problem) => inField(problem, part.fieldname)));
    }
    part.file.resume();
  }
  isKnownAsOurs ||= isOurs(typeof form.csrf === 'string' ? form.csrf : '');
  return isKnownAsOurs ? { form, uploads, uploadProblems } : undefined;
}

function inField(problem: Problem, field: string): Problem {
  return { ...problem, at: { ...problem.at, field } };
}

function addField(form: Record<string, Field>, name: string, value: unknown): void {
  if (typeof value !== 'string' || name === '__proto__') return;
  const before = form[name];
  form[name] = before === undefined ? value : [before, value].flat();
}

/** Reads a form without files. */
export function readPlainForm(request: FastifyRequest): SentForm {
  return { form: formOf(request.body), uploads: {}, uploadProblems: [] };
}

/** Whether this screen is sent forms with files. */
export function takesFiles(
  screen: Screen,
): screen is Screen & { takesFile: TakesFile; isFor: Action } {
  return screen.takesFile !== undefined;
}

function formOf(body: unknown): Visit['form'] {
  if (typeof body !== 'object' || body === null) return {};
  assert(!Array.isArray(body), 'a form is fields by their names');
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, Field][] => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, value.filter((each) => typeof each === 'string')]] : [];
    }),
  );
}
