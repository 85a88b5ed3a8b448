import { nearest, type Result } from '../../problem/index.ts';
import { type Settled, type SettleRequest, settle } from '../settling/settle.ts';
import { providerUnknown } from './problems.ts';
import { type Statement, statementsOf } from './statements-of.ts';

/** A settlement, and the statements that are made of it. */
export type Statements = Settled & Readonly<{ statements: readonly Statement[] }>;

/** The statements of everybody who is owed something, or of one of them. */
export async function stateOwed(
  request: SettleRequest & Readonly<{ provider?: string }>,
): Promise<Result<Statements>> {
  const settled = await settle(request);
  if (!settled.ok) return settled;
  const statements = statementsOf(settled.value.result, settled.value.page.read.contract);
  const { provider } = request;
  if (provider === undefined) return { ok: true, value: { ...settled.value, statements } };
  const asked = statements.filter((each) => each.provider === provider);
  if (asked.length > 0) return { ok: true, value: { ...settled.value, statements: asked } };
  const known = statements.map((each) => each.provider);
  return { ok: false, problems: [providerUnknown(provider, known, nearest(provider, known))] };
}
