/** DuckDB and, beneath it, the functions that copy whole arrays into its memory. */
export type DuckWriter = Readonly<{
  api: typeof import('@duckdb/node-api');
  bindings: typeof import('@duckdb/node-bindings');
}>;

/** Loads what writes columns, which is there only where somebody has installed it. */
export type DuckWriterLoader = () => Promise<DuckWriter>;

export const loadDuckWriter: DuckWriterLoader = async () => {
  const api = await import('@duckdb/node-api');
  const bindings = await import('@duckdb/node-bindings');
  return { api, bindings: bindings.default };
};
