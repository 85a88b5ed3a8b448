// What is no use to mutate: the words of a fault, which only we read when it is thrown.
export const strykerPlugins = [
  { kind: 'Ignore', name: 'words of faults', value: { shouldIgnore: wordsOfFault } },
];

function wordsOfFault({ key, listKey, node, parent }) {
  const isWords = listKey === 'arguments' && key === 1;
  const isOfAssert = parent?.type === 'CallExpression' && parent.callee.name === 'assert';
  return isWords && isOfAssert && node !== undefined ? 'the words of a fault' : undefined;
}
