import { german } from './texts.de';
import { english } from './texts.en';

export const retentionTexts = { de: german, en: english };
