import { germanAdministration } from './texts.de';
import { englishAdministration } from './texts.en';

/** Stands at `app.administration` in the console's texts. */
export const administrationTexts = { de: germanAdministration, en: englishAdministration };
