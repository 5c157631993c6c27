import type { Finding } from './verbs';

/** Where a finding is mended. */
export interface Way {
  /** Text key of the link: `app.check.way.<key>`. */
  key: 'wishes' | 'pins' | 'occurrences' | 'pupils' | 'precedence' | 'holidays' | 'consents';
  to: string;
}

/** The page that mends a finding of a round; null where each subject's organisation has a page of its own to mend it on. */
export function wayOf(code: Finding['code'], roundId: string): Way | null {
  const round = `/rounds/${roundId}`;
  switch (code) {
    case 'NO_WISHES':
    case 'NO_ELIGIBLE_WISH': return { key: 'wishes', to: `${round}/show/participants` };
    case 'CONSENT_MISSING': return { key: 'consents', to: '/consents' };
    case 'BIRTH_DATE_MISSING':
    case 'GRADE_MISSING': return { key: 'pupils', to: '/pupils' };
    case 'PIN_BARRED': return { key: 'pins', to: `${round}/show/pins` };
    case 'NOT_OPEN':
    case 'NO_APPLICANTS':
    case 'BELOW_MINIMUM': return { key: 'occurrences', to: `${round}/show/occurrences` };
    case 'IN_SCHOOL_HOLIDAYS': return { key: 'holidays', to: '/calendar/school-holidays' };
    case 'CLASSES_MANY':
    case 'CLASSES_LARGE': return { key: 'precedence', to: `${round}/show/precedence` };
    case 'SCHOOL_COORDINATES_MISSING':
    case 'SITE_COORDINATES_MISSING':
    case 'HOST_NOT_READY': return null;
  }
}
