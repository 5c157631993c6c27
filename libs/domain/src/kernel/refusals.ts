import { refusalTexts } from './refusal-texts';

/** How loud a refusal is: `info` = a user's everyday mistake, `warn` = worth counting (guessing, foreign rows). */
export type RefusalLevel = 'info' | 'warn';

const row = (status: number, level: RefusalLevel = 'info') => ({ status, level });

/**
 * The one table of refusals: code -> HTTP status and log level. The code is stable and public; its words per language
 * stand in `refusal-texts.ts` under the same key. Absent and forbidden records share `NOT_FOUND`, so that existence
 * never leaks (privacy-security ACC-4).
 */
export const refusals = {
  UNAUTHENTICATED: row(401),
  FORBIDDEN: row(403, 'warn'),
  ONLY_LOOKING: row(403),
  GLASS_NOT_OPEN: row(409),
  REGION_NOT_SYNTHETIC: row(403, 'warn'),
  NOT_FOUND: row(404),
  INVALID_INPUT: row(422),
  VERSION_CONFLICT: row(409),
  ALREADY_EXISTS: row(409),
  STILL_IN_USE: row(409),
  IDEMPOTENCY_KEY_REUSED: row(422),
  TOO_MANY_REQUESTS: row(429, 'warn'),
  QUERY_TOO_COSTLY: row(400, 'warn'),
  FILE_UNREADABLE: row(422),
  FILE_TOO_LARGE: row(413),
  FILE_TYPE_REFUSED: row(415, 'warn'),
  SERVICE_UNAVAILABLE: row(503, 'warn'),
  SIGN_IN_FAILED: row(401, 'warn'),
  SECOND_FACTOR_REQUIRED: row(401),
  SECOND_FACTOR_WRONG: row(401, 'warn'),
  SECOND_FACTOR_USED: row(401),
  SECOND_FACTOR_ENROLMENT_REQUIRED: row(403),
  FRESH_FACTOR_REQUIRED: row(403),
  PASSWORD_WRONG: row(401, 'warn'),
  PASSWORD_TOO_WEAK: row(422),
  LINK_INVALID: row(410, 'warn'),
  ROLE_TOO_HIGH: row(403, 'warn'),
  NOT_YOURSELF: row(409),
  IMPORT_NOT_READY: row(409),
  IMPORT_ALREADY_UNDONE: row(409),
  IMPORT_CHANGED_SINCE: row(409),
  IMPORT_PREVIEW_OUTDATED: row(409),
  IMPORT_COLUMN_MISSING: row(422),
  MERGE_WITH_ITSELF: row(422),
  MERGE_CHANGED_SINCE: row(409),
  ACTIVITY_NOT_PUBLISHABLE: row(409),
  ACTIVITY_CANCELLED: row(409),
  ACTIVITY_NOT_DRAFT: row(409),
  OFFER_NOT_OPEN: row(409),
  OCCURRENCE_FULL: row(409),
  OCCURRENCE_CANCELLED: row(409),
  CAPACITY_BELOW_TAKEN: row(409),
  ROUND_NOT_OPEN: row(409),
  ROUND_NOT_PUBLISHED: row(409),
  ROUND_INCOMPLETE: row(422),
  RUN_NOT_FINISHED: row(409),
  RUN_OUTDATED: row(409),
  RUN_ALREADY_PUBLISHED: row(409),
  RUN_ENDED: row(409),
  ALLOCATION_OUTDATED: row(409),
  PIN_IMPOSSIBLE: row(422),
  PLACEMENT_ENDED: row(409),
  PLACEMENT_NOT_OFFERED: row(409),
  PLACEMENT_ACCEPTED: row(409),
  OFFER_LAPSED: row(409),
  PUPIL_ERASED: row(409),
  PUPIL_SIGNS_LATER: row(409),
  GUARDIAN_KNOWN: row(409),
  HOLD_ENDED: row(409),
  RETENTION_OUT_OF_BOUNDS: row(422),
  RETENTION_NOT_PROPOSED: row(409),
  EVIDENCE_NOT_DUE: row(409),
  EVIDENCE_NOT_ALLOWED: row(403),
  CLASS_LIST_UNDECIDED: row(409),
  FOUR_EYES: row(409),
  TEXT_ALREADY_RELEASED: row(409),
  TEXT_NOT_IN_FORCE: row(409),
  CONTROLLER_MISSING: row(409),
  PURPOSE_NOT_ASKED: row(409),
  SIGNER_NOT_ENTITLED: row(409),
  SIGNATURE_NEEDED: row(409),
  NOBODY_TO_ASK: row(409),
  FORM_UNKNOWN: row(404),
  FORM_ENTRY_WRONG: row(422),
  FORM_ALREADY_RETURNED: row(409),
  FORM_OF_ERASED_PUPIL: row(409),
  FORM_NOT_IN_CHECK: row(409),
  SCAN_ENCRYPTED: row(422),
  SCAN_BROKEN: row(422),
  SCAN_PAGE_UNREADABLE: row(422),
  SCAN_TOO_MANY_PAGES: row(422),
  CONSENT_MISSING: row(409),
  HOST_VIEW_CLOSED: row(409),
  REQUEST_ENDED: row(409),
  REQUEST_NOT_IDENTIFIED: row(409),
  REQUEST_NOT_EXTENDABLE: row(409),
  REQUEST_STEP_MISSING: row(409),
  REQUESTER_NOT_ENTITLED: row(409),
  UNDER_HOLD: row(409),
} as const satisfies Record<string, { status: number; level: RefusalLevel }>;

export type RefusalCode = keyof typeof refusals;
export type Locale = 'de' | 'en';
export type RefusalParams = Record<string, string | number | boolean | null>;

/**
 * A clear no: the only error our own code throws on purpose. `params` fill the text and travel to the client, so they
 * never hold personal values; `fields` maps an input path to a text key or code for forms and row reports.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
    readonly fields?: Record<string, string>,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** The refusal in the user's language, with `{name}` replaced by `params.name`; unknown placeholders stay visible. */
export function refusalText(code: RefusalCode, params: RefusalParams, locale: Locale): string {
  return refusalTexts[code][locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
