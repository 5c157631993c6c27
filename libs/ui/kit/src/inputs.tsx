import { AutocompleteArrayInput, DateTimeInput, useTranslate, type AutocompleteArrayInputProps, type DateTimeInputProps } from 'react-admin';
import { fromBerlinClock, toBerlinClock } from './berlin-time';

const isInstant = (text: string) => /(Z|[+-]\d{2}:\d{2})$/.test(text);

/** Edits a UTC instant as Berlin wall-clock time, whatever the computer's own time zone. */
export function BerlinDateTimeInput(props: DateTimeInputProps) {
  return (
    <DateTimeInput
      {...props}
      // React-Admin formats twice, so text already on the Berlin clock stays.
      format={(value: string | null | undefined) => (value && isInstant(value) ? toBerlinClock(value) : (value ?? ''))}
      parse={(clock: string) => (clock ? fromBerlinClock(clock) : null)}
    />
  );
}

export interface TopicsInputProps extends Omit<AutocompleteArrayInputProps, 'choices'> {
  /** The fixed vocabulary. */
  words: readonly string[];
  /** Prefix of the text keys: `topics` -> `topics.ROBOTICS`. */
  texts: string;
}

/** Chooses words of a fixed vocabulary by typing; sorted as the reader's language sorts them. */
export function TopicsInput({ words, texts, ...props }: TopicsInputProps) {
  const translate = useTranslate();
  const choices = words.map((word) => ({ id: word, name: translate(`${texts}.${word}`, { _: word }) })).sort((left, right) => left.name.localeCompare(right.name));
  return <AutocompleteArrayInput {...props} choices={choices} translateChoice={false} disableCloseOnSelect />;
}
