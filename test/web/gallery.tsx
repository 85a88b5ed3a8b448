import type { VNode } from 'preact';
import { formatMoney } from '../../src/money/index.ts';
import type { Problem } from '../../src/problem/index.ts';
import { noPlace } from '../../src/problem/index.ts';
import {
  Bars,
  Button,
  Buttons,
  Chart,
  Confirm,
  Contract,
  Copy,
  Day,
  Diff,
  Empty,
  Facts,
  Field,
  Form,
  type Frame,
  type FrameAssets,
  Heading,
  Layout,
  Moment,
  Money,
  Notice,
  Pager,
  Problems,
  Progress,
  Status,
  Steps,
  Table,
  Tabs,
  Why,
} from '../../src/web/look/index.ts';

/** What the gallery shows beside what it makes up. */
export type GalleryOptions = Readonly<{ assets: FrameAssets; page: string }>;

/** Pages that show every component with something to say, by the path of each. */
export function gallery({ assets, page }: GalleryOptions): ReadonlyMap<string, VNode> {
  const frameAt = (path: string): Frame => frameOf(path, assets);
  return new Map([
    ['/settlements/7', settlementPage(frameAt('/settlements'))],
    ['/join', joiningPage(frameAt('/programmes/leaving-care/join'))],
    ['/contract', contractPage(frameAt('/programmes'), page)],
    ['/editor', editorPage(frameAt('/programmes'), page)],
    ['/money', moneyPage(frameAt('/programmes'))],
    ['/at-work', workPage(frameAt('/facts'))],
    ['/quiet', neutralPage(frameAt('/'))],
  ]);
}

const gbp = (units: number) => ({ units: BigInt(units), currency: 'GBP' });

function frameOf(path: string, assets: FrameAssets): Frame {
  return {
    path,
    assets,
    csrf: 'x1',
    once: 'a7d0',
    person: {
      name: 'Ngozi Adeyemi',
      organisation: 'Northshire Council',
      others: [{ label: 'Northshire Health Board', value: '2' }],
      switchAction: '/organisation',
      signOutAction: '/sign-out',
      links: [{ label: 'Ways of signing in', href: '/me' }],
    },
    places: [
      { label: 'Programmes', href: '/programmes', letter: 'p' },
      { label: 'Facts', href: '/facts', letter: 'f' },
      { label: 'Verification', href: '/verification', letter: 'v' },
      { label: 'Settlements', href: '/settlements', letter: 's' },
      { label: 'Record', href: '/record', letter: 'r' },
    ],
    help: [
      { label: 'How a page pays', href: '/help' },
      { label: 'Something is wrong', href: '/help/wrong' },
    ],
  };
}

const providers = [
  { name: 'Bright Futures', people: 118, earned: 21_485_000, tone: 'good', said: 'Ready' },
  { name: 'Harbour House', people: 94, earned: 16_730_050, tone: 'good', said: 'Ready' },
  {
    name: 'Moor Edge Mutual',
    people: 41,
    earned: 5_862_000,
    tone: 'attention',
    said: '2 disputed',
  },
  { name: 'Second Start', people: 7, earned: -66_000, tone: 'waiting', said: 'Waits for facts' },
] as const;

function settlementPage(frame: Frame): VNode {
  return (
    <Layout
      frame={frame}
      title="Settlement 7, Leaving care well"
      width="wide"
      trail={[
        { label: 'Programmes', href: '/programmes' },
        { label: 'Leaving care well, Northshire', href: '/programmes/1' },
        { label: 'Settlements', href: '/programmes/1/settlements' },
      ]}
    >
      <Heading
        kind="Settlement 7"
        lead="What is owed as at 30 September 2028, with what was known by 6 October 2028."
        actions={
          <>
            <Button kind="quiet" href="/settlements/7.csv">
              Download lines
            </Button>
            <Button href="/settlements/7/approve">Approve</Button>
          </>
        }
      >
        July to September 2028
      </Heading>
      <Notice tone="good" title="Prepared" isNews>
        <p>
          Prepared by Tomasz Wilk on <Moment at="2028-10-06T09:14:00Z" />. Somebody else approves
          it.
        </p>
      </Notice>
      <Tabs
        label="Settlement"
        tabs={[
          { label: 'Statements', href: '#', isHere: true, count: 4 },
          { label: 'Changes', href: '#changes', count: 31 },
          { label: 'Ledger', href: '#ledger' },
          { label: 'Not paid', href: '#not', count: 12 },
        ]}
      />
      <ProviderTable />
      <Pager of="statements" before="?before=1" after="?after=4" here="1 to 4 of 11" />
      <h2>What stands behind it</h2>
      <Facts
        facts={[
          { name: 'As at', value: <Day day="2028-09-30" /> },
          { name: 'Known by', value: <Day day="2028-10-06" /> },
          { name: 'Pages', value: 'Version 2 for 231 people, version 1 for 29' },
          {
            name: 'Approval',
            value: <Status tone="waiting">Waits for a finance approver</Status>,
            change: { label: 'Change who', href: '/approvers' },
          },
          {
            name: 'Hash',
            value: (
              <>
                <code>9c1f 44e0 a2b7 5d19</code> <Copy text="9c1f44e0a2b75d19" />
              </>
            ),
          },
        ]}
      />
      <h2>Why Harbour House is paid £220 for line 14</h2>
      <Why
        sentences={[
          'The page pays £220 for Settled: in settled housing for 13 weeks in one go.',
          'Housing from 7 June 2028 was recorded by the council’s housing team and verified.',
          'In hospital from 5 July to 18 July 2028, which pauses the clock for 14 days.',
          'So the 13 weeks were full on 19 September 2028, and £220 is owed.',
        ]}
      />
      <Confirm
        action="/settlements/7/approve"
        given={{ hash: '9c1f44e0' }}
        button="Approve this settlement"
        otherwise={{ label: 'Back to the statements', href: '/settlements/7' }}
      >
        <h2>Approve</h2>
        <p>
          <Money money={gbp(44_011_050)} /> becomes due to four providers on{' '}
          <Day day="2028-10-26" />. Approval is recorded with your name and cannot be taken back.
        </p>
        <Field kind="text" name="note" label="Note for the record" isOptional />
      </Confirm>
    </Layout>
  );
}

function ProviderTable(): VNode {
  return (
    <Table
      caption="Statements"
      columns={[
        { label: 'Provider', sort: { href: '?by=provider', now: 'ascending' } },
        { label: 'People', isNumber: true, sort: { href: '?by=people' } },
        { label: 'Earned', isNumber: true, sort: { href: '?by=earned' } },
        { label: 'Held', isNumber: true },
        { label: 'Due now', isNumber: true },
        { label: 'State' },
      ]}
      rows={providers.map(({ name, people, earned, tone, said }) => ({
        key: name,
        cells: [
          <a key="name" href="/statements/1">
            {name}
          </a>,
          people,
          <Money key="earned" money={gbp(earned)} isFull />,
          <Money key="held" money={gbp(tone === 'attention' ? 44_000 : 0)} isFull />,
          <Money key="due" money={gbp(earned - (tone === 'attention' ? 44_000 : 0))} isFull />,
          <Status key="state" tone={tone}>
            {said}
          </Status>,
        ],
      }))}
      sums={[
        'Together',
        260,
        <Money key="earned" money={gbp(44_011_050)} isFull />,
        <Money key="held" money={gbp(44_000)} isFull />,
        <Money key="due" money={gbp(43_967_050)} isFull />,
        '',
      ]}
      empty={<Empty title="Nobody has joined yet" />}
    />
  );
}

function fieldProblem(field: string, message: string, help: string): Problem {
  const code = `joining.${field}_missing`;
  return { code, severity: 'error', at: { ...noPlace(), field }, message, help };
}

function joiningPage(frame: Frame): VNode {
  const problems = [
    fieldProblem(
      'cover',
      'The insurance covers £2,000,000, and the page asks for £5,000,000.',
      'Give the cover of a policy of at least £5,000,000.',
    ),
    fieldProblem('areas', 'No area is chosen.', 'Choose one area or more.'),
  ];
  return (
    <Layout
      frame={frame}
      title="Join Leaving care well"
      problems={problems}
      trail={[{ label: 'Leaving care well, Northshire', href: '/programmes/1' }]}
    >
      <Heading
        kind="Joining"
        lead="Everything the page asks of a provider, and nothing else. It is decided within 10 working days, with reasons."
      >
        Join Leaving care well
      </Heading>
      <Steps
        label="Your application"
        steps={[
          { label: 'Your organisation', state: 'done', href: '#1' },
          { label: 'What the page asks', state: 'here', note: 'Four conditions' },
          { label: 'Agree and send', state: 'ahead', note: 'Signed by somebody who may' },
        ]}
      />
      <Form
        action="/join"
        hasFiles
        values={{
          password: 'typed before',
          name: 'Harbour House',
          cover: '2,000,000',
          until: '2027-11-30',
          kind: 'charity',
        }}
      >
        <Field
          kind="text"
          name="name"
          label="Name of the organisation"
          autocomplete="organization"
        />
        <Field
          kind="radios"
          name="kind"
          label="What kind of body is it?"
          options={[
            { value: 'charity', label: 'Charity', hint: 'Its number is checked in the register.' },
            { value: 'company', label: 'Company' },
            { value: 'mutual', label: 'Public service mutual' },
          ]}
        />
        <Field
          kind="money"
          name="cover"
          label="Insurance"
          symbol="£"
          hint="Public liability, at least £5,000,000."
        />
        <Field kind="day" name="until" label="Insured until" />
        <Field kind="file" name="policy" label="The policy" hint="PDF or picture, 10 MB at most." />
        <Field
          kind="checkboxes"
          name="areas"
          label="Where would you work?"
          options={[
            { value: 'north', label: 'Northtown' },
            { value: 'moor', label: 'The Moors' },
            { value: 'coast', label: 'Coast' },
          ]}
        />
        <Field kind="number" name="places" label="How many people at a time?" unit="people" />
        <Field
          kind="select"
          name="lead"
          label="Safeguarding lead"
          empty="Choose somebody"
          options={[{ value: 'a', label: 'Asha Rahman' }]}
        />
        <Field kind="email" name="email" label="Where shall we write?" autocomplete="email" />
        <Field kind="password" name="password" label="Password" autocomplete="current-password" />
        <Field
          kind="textarea"
          name="words"
          label="What should people know about you?"
          isOptional
          rows={4}
        />
        <Buttons>
          <Button>Save and go on</Button>
          <Button kind="quiet" name="later" value="yes">
            Save for later
          </Button>
          <Button kind="grave" action="/join/withdraw">
            Withdraw
          </Button>
        </Buttons>
      </Form>
    </Layout>
  );
}

function contractPage(frame: Frame, page: string): VNode {
  return (
    <Layout
      frame={frame}
      title="Leaving care well, Northshire"
      width="wide"
      trail={[{ label: 'Programmes', href: '/programmes' }]}
    >
      <Contract
        text={page}
        version={2}
        hashes={{
          contract: '5f1b8f3a2c0d4e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d9e0f',
          page: 'a0b1c2d3e4f5a6b7c8d9e0f15f1b8f3a2c0d4e6f7a8b9c0d1e2f3a4b5c6d7e8f9',
        }}
        signed={[
          { party: 'Northshire Council', said: 'Ngozi Adeyemi, Director, 12 January 2027' },
          { party: 'Harbour House', said: 'Asha Rahman, Chief Executive, 3 March 2027' },
        ]}
      />
    </Layout>
  );
}

function editorPage(frame: Frame, page: string): VNode {
  const excerpt =
    '| **Settled**: in settled housing for 13 weaks in one go, up to 5 times per person |';
  const problem: Problem = {
    code: 'sentence.not_understood',
    severity: 'error',
    at: { source: '', line: 54, column: 39, endColumn: 47, excerpt },
    message: '"13 weaks" is no length of time.',
    help: 'Write "13 weeks".',
  };
  const warning: Problem = {
    code: 'page.without_example_of_nothing',
    severity: 'warning',
    at: noPlace('Leaving care well'),
    message: 'No example on this page pays nothing.',
    help: 'Add one of a person who falls just short.',
  };
  const changed = page
    .replace('£220 |', '£250 |')
    .replace('- About 120 are expected in each year.\n', '');
  return (
    <Layout frame={frame} title="Edit Leaving care well" width="wide">
      <Heading kind="Draft of version 3" lead="Checked as it is typed, and again when it is kept.">
        Leaving care well, Northshire
      </Heading>
      <Form action="/editor" values={{ page }} live={{ action: '/editor/check', region: 'found' }}>
        <Field kind="textarea" name="page" label="The page" rows={14} isCode />
        <div id="found">
          <Problems problems={[problem]} />
          <Problems problems={[warning]} />
        </div>
        <Buttons>
          <Button>Keep this draft</Button>
        </Buttons>
      </Form>
      <h2>What changes</h2>
      <Diff
        before={{ name: 'Version 2', text: page }}
        after={{ name: 'This draft', text: changed }}
      />
    </Layout>
  );
}

const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

function moneyPage(frame: Frame): VNode {
  const outcomes = [4, 9, 14, 13, 18, 22, 25, 21, 17, 26, 31, 30];
  let sum = 0;
  const paid = outcomes.map((count) => {
    sum += count * 1_940;
    return sum;
  });
  return (
    <Layout frame={frame} title="Money by period">
      <Heading lead="Closed periods only. Counts under ten are not shown.">Money by period</Heading>
      <Chart
        title="Outcomes verified in each month"
        kind="columns"
        of="Month"
        at={months}
        series={[{ name: 'Outcomes', values: outcomes }]}
        shown={String}
      />
      <Chart
        title="Spent and reserved, to date"
        kind="steps"
        of="Month"
        at={months}
        series={[
          { name: 'Spent', values: paid },
          { name: 'Reserved', values: paid.map((each, at) => each + 90_000 - at * 4_000) },
          { name: 'Earned, not verified', values: paid.map((each) => each + 30_000) },
        ]}
        shown={(value) => `£${value.toLocaleString('en-GB')}`}
      />
      <Bars
        title="Earned by provider"
        of="Provider"
        measure="Earned"
        rows={providers.map(({ name, earned }) => ({
          name,
          value: earned,
          shown: formatMoney(gbp(earned)),
        }))}
      />
      <Table
        caption="By outcome and quarter"
        onPhone="scroll"
        columns={[
          { label: 'Outcome' },
          ...['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4', 'Year'].map((label) => ({
            label,
            isNumber: true,
          })),
        ]}
        rows={['Settled', 'Progress', 'Qualified', 'In work'].map((name, at) => ({
          key: name,
          cells: [
            name,
            ...[3, 5, 7, 9, 24].map((n) => (
              <Money key={n} money={gbp(n * (at + 1) * 22_000)} isFull />
            )),
          ],
        }))}
        empty={null}
      />
      <Table
        caption="Disputes"
        columns={[{ label: 'Line' }]}
        rows={[]}
        empty={
          <Empty title="Nothing is disputed">
            <p>A provider can dispute a line until 20 days after its statement.</p>
          </Empty>
        }
      />
    </Layout>
  );
}

function workPage(frame: Frame): VNode {
  const tones = ['good', 'waiting', 'attention', 'bad', 'neutral'] as const;
  const said = ['Verified', 'To be verified', 'Disputed', 'Rejected', 'Withdrawn'];
  return (
    <Layout frame={frame} title="Facts being read" refreshSeconds={3}>
      <Heading kind="Facts">housing-2028-09.csv</Heading>
      <Progress id="work" label="Reading rows" done={412_300} total={1_000_000} isRunning />
      <Progress id="work-2" label="Waiting its turn" isRunning />
      {tones.map((tone, at) => (
        <Notice key={tone} tone={tone} title={said[at]}>
          <p>
            Row 17 says so. <a href="/facts/17">See the row</a>.
          </p>
        </Notice>
      ))}
      <ul>
        {tones.map((tone, at) => (
          <li key={tone}>
            <Status tone={tone}>{said[at]}</Status>
          </li>
        ))}
      </ul>
      <Why
        summary="Why was row 17 rejected?"
        sentences={['The day lies after the file was sent.']}
      />
      <Confirm
        action="/erase"
        isGrave
        button="Erase these facts"
        otherwise={{ label: 'Keep them', href: '/facts' }}
      >
        <h2>Erase</h2>
        <p>They can be read by nobody afterwards. What was paid stays.</p>
      </Confirm>
    </Layout>
  );
}

function neutralPage(frame: Frame): VNode {
  return (
    <Layout
      frame={{ ...frame, person: undefined, places: [], neutralName: 'Your page' }}
      title="Leaving care well: your choice"
      trail={[{ label: 'Leaving care well', href: '/programmes/1' }]}
    >
      <Heading lead="Type the word that was agreed with you.">Open your page</Heading>
      <Form action="/open">
        <Field kind="text" name="word" label="Word" width="short" autocomplete="off" />
        <Buttons>
          <Button>Open</Button>
        </Buttons>
      </Form>
    </Layout>
  );
}
