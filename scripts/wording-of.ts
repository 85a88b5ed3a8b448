import ts from 'typescript';

/** Texts known by the name of the property that holds them. */
export type Words = ReadonlyMap<string, string>;

/** The text that an expression makes, with `…` where a value comes in. */
export function wordingOf(node: ts.Expression, words: Words): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return wordingOfTemplate(node, words);
  if (ts.isPropertyAccessExpression(node)) return words.get(node.name.text) ?? '…';
  if (ts.isParenthesizedExpression(node)) return wordingOf(node.expression, words);
  if (ts.isConditionalExpression(node)) {
    const choices = [node.whenTrue, node.whenFalse].map((each) => wordingOf(each, words));
    return [...new Set(choices)].join(' / ');
  }
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isSum ? wordingOf(node.left, words) + wordingOf(node.right, words) : '…';
}

function wordingOfTemplate(node: ts.TemplateExpression, words: Words): string {
  const spans = node.templateSpans.map(({ expression, literal }) => {
    const isNamed = ts.isPropertyAccessExpression(expression);
    return (isNamed ? wordingOf(expression, words) : '…') + literal.text;
  });
  return node.head.text + spans.join('');
}
