/** DuckDB and, beneath it, the functions that show whole arrays of its memory and fill them. */
export type DuckDb = Readonly<{
  api: typeof import('@duckdb/node-api');
  bindings: typeof import('@duckdb/node-bindings');
}>;

/** Loads what reads and writes columns, which is there only where somebody has installed it. */
export type DuckDbLoader = () => Promise<DuckDb>;

export const loadDuckDb: DuckDbLoader = async () => {
  const api = await import('@duckdb/node-api');
  const bindings = await import('@duckdb/node-bindings');
  return { api, bindings: bindings.default };
};
