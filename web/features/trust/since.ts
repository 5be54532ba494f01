/** How many days back "what changed" can look. */
export const sinces = ['30', '90', '365'] as const;
export type Since = (typeof sinces)[number];
export const usualSince: Since = '90';

/** The stretch an address names, or the usual one. */
export const readSince = (value: string | undefined): Since => sinces.find((one) => one === value) ?? usualSince;
