// What the world may use, each part under its own name; every part is also `outturn/NAME`.
export * as calendar from './calendar/index.ts';
export * as cases from './cases/index.ts';
export * as chance from './chance/index.ts';
export * as contract from './contract/index.ts';
export * as facts from './facts/index.ts';
export * as ledger from './ledger/index.ts';
export * as market from './market/index.ts';
export * as money from './money/index.ts';
export * as people from './people/index.ts';
export * as problem from './problem/index.ts';
export * as publication from './publication/index.ts';
export * as settlement from './settlement/index.ts';
