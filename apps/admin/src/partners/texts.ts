import { germanPartners } from './texts.de';
import { englishPartners } from './texts.en';

/** Stands at `app.partners` in the console's texts. */
export const partnerTexts = { de: germanPartners, en: englishPartners };
