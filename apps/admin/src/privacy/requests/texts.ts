import { germanRequests } from './texts.de';
import { englishRequests } from './texts.en';

/** Stands at `app.requests` in the console's texts. */
export const requestTexts = { de: germanRequests, en: englishRequests };
