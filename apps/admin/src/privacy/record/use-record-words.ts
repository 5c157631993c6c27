import type { Locale } from '@mintforge/domain/kernel';
import { recordTexts, type RecordTexts } from '@mintforge/domain/privacy';
import { useLocale } from 'react-admin';

/** The words of the record of processing in the reader's language; the same stand in its documents. */
export const useRecordWords = (): RecordTexts => recordTexts[useLocale() as Locale];
