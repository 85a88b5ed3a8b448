/** One entry for each provider, clause and payer, or one for each line that moved. */
export type By = 'clause' | 'line';
