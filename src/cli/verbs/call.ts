import { nearest, type Result } from '../../problem/index.ts';
import { checkOutput, writeWhole } from '../../service/index.ts';
import {
  addressNotRead,
  type Call,
  callUnknown,
  declareServer,
  fetchAgain,
  fileUncalledFor,
  fileWantedBy,
  findServer,
  giveInput,
  listCalls,
  openFile,
  problemsIn,
  readJson,
  requestFor,
  type Server,
} from '../client/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { declareForce } from '../output.ts';
import { inputTwice } from '../problems.ts';
import { jsonText, refuse, refuseUse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const call: Verb = {
  name: 'call',
  about: 'Do anything that a service can do, or list what that is',
  examples: [
    'outturn call --server http://localhost:4180',
    'outturn call programmes.list_own --server http://localhost:4180',
  ],
  declare: (command) => {
    declareServer(
      command
        .argument('[NAME]', 'the call, such as programmes.list_own; none lists them all')
        .argument('[FIELD=VALUE...]', 'what it is given'),
    )
      .option('--input <FILE>', 'the same as one object of JSON; - for standard input')
      .option('--file <FILE>', 'the file that it takes; - for standard input')
      .option('--once <KEY>', 'do it once, however often it is sent with this key')
      .option('--out <FILE>', 'where to write what it gives');
    declareForce(command);
  },
  act: callVerb,
};

async function callVerb(given: Given): Promise<ExitCode> {
  const server = findServer(given, process.env);
  if (!server.ok) return refuseUse(given, ...server.problems);
  const calls = await listCalls(server.value);
  if (!calls.ok) return refuse(given, calls.problems);
  const [name, ...pairs] = given.operands;
  if (name === undefined) return showCalls(given, calls.value);
  const found = calls.value.find((each) => each.name === name);
  if (found === undefined) {
    const names = calls.value.map((each) => each.name);
    return refuseUse(given, callUnknown(name, nearest(name, names)));
  }
  return doCall(given, { server: server.value, call: found, pairs });
}

function showCalls({ options, screen }: Given, calls: readonly Call[]): ExitCode {
  const shown = calls.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  if (options.format === 'json') {
    const listed = shown.map(({ fields, ...rest }) => ({ ...rest, fields: [...fields.keys()] }));
    screen.show(jsonText({ calls: listed }));
    return exitCodes.done;
  }
  const width = Math.max(...shown.map(({ name }) => name.length));
  for (const { name, about } of shown) screen.show(`${name.padEnd(width)}  ${about}`);
  return exitCodes.done;
}

type Asked = Readonly<{ server: Server; call: Call; pairs: readonly string[] }>;

async function doCall(given: Given, asked: Asked): Promise<ExitCode> {
  const { server, call: named, pairs } = asked;
  const path = findOption(given, 'file');
  const inputPath = findOption(given, 'input');
  const out = findOption(given, 'out');
  if (path === '-' && inputPath === '-') return refuseUse(given, inputTwice());
  if (named.takesFile && path === undefined) return refuseUse(given, fileWantedBy(named.name));
  if (!named.takesFile && path !== undefined) return refuseUse(given, fileUncalledFor(named.name));
  const said = inputPath === undefined ? undefined : await readJson(inputPath);
  if (said?.ok === false) return refuse(given, said.problems);
  const input = giveInput(named, pairs, said?.value);
  if (!input.ok) return refuseUse(given, ...input.problems);
  const blocked = out === undefined ? [] : await checkPlace(given, out);
  if (blocked.length > 0) return refuse(given, blocked);
  const file = path === undefined ? undefined : await openFile(path);
  if (file?.ok === false) return refuse(given, file.problems);
  const request = requestFor(server, named, {
    input: input.value,
    onceKey: findOption(given, 'once'),
    ...(file === undefined ? {} : { file: file.value.pieces }),
  });
  // A file is read only once, so that it is sent only once.
  const asking = file === undefined ? fetchAgain(request) : fetch(request);
  const answer = await addressNotRead(server.address, asking);
  return answer.ok
    ? giveAnswer(given, { server, answer: answer.value, out })
    : refuse(given, answer.problems);
}

async function checkPlace({ options }: Given, file: string) {
  return checkOutput({ file, pages: [], force: options.force === true });
}

type Answered = Readonly<{ server: Server; answer: Response; out: string | undefined }>;

async function giveAnswer(given: Given, { server, answer, out }: Answered): Promise<ExitCode> {
  if (!answer.ok) {
    const body: unknown = await answer.json().catch(() => undefined);
    return refuse(given, problemsIn(server, answer, body));
  }
  const content = await contentOf(answer);
  if (content === undefined) return exitCodes.done;
  if (out === undefined) {
    given.screen.pass(content);
    return exitCodes.done;
  }
  const written: Result<string> = await writeWhole(out, content);
  return written.ok ? exitCodes.done : refuse(given, written.problems);
}

/** JSON as it is shown everywhere; a file as it is. */
async function contentOf(answer: Response): Promise<string | Uint8Array | undefined> {
  if (answer.status === 204) return undefined;
  const type = answer.headers.get('content-type') ?? '';
  if (answer.headers.has('content-disposition')) {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return /^(text\/|application\/(json|x-ndjson))/.test(type)
      ? Buffer.from(bytes).toString('utf8')
      : bytes;
  }
  return `${jsonText(await answer.json())}\n`;
}
