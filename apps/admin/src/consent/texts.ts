import { englishPaper, germanPaper } from './paper/texts';
import { germanConsent } from './texts.de';
import { englishConsent } from './texts.en';

/** Stands at `app.consent` in the console's texts. */
export const consentTexts = { de: { ...germanConsent, paper: germanPaper }, en: { ...englishConsent, paper: englishPaper } };
