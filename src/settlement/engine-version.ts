/**
 * The version of the engine that stands on every result. It changes when, and only when, some
 * settlement could come out otherwise.
 */
export const engineVersion = '1';
