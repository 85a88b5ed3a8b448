/** A page and facts that come with Outturn, as the examples in the help of verbs name them. */
export const examplePage = 'examples/northshire/contract.md';

export const exampleSettlement = `${examplePage} --facts examples/northshire/facts --as-at 2028-03-31`;
