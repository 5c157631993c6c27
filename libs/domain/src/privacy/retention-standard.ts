import type { RetentionAction, RetentionBounds, RetentionRule, RetentionStart, RetentionUnit } from './retention';
import type { RetentionClass } from './retention-classes';

/** A rule to adopt, with what the law leaves open to a region. */
export interface StandardRetentionRule extends RetentionRule {
  bounds: RetentionBounds;
}

const term = (from: RetentionStart, count: number, unit: RetentionUnit) => ({ from, count, unit });

const rule = (retentionClass: RetentionClass, from: RetentionStart, count: number, unit: RetentionUnit, action: RetentionAction, source: string, bounds: RetentionBounds = {}): StandardRetentionRule => ({
  retentionClass, term: term(from, count, unit), action, source, bounds,
});

const storageLimit = 'Art. 5 Abs. 1 lit. e DSGVO';

/**
 * Rules that a region adopts and then owns: one for each class with an end. Figures and sources are those of the facts on
 * retention; each is to be confirmed by the region's data protection officer. CONFIG has none: it holds no person.
 */
export const standardRetentionRules: readonly StandardRetentionRule[] = [
  rule('R-PUPIL', 'SCHOOL_YEAR_END', 3, 'MONTHS', 'ERASE', `${storageLimit}; die Plattform ist nicht die Schulakte (§ 5 SchulDSVO M-V)`, { longest: term('SCHOOL_YEAR_END', 15, 'MONTHS') }),
  rule('R-PROFILE', 'EVENT', 3, 'MONTHS', 'DELETE', `${storageLimit}; Zweck mit Einwilligung oder Schuljahr beendet`, { longest: term('EVENT', 12, 'MONTHS') }),
  rule('R-NEEDS', 'EVENT', 14, 'DAYS', 'DELETE', 'Art. 9 und Art. 17 Abs. 1 lit. a DSGVO; bei Widerruf sofort', { longest: term('EVENT', 1, 'MONTHS') }),
  rule('R-REG', 'YEAR_END', 1, 'YEARS', 'PSEUDONYMISE', `${storageLimit}; Nachweise für Fördermittel gehen in den Nachweistresor`, { longest: term('YEAR_END', 3, 'YEARS') }),
  rule('R-CONSENT', 'YEAR_END', 3, 'YEARS', 'DELETE', 'Art. 7 Abs. 1 DSGVO; §§ 195, 199 BGB', { shortest: term('YEAR_END', 3, 'YEARS'), longest: term('YEAR_END', 10, 'YEARS') }),
  rule('R-PHOTO', 'EVENT', 2, 'YEARS', 'DELETE', '§ 22 KUG; Zweckende, spätestens zwei Jahre; bei Widerruf sofort', { longest: term('EVENT', 2, 'YEARS') }),
  rule('R-EVAL', 'EVENT', 6, 'MONTHS', 'ANONYMISE', `${storageLimit}; Freitexte entfallen`, { longest: term('EVENT', 12, 'MONTHS') }),
  rule('R-VET', 'EVENT', 3, 'MONTHS', 'DELETE', '§ 72a Abs. 5 SGB VIII', { longest: term('EVENT', 3, 'MONTHS') }),
  rule('R-STAFF', 'EVENT', 12, 'MONTHS', 'DELETE', storageLimit, { longest: term('EVENT', 36, 'MONTHS') }),
  rule('R-ACC', 'EVENT', 30, 'DAYS', 'DELETE', `${storageLimit}; das Protokoll behält die Kennung`, { longest: term('EVENT', 12, 'MONTHS') }),
  rule('R-ORG', 'EVENT', 3, 'YEARS', 'ARCHIVE', `${storageLimit}; §§ 195, 199 BGB`),
  rule('R-OFFER', 'EVENT', 2, 'YEARS', 'ARCHIVE', storageLimit),
  rule('R-ESF-DOC', 'YEAR_END', 5, 'YEARS', 'RELEASE', 'Art. 82 VO (EU) 2021/1060; BNBest-P-ESF-Bund', { shortest: term('YEAR_END', 5, 'YEARS') }),
  rule('R-ESF', 'EVENT', 12, 'MONTHS', 'ANONYMISE', 'Anhang I VO (EU) 2021/1057; Meldung und Nachbefragung nach etwa sechs Monaten'),
  rule('R-AUDIT', 'EVENT', 3, 'YEARS', 'CUT', 'Art. 5 Abs. 2 und Art. 32 DSGVO; §§ 195, 199 BGB', { shortest: term('EVENT', 1, 'YEARS'), longest: term('EVENT', 5, 'YEARS') }),
  rule('R-LOG', 'EVENT', 30, 'DAYS', 'DELETE', `Art. 32 DSGVO; ${storageLimit}`, { longest: term('EVENT', 90, 'DAYS') }),
  rule('R-MAIL', 'EVENT', 30, 'DAYS', 'DELETE', storageLimit, { longest: term('EVENT', 90, 'DAYS') }),
  rule('R-EXPORT', 'EVENT', 1, 'DAYS', 'DELETE', storageLimit, { longest: term('EVENT', 7, 'DAYS') }),
  rule('R-STAT', 'EVENT', 0, 'DAYS', 'KEEP', 'Erwägungsgrund 26 DSGVO: keine Person mehr erkennbar'),
];
