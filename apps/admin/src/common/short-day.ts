/** `6. Apr.` in the reader's language, on the Berlin calendar: enough to tell occurrences of one activity apart. */
export const shortDay = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Berlin', day: 'numeric', month: 'short' }).format(new Date(instant));
