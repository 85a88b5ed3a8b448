import { expect, test } from 'vitest';
import { type ContactDetails, checkContactDetails, mayBeWrittenTo } from './index.ts';

const details: ContactDetails = {
  names: ['Sam Okoro', 'Sammy'],
  bornOn: '2009-02-28',
  language: 'English',
  ways: [
    { kind: 'text', to: '+44 7700 900123' },
    { kind: 'e-mail', to: 'sam@example.org' },
    { kind: 'in person', to: 'on Tuesdays, at the youth centre' },
  ],
  safeWay: { way: 1, when: 'after six' },
};

function found(changed: Partial<ContactDetails>): readonly string[] {
  const problems = checkContactDetails({ ...details, ...changed }, '2027-06-01');
  return problems.map(({ at, code }) => `${at.field}: ${code}`);
}

test('details with a name and ways that can be read have no problem', () => {
  expect(found({})).toEqual([]);
  const { bornOn: _born, language: _spoken, safeWay: _safe, ...bare } = details;
  expect(checkContactDetails({ ...bare, ways: [] }, '2027-06-01')).toEqual([]);
});

test('a name is needed, and it may be any', () => {
  expect(found({ names: [] })).toEqual(['names.1: person.name_missing']);
  expect(found({ names: [' '] })).toEqual(['names.1: person.name_missing']);
  expect(found({ names: ['J'] })).toEqual([]);
});

test('a number has its digits and an address its @, whatever else is written with them', () => {
  const readable = (kind: 'phone' | 'text' | 'e-mail' | 'post', to: string) =>
    found({ ways: [{ kind, to }] }).length === 0;
  expect(
    ['01632 960 001', '+1 (555) 010-0001', '12345'].filter((to) => !readable('phone', to)),
  ).toEqual([]);
  expect(['1234', 'call Ann', '++447700900123', ''].filter((to) => readable('text', to))).toEqual(
    [],
  );
  expect(
    ['a@b', 'a b@c.org', 'a@b@c.org', '@c.org', 'a@b..c'].filter((to) => readable('e-mail', to)),
  ).toEqual([]);
  expect(readable('post', ' ')).toBe(false);
});

test('nobody is written to until a way that is among theirs is recorded as safe', () => {
  const { safeWay: _safe, ...open } = details;
  expect(mayBeWrittenTo(open)).toBe(false);
  expect(mayBeWrittenTo(details)).toBe(true);
  expect(mayBeWrittenTo({ ...details, safeWay: { way: 4 } })).toBe(false);
  expect(found({ safeWay: { way: 4 } })).toEqual(['safeWay: person.safe_way_unknown']);
});

test('nobody is born after today, nor on no day', () => {
  expect(found({ bornOn: '2027-06-02' })).toEqual(['bornOn: person.born_after_today']);
  expect(found({ bornOn: '2027-02-30' })).toEqual(['bornOn: person.born_after_today']);
  expect(found({ bornOn: '2027-06-01' })).toEqual([]);
});

test('what is too long, too many or cannot be seen is found', () => {
  expect(found({ language: 'x'.repeat(201) })).toEqual(['language: person.text_out_of_bounds']);
  expect(found({ names: ['Sam\u202e'] })).toEqual(['names.1: person.text_out_of_bounds']);
  expect(found({ names: Array.from({ length: 6 }, () => 'Sam') })).toEqual([
    'names: person.too_many_entries',
  ]);
});

test('no problem repeats what is written of the person', () => {
  const secret = 'Zanzibar';
  const wrong = {
    names: [secret.repeat(40)],
    ways: [{ kind: 'e-mail' as const, to: secret }],
    safeWay: { way: 7, when: secret.repeat(40) },
  };
  const problems = checkContactDetails(wrong, '2027-06-01');
  expect(problems.length).toBe(4);
  expect(JSON.stringify(problems)).not.toContain(secret);
});
