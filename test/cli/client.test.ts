// The command line against a service: any call by its name, and files of facts.
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { runTasks } from '../../src/service/jobs/index.ts';
import { makeToken } from '../../src/service/sign-in/index.ts';
import { aBrokenLine } from '../support/broken-line.ts';
import { aProvider } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { madeFolder } from '../support/made-files.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff, northshire } from '../support/made-programmes.ts';
import { readProjectFile } from '../support/project-files.ts';
import { runBeside, runProgram } from '../support/run-outturn.ts';
import { freePort, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const { path, put } = madeFolder();
const store = await aStore();
const made = await aService(store, '2027-04-05');
const { service, address } = await served(made.service);
const council = await aStaff(service);
let programme = '';
let token = '';
const faults: string[] = [];

beforeAll(async () => {
  const harbour = await aStaff(service, 'Harbour House');
  programme = await aPublishedProgramme({ service, staff: council });
  await aProvider({ service, programme, staff: harbour, by: council });
  made.setDay('2027-08-02');
  const actor = await council.as('commissioner');
  const scopes = ['programmes:read', 'programmes:change', 'facts:read', 'facts:change'];
  const input = { name: 'For a test', scopes, days: 1 };
  token = got(await perform(service, makeToken, { actor, input })).token;
  const running = await runTasks(service, (message) => faults.push(message));
  afterAll(async () => running.close());
});

async function run(words: readonly string[], input = '', server = address) {
  const env = { OUTTURN_TOKEN: token, OUTTURN_SERVER: server };
  return runBeside(words, { input, env });
}

const codesIn = (text: string): string[] =>
  JSON.parse(text).problems.map(({ code }: { code: string }) => code);

describe('outturn call', () => {
  test('without a name lists every call of the server in a line', async () => {
    const { status, stdout } = await run(['call']);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines).toContainEqual(expect.stringMatching(/^programmes\.list_own {2,}\S.*\.$/));
  });

  test('gives the answer as JSON', async () => {
    const { status, stdout } = await run(['call', 'programmes.list_own']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).programmes).toMatchObject([{ programme }]);
  });

  test('does a change that is described in a file, and words over it', async () => {
    const file = put('begin.json', JSON.stringify({ name: 'Not this', text: northshire }));
    const words = ['call', 'programmes.begin_programme', '--input', file, 'name=A second page'];
    const { status, stdout } = await run(words);
    expect([status, Object.keys(JSON.parse(stdout))]).toEqual([0, ['programme', 'revision']]);
  });

  test('with a key of one’s own does it once, however often it is sent', async () => {
    const words = ['call', 'programmes.begin_programme', 'name=A third page', `text=${northshire}`];
    const one = await run([...words, '--once', 'key-of-the-third-page']);
    const again = await run([...words, '--once', 'key-of-the-third-page']);
    expect([one.status, JSON.parse(again.stdout)]).toEqual([0, JSON.parse(one.stdout)]);
  });

  test('does a change once where the connection breaks after it was done', async () => {
    const before = JSON.parse((await run(['call', 'programmes.list_own'])).stdout).programmes;
    // The first is the description, the second the change.
    const line = await aBrokenLine(address, 2);
    const words = ['call', 'programmes.begin_programme', 'name=Kept once', `text=${northshire}`];
    const { status, stderr } = await run(words, '', line);
    expect([status, stderr]).toEqual([0, '']);
    const after = JSON.parse((await run(['call', 'programmes.list_own'])).stdout).programmes;
    expect(after.length).toBe(before.length + 1);
  });

  test('writes a file that a call gives, and writes over none', async () => {
    const out = path('published.txt');
    const words = ['call', 'programmes.give_published', `programme=${programme}`];
    const which = ['version=1', 'format=markdown', '--out', out];
    const { status, stderr } = await run([...words, ...which]);
    expect([status, stderr]).toEqual([0, '']);
    const again = await run([...words, ...which, '--format', 'json']);
    expect([again.status, codesIn(again.stdout)]).toEqual([1, ['output.exists']]);
  });

  test.each([
    [['call', 'programmes.list_onw'], 'Did you mean "programmes.list_own"?'],
    [['call', 'programmes.read_programme'], 'needs programme'],
    [['call', 'programmes.read_programme', 'programe=1'], 'Did you mean "programme"?'],
    [['call', 'programmes.list_own', 'before'], 'says neither a name nor a value'],
    [['call', 'programmes.list_own', '--file', 'x.csv'], 'takes no file'],
    [['call', 'facts.send_file', 'programme=1'], 'takes a file'],
    [['call', '--server', 'outturn'], 'is not the address of a server'],
    [['call', '--server', 'http://outturn.example.org'], 'could read what is sent there'],
  ])('%j is wrong use, and says what would be right', async (words, said) => {
    const { status, stdout, stderr } = await run(words);
    expect(stderr).toContain(said);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('says the problems of the service in its own words', async () => {
    const words = [
      'call',
      'programmes.read_programme',
      'programme=00000000-0000-4000-8000-000000000000',
      '--format',
      'json',
    ];
    const { status, stdout } = await run(words);
    expect([status, codesIn(stdout)]).toEqual([1, ['programme.not_there']]);
    const outside = await run(['call', 'record.read', '--format', 'json']);
    expect([outside.status, codesIn(outside.stdout)]).toEqual([1, ['access.outside_token']]);
  });

  test('asks for a token where the service asks who one is', async () => {
    const env = { OUTTURN_TOKEN: '', OUTTURN_SERVER: address };
    const { status, stdout } = await runBeside(
      ['call', 'programmes.list_own', '--format', 'json'],
      { env },
    );
    expect([status, codesIn(stdout)]).toEqual([1, ['server.token_missing']]);
  });

  test('says that nobody answers, or that somebody else does', async () => {
    const nobody = await run(
      ['call', '--format', 'json'],
      '',
      `http://127.0.0.1:${await freePort()}`,
    );
    expect([nobody.status, codesIn(nobody.stdout)]).toEqual([1, ['server.not_reached']]);
    const other = createServer((_, answer) => answer.end('<html>another service</html>'));
    const port = await freePort();
    await new Promise<void>((done) => other.listen({ host: '127.0.0.1', port }, done));
    const another = await run(['call', '--format', 'json'], '', `http://127.0.0.1:${port}`);
    await new Promise((done) => other.close(done));
    expect([another.status, codesIn(another.stdout)]).toEqual([1, ['server.not_outturn']]);
  });
});

describe('outturn send', () => {
  const header = 'id,kind,participant,provider,group,day,from,to,value';
  const good = [
    'a1,attached,Sam,Harbour House,leaving,2027-07-05,,,',
    'a2,attached,Kim,Harbour House,leaving,2027-07-05,,,',
    's1,goals score,Sam,,,2027-07-06,,,12',
  ];
  const csv = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;

  test('brings a file in and says how many facts came of it; sent again, none', async () => {
    const file = put('facts.csv', csv(...good));
    const words = ['send', file, '--programme', programme, '--format', 'json'];
    const one = await run(words);
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(JSON.parse(one.stdout)).toMatchObject({ added: 3, sentBefore: 0 });
    const other = await run(words);
    expect(JSON.parse(other.stdout)).toMatchObject({ added: 0, sentBefore: 3 });
    expect(faults).toEqual([]);
  });

  test('reads standard input', async () => {
    const more = csv('s2,goals score,Kim,,,2027-07-06,,,15');
    const { status, stdout } = await run(['send', '-', '--programme', programme], more);
    expect([status, stdout]).toEqual([0, '1 fact came in.\n']);
  });

  test('says what stands against a file by row and column', async () => {
    const file = put('wrong.csv', csv(...good, 's9,goals score,Sam,,,2027-13-06,,,12'));
    const words = ['send', file, '--programme', programme, '--format', 'json'];
    const { status, stdout } = await run(words);
    const [problem] = JSON.parse(stdout).problems;
    expect([status, problem]).toMatchObject([1, { source: file, line: 5, field: 'day' }]);
  });

  test('leads to where columns are mapped that nobody knows yet', async () => {
    const file = put('other.csv', 'Name,Since\nSam,2027-07-05\n');
    const { status, stderr } = await run(['send', file, '--programme', programme]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/columns such as Name, Since/);
    expect(stderr).toContain(`/programmes/${programme}/facts/files/`);
  });

  test('sends nothing that is not wanted, and reads nothing that is not there', async () => {
    const nothing = await run(['send', path('none.csv'), '--programme', programme]);
    expect([nothing.status, nothing.stderr]).toEqual([
      1,
      expect.stringContaining('cannot be read'),
    ]);
    const elsewhere = await run(['send', put('f.csv', csv()), '--programme', 'none']);
    expect([elsewhere.status, elsewhere.stderr]).toEqual([
      1,
      expect.stringContaining('programme.not_there'),
    ]);
  });
});

describe('docs/api.md', () => {
  const page = readProjectFile('docs/api.md');
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
      ([, text = '']) => text,
    );

  test('each command of it can be typed', async () => {
    const facts = put(
      'page-facts.csv',
      'id,kind,participant,day,value\np1,goals score,Sam,2027-07-19,9\n',
    );
    const lines = blocks('console').flatMap((text) => text.trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      const told = line.replace('PROGRAMME', programme).replace('FACTS.csv', facts);
      const { status, stderr } = await run(told.split(' ').slice(1));
      expect([line, status, stderr]).toEqual([line, 0, '']);
    }
  });

  test('its program runs, and runs again without adding anything', async () => {
    const [text = ''] = blocks('js');
    const file = put('example.mjs', text);
    const env = { OUTTURN_SERVER: address, OUTTURN_TOKEN: token, PROGRAMME: programme };
    const one = await runProgram(file, { env });
    expect(one).toEqual({ status: 0, stdout: '{ added: 1, sentBefore: 0 }\n', stderr: '' });
    const other = await runProgram(file, { env });
    expect(other.stdout).toBe('{ added: 0, sentBefore: 1 }\n');
  });
});
