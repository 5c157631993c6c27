import { germanRounds } from './texts.de';
import { englishRounds } from './texts.en';

/** Stands at `app.rounds` in the console's texts. */
export const roundTexts = { de: germanRounds, en: englishRounds };
