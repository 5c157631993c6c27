import { germanRounds } from './texts.de';
import { englishRounds } from './texts.en';
import { settingsTexts } from './setup/settings-texts';

/** Stands at `app.rounds` in the console's texts. */
export const roundTexts = { de: { ...germanRounds, settings: settingsTexts.de }, en: { ...englishRounds, settings: settingsTexts.en } };
