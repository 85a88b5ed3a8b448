/** A page and facts that come with Outturn, as the examples in the help of verbs name them. */
export const examplePage = 'examples/northshire/contract.md';

const exampleFacts = 'examples/northshire/facts';

export const exampleSettlement = `${examplePage} --facts ${exampleFacts} --as-at 2028-03-31`;

const exampleDraft = 'examples/northshire/draft/version-2.md';

const exampleLater = `--facts ${exampleFacts} --as-at 2029-03-31`;

export const exampleComparison = `${examplePage} ${exampleDraft} ${exampleLater}`;

export const exampleBundle = 'examples/northshire/bundle.json';
