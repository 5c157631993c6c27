import { germanNeedsRounds } from './texts.de';
import { englishNeedsRounds } from './texts.en';

/** Stands at `app.needs_rounds` in the console's texts. */
export const needsRoundTexts = { de: germanNeedsRounds, en: englishNeedsRounds };
