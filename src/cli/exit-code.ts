/** What the command line tells the program that called it. */
export const exitCodes = { done: 0, problems: 1, wrongUse: 2, fault: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
