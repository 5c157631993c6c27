import { useTranslate } from 'react-admin';

/** The words of a vocabulary as choices of an input, in their own order; `texts` is the prefix of their text keys. */
export const choicesOf = <Word extends string>(words: readonly Word[], texts: string) => words.map((id) => ({ id, name: `${texts}.${id}` }));

/** For columns that read better unbroken: times, places. */
export const oneLine = { whiteSpace: 'nowrap' } as const;

/** Words of a vocabulary, joined by commas. */
export function useWords() {
  const translate = useTranslate();
  return (words: readonly string[], texts: string): string => words.map((word) => translate(`${texts}.${word}`)).join(', ');
}

/** What an organisation is: a school by its kind, everything else by its role. */
export function useKinds() {
  const words = useWords();
  return ({ roles, schoolKinds = [] }: { roles: readonly string[]; schoolKinds?: readonly string[] }): string => {
    const others = schoolKinds.length > 0 ? roles.filter((role) => role !== 'SCHOOL') : roles;
    return [words(schoolKinds, 'app.partners.school_kind'), words(others, 'app.partners.role')].filter(Boolean).join(', ');
  };
}
