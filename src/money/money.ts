/** An exact amount: a whole number of the currency's smallest unit. */
export type Money = Readonly<{ units: bigint; currency: string }>;
