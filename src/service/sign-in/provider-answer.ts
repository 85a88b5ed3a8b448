/** Who somebody is, as a provider said when it was asked. */
export type ProviderAnswer = Readonly<{ provider: string; subject: string; name: string }>;

const checked = new WeakSet<object>();

/** Vouches for an answer: it was asked for and its signature, nonce and state were checked. */
export function vouchFor(answer: ProviderAnswer): ProviderAnswer {
  checked.add(answer);
  return answer;
}

/** Whether an answer was checked here: nobody signs in on the strength of another. */
export function isVouchedFor(answer: object): boolean {
  return checked.has(answer);
}
