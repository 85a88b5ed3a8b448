/** A page and facts that come with Outturn, as the examples in the help of verbs name them. */
export const examplePage = 'examples/northshire/contract.md';

const exampleFacts = 'examples/northshire/facts';

export const exampleSettlement = `${examplePage} --facts ${exampleFacts} --as-at 2028-03-31`;
