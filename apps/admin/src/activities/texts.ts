import { germanActivities } from './texts.de';
import { englishActivities } from './texts.en';

/** Stands at `app.activities` in the console's texts. */
export const activityTexts = { de: germanActivities, en: englishActivities };
