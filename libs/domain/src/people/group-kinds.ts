/** Kinds of a group of pupils: Klasse, Kurs, Arbeitsgemeinschaft (AG). */
export const groupKinds = ['CLASS', 'COURSE', 'CLUB'] as const;
export type GroupKind = (typeof groupKinds)[number];
