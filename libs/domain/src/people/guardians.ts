/** The places guardians of a pupil have (Sorgeberechtigte:r 1 und 2): whoever holds one signs as it. */
export const guardianSlots = ['GUARDIAN_1', 'GUARDIAN_2'] as const;
export type GuardianSlot = (typeof guardianSlots)[number];

/** A language as contacts and texts name it: ISO 639. */
export const isLanguageCode = (text: string): boolean => /^[a-z]{2,3}$/.test(text);
