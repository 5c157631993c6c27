import type { TaskKind, TaskNote } from '@mintforge/domain/kernel';

const germanKinds: Record<TaskKind, string> = {
  CONSENT_DISPUTED: 'Sorgeberechtigte sind sich nicht einig', NOBODY_REACHABLE: 'Niemand erreichbar', RENEWED_BY_PUPIL: 'Einwilligung selbst erneuern lassen', CONSENTS_ENDING: 'Einwilligungen laufen bald ab', SEAT_WITHOUT_CONSENT: 'Bestätigter Platz ohne Einwilligung',
  PAPER_SECOND_CHECK: 'Papier ein zweites Mal prüfen', PAPER_OBJECTED: 'Beanstandetes Papier klären', PHOTO_RECALL: 'Foto zurückholen', REQUEST_OPEN: 'Anfrage beantworten', RECTIFICATION_TO_TELL: 'Berichtigung weitergeben', RETENTION_RELEASE: 'Löschung freigeben', HOLD_REVIEW: 'Aufbewahrungssperre prüfen',
  EVIDENCE_DUE: 'ESF-Nachweise sind fällig', SECURITY_ALERT: 'Sicherheitshinweis', BREAK_GLASS_ASKED: 'Ausnahmezugriff beantragt', HOST_LIST_CHANGED: 'Betrieb über geänderte Liste informieren',
};
const englishKinds: Record<TaskKind, string> = {
  CONSENT_DISPUTED: 'Guardians disagree', NOBODY_REACHABLE: 'Nobody can be reached', RENEWED_BY_PUPIL: 'Consent to be renewed by the pupil', CONSENTS_ENDING: 'Consents end soon', SEAT_WITHOUT_CONSENT: 'Confirmed seat without consent',
  PAPER_SECOND_CHECK: 'Check a paper a second time', PAPER_OBJECTED: 'Settle a paper objected to', PHOTO_RECALL: 'Recall a photograph', REQUEST_OPEN: 'Answer a request', RECTIFICATION_TO_TELL: 'Pass a rectification on', RETENTION_RELEASE: 'Release an erasure', HOLD_REVIEW: 'Review a legal hold',
  EVIDENCE_DUE: 'ESF evidence is due', SECURITY_ALERT: 'Security alert', BREAK_GLASS_ASKED: 'Exceptional access asked for', HOST_LIST_CHANGED: 'Tell the host of the changed list',
};
const germanNotes: Record<TaskNote | 'BY_ITSELF', string> = { DONE: 'Erledigt', REACHED: 'Person erreicht und geklärt', ELSEWHERE: 'An anderer Stelle gelöst', NOT_NEEDED: 'Nicht mehr nötig', BY_ITSELF: 'von selbst erledigt' };
const englishNotes: Record<TaskNote | 'BY_ITSELF', string> = { DONE: 'Done', REACHED: 'Person reached and settled', ELSEWHERE: 'Solved elsewhere', NOT_NEEDED: 'No longer needed', BY_ITSELF: 'settled by itself' };

const german = {
  kind_label: 'Art', state_label: 'Stand', all: 'Alle', what: 'Aufgabe', about: 'Schüler:in', due: 'Fällig', since: 'Seit', overdue: 'überfällig', how: 'Wie erledigt?',
  none: 'Keine Aufgabe', none_hint: 'Hier steht, was eine Handlung anderer oder ein Tag von der Koordinierungsstelle verlangt. Das meiste erledigt sich mit der Handlung selbst.',
  finish: 'Erledigt', finished: 'Die Aufgabe ist erledigt.', finish_hint: 'Die meisten Aufgaben schließt das System selbst, sobald geschehen ist, worum sie bitten. Schließen Sie von Hand nur, was anders gelöst ist.',
  state: { OPEN: 'Offen', DONE: 'Erledigt' }, kind: germanKinds, note: germanNotes,
};
const english: typeof german = {
  kind_label: 'Kind', state_label: 'State', all: 'All', what: 'Task', about: 'Pupil', due: 'Due', since: 'Since', overdue: 'overdue', how: 'How was it done?',
  none: 'No task', none_hint: 'Here stands what an act of others or a day asks of the coordination office. Most of it is settled by the act itself.',
  finish: 'Done', finished: 'The task is done.', finish_hint: 'Most tasks are closed by the system once what they ask for has happened. Close by hand only what was solved otherwise.',
  state: { OPEN: 'Open', DONE: 'Done' }, kind: englishKinds, note: englishNotes,
};

/** Stands at `app.tasks` in the console's texts. */
export const taskTexts = { de: german, en: english };
