import { germanConsent } from './texts.de';
import { englishConsent } from './texts.en';

/** Stands at `app.consent` in the console's texts. */
export const consentTexts = { de: germanConsent, en: englishConsent };
