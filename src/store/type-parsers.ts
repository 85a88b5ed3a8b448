import pg from 'pg';

/**
 * Whole numbers of eight bytes as `bigint`, days as they are written, and moments as ISO 8601 in
 * UTC to the millisecond, in every connection that the store opens.
 */
export const typeParsers = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(type, 'binary');
    if (type === pg.types.builtins.INT8) return (text: string) => BigInt(text);
    if (type === pg.types.builtins.DATE) return (text: string) => text;
    if (type === pg.types.builtins.TIMESTAMPTZ) {
      return (text: string) => new Date(text).toISOString();
    }
    return pg.types.getTypeParser(type, 'text');
  },
} as const;
