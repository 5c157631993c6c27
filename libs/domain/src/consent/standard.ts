import type { SignerRule } from './signers';
import type { Validity } from './validity';
import type { ConsentEffect, LegalBasis, PurposeCode } from './vocabularies';

/** A signer rule to adopt, with the law it follows. */
export interface StandardRule extends SignerRule {
  code: string;
  /** Whether a yes takes a signature, so that a call is not enough. */
  inWriting: boolean;
  /** How many of a hundred papers a second person looks at. */
  checkPercent: number;
  source: string;
}

/** A purpose to adopt. */
export interface StandardPurpose {
  code: PurposeCode;
  basis: LegalBasis;
  /** The article, as a notice names it. */
  article: string;
  signerRule: string | null;
  validity: Validity;
  effect: ConsentEffect;
  /** Categories of data, as a receipt names them. */
  data: readonly string[];
  recipients: readonly string[];
  source: string;
}

const schoolYear: Validity = { from: 'SCHOOL_YEAR_END', months: 3 };

/** Signer rules that a region adopts and then owns; the figures and their sources are those of facts/privacy.md section 1. */
export const standardRules: readonly StandardRule[] = [
  {
    code: 'S1', graceDays: 60, inWriting: false, checkPercent: 10, source: 'Art. 8 DSGVO (16 Jahre, in Deutschland nicht gesenkt); Einsichtsfähigkeit ab etwa 14 nach der Kommentarliteratur; § 2 BGB',
    bands: [
      { fromAge: 0, guardians: 'ONE', pupil: false, takesOver: false },
      { fromAge: 14, guardians: 'ONE', pupil: true, takesOver: false },
      { fromAge: 16, guardians: 'NONE', pupil: true, takesOver: true },
      { fromAge: 18, guardians: 'NONE', pupil: true, takesOver: true },
    ],
  },
  {
    code: 'S2', graceDays: 60, inWriting: true, checkPercent: 100, source: '§ 22 KUG; bei gemeinsamer Sorge beide Eltern (Rechtsprechung seit 2021); Doppelzuständigkeit ab 14; § 2 BGB',
    bands: [
      { fromAge: 0, guardians: 'ALL', pupil: false, takesOver: false },
      { fromAge: 14, guardians: 'ALL', pupil: true, takesOver: false },
      { fromAge: 18, guardians: 'NONE', pupil: true, takesOver: true },
    ],
  },
];

/** Purposes that a region adopts and then owns; each basis is to be confirmed by its data protection officer. */
export const standardPurposes: readonly StandardPurpose[] = [
  { code: 'MATCHING', basis: 'CONSENT', article: 'Art. 6 Abs. 1 lit. a DSGVO', signerRule: 'S1', validity: schoolYear, effect: 'NO_MATCHING', data: ['name', 'grade', 'birthDate', 'interests', 'wishes'], recipients: ['coordinationOffice'], source: 'Art. 7 DSGVO' },
  { code: 'SHARE_WITH_COMPANY', basis: 'CONSENT', article: 'Art. 6 Abs. 1 lit. a DSGVO', signerRule: 'S1', validity: schoolYear, effect: 'ANONYMOUS_TO_COMPANY', data: ['name', 'grade', 'interests'], recipients: ['host'], source: 'Art. 7 DSGVO' },
  { code: 'NEEDS_PROCESS', basis: 'EXPLICIT_CONSENT', article: 'Art. 9 Abs. 2 lit. a DSGVO', signerRule: 'S1', validity: schoolYear, effect: 'FIELD_EMPTY', data: ['needs'], recipients: ['coordinationOffice'], source: 'Art. 9 DSGVO' },
  { code: 'NEEDS_SHARE_COMPANY', basis: 'EXPLICIT_CONSENT', article: 'Art. 9 Abs. 2 lit. a DSGVO', signerRule: 'S1', validity: schoolYear, effect: 'ITEM_HIDDEN', data: ['needs'], recipients: ['host'], source: 'Art. 9 DSGVO' },
  { code: 'PHOTO_INTERNAL', basis: 'CONSENT', article: 'Art. 6 Abs. 1 lit. a DSGVO, § 22 KUG', signerRule: 'S2', validity: { from: 'DECISION', months: 24 }, effect: 'UPLOAD_BLOCKED', data: ['image'], recipients: ['school', 'coordinationOffice'], source: '§§ 22, 23 KUG' },
  { code: 'PHOTO_PUBLICATION', basis: 'CONSENT', article: 'Art. 6 Abs. 1 lit. a DSGVO, § 22 KUG', signerRule: 'S2', validity: { from: 'DECISION', months: 24 }, effect: 'NOT_PUBLISHED', data: ['image'], recipients: ['public'], source: '§§ 22, 23 KUG' },
  { code: 'EVALUATION_FOLLOWUP', basis: 'CONSENT', article: 'Art. 6 Abs. 1 lit. a DSGVO', signerRule: 'S1', validity: { from: 'DECISION', months: 12 }, effect: 'NO_INVITATION', data: ['contact', 'answers'], recipients: ['evaluation'], source: 'Art. 7 DSGVO' },
  { code: 'PLACEMENT_COMPULSORY', basis: 'PUBLIC_TASK', article: 'Art. 6 Abs. 1 lit. e DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['name', 'grade', 'dates'], recipients: ['host'], source: '§ 7 Abs. 4 SchulG M-V' },
  { code: 'ESF_INDICATORS', basis: 'LEGAL_OBLIGATION', article: 'Art. 6 Abs. 1 lit. c und e, Art. 9 Abs. 2 lit. g DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['indicators'], recipients: ['fund'], source: 'Anhang I VO (EU) 2021/1057' },
  { code: 'TAKING_PART', basis: 'PUBLIC_TASK', article: 'Art. 6 Abs. 1 lit. e DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['name', 'grade', 'birthDate', 'dates'], recipients: ['coordinationOffice', 'school'], source: '§ 7 Abs. 4 SchulG M-V; JArbSchG (Alter)' },
  { code: 'CONTACT', basis: 'PUBLIC_TASK', article: 'Art. 6 Abs. 1 lit. b und e DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['name', 'contact'], recipients: ['coordinationOffice', 'school', 'host'], source: 'Kooperationsvereinbarungen der Region' },
  { code: 'ACCOUNT', basis: 'LEGAL_OBLIGATION', article: 'Art. 6 Abs. 1 lit. c, Art. 32 DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['name', 'contact', 'account'], recipients: ['coordinationOffice'], source: 'Art. 32 DSGVO' },
  { code: 'ACCOUNTABILITY', basis: 'LEGAL_OBLIGATION', article: 'Art. 6 Abs. 1 lit. c, Art. 5 Abs. 2, Art. 7 Abs. 1 DSGVO', signerRule: null, validity: schoolYear, effect: 'NONE', data: ['consent', 'log'], recipients: ['coordinationOffice', 'authority'], source: 'Art. 5 Abs. 2 DSGVO' },
];
