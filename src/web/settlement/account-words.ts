/** What an account is for, in words, with its party where it has one. */
type Words = Readonly<{ alone: string; of: (party: string) => string }>;

const purposes: Readonly<Record<string, Words>> = {
  due: { alone: 'Due from payers', of: (party) => `Due from ${party}` },
  owed: { alone: 'Earned', of: (party) => `Earned by ${party}, and neither paid nor held` },
  paid: { alone: 'Paid', of: (party) => `Paid to ${party}` },
  held: { alone: 'Held', of: (party) => `Held from ${party} while it is disputed` },
  'on account': { alone: 'On account', of: (party) => `Paid to ${party} on account of claims` },
  recoverable: { alone: 'To be recovered', of: (party) => `To be recovered from ${party}` },
  'written off': { alone: 'Written off', of: (party) => `Written off for ${party}` },
};

const memoranda: Readonly<Record<string, Words>> = {
  'earned but unverified': {
    alone: 'What waits for verification, of all: the other side',
    of: (party) => `Earned by ${party} if what waits is verified`,
  },
  reserved: {
    alone: 'What is set aside: the other side',
    of: () => 'Set aside for those who are attached',
  },
  'paid by the bank': {
    alone: 'What banks have confirmed, of all: the other side',
    of: (party) => `Paid to ${party}, as the bank says`,
  },
};

/** An account as people read it, from its name in the journal: `owed:Bright Futures`. */
export function accountWords(name: string): string {
  const [first = '', ...rest] = name.split(':').map(partyName);
  const isMemorandum = first === 'memorandum';
  const [purpose, party] = isMemorandum ? rest : [first, ...rest];
  const words = (isMemorandum ? memoranda : purposes)[purpose ?? ''];
  if (words === undefined) return name;
  return party === undefined ? words.alone : words.of(party);
}

// In the journal a few characters of a party's name are written by their number: "%3A" for ":".
function partyName(part: string): string {
  return part.replaceAll(/%([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
