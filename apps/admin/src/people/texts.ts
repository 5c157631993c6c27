import { germanPeople } from './texts.de';
import { englishPeople } from './texts.en';

/** Stands at `app.people` in the console's texts. */
export const peopleTexts = { de: germanPeople, en: englishPeople };
