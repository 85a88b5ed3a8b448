import type { Chance } from '../../chance/index.ts';

const first = [
  'Amara',
  'Ashley',
  'Callum',
  'Chloe',
  'Devon',
  'Ellis',
  'Farah',
  'Finn',
  'Hassan',
  'Imogen',
  'Jade',
  'Jamal',
  'Kieran',
  'Leila',
  'Luca',
  'Maya',
  'Nadia',
  'Nathan',
  'Owen',
  'Paige',
  'Reece',
  'Rosa',
  'Samir',
  'Skye',
  'Tariq',
  'Tegan',
  'Tyler',
  'Yusuf',
  'Zara',
  'Zoe',
] as const;

const last = [
  'Abbott',
  'Begum',
  'Carver',
  'Dawes',
  'Eastham',
  'Fielding',
  'Garrow',
  'Hartnell',
  'Iqbal',
  'Jessop',
  'Kirwan',
  'Lockyer',
  'Mistry',
  'Norwood',
  'Osei',
  'Penrose',
  'Quill',
  'Rowntree',
  'Sandhu',
  'Thackray',
  'Underhill',
  'Varley',
  'Winstanley',
  'Yardley',
] as const;

/** Who somebody is that exists nowhere, with a number of those kept for plays and films. */
export function inventedDetails(chance: Chance) {
  const name = `${chance.pick(first)} ${chance.pick(last)}`;
  const number = `07700 900${chance.whole(100, 999)}`;
  return { names: [name], ways: [{ kind: 'phone' as const, to: number }] };
}
