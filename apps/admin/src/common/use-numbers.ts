import { useLocale } from 'react-admin';

/** Numbers and shares as the reader's language writes them. */
export function useNumbers() {
  const locale = useLocale();
  const whole = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const about = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
  return { whole: (count: number) => whole.format(count), share: (part: number) => share.format(part), mean: (value: number) => mean.format(value), about: (value: number) => about.format(value), signed: (change: number) => signed.format(change) };
}
