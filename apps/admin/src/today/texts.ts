const german = {
  greeting: 'Guten Tag, %{name}',
  tasks: 'Was ansteht',
  no_tasks: 'Nichts wartet. Ein guter Moment für einen Anruf bei einem Partner, von dem Sie lange nichts gehört haben.',
  next: 'Nächste Termine',
  no_next: 'Keine Termine geplant.',
  chart: 'Termine je Monat',
  map: 'Partner in der Region',
  seats: '%{taken} von %{capacity} Plätzen',
  of_kind: '%{kind} (%{smart_count})',
  task: {
    FLAGGED_COORDINATES: '1 Standort mit zweifelhafter Lage |||| %{smart_count} Standorte mit zweifelhafter Lage',
    OPEN_IMPORT: '1 Import nicht abgeschlossen |||| %{smart_count} Importe nicht abgeschlossen',
    OPEN_OFFER: '1 offenes Angebot |||| %{smart_count} offene Angebote',
    OPEN_NEED: '1 offener Bedarf |||| %{smart_count} offene Bedarfe',
    DRAFT_ACTIVITY: '1 Aktivität im Entwurf |||| %{smart_count} Aktivitäten im Entwurf',
    ATTENDANCE_OPEN: '1 Teilnahmeliste nicht ausgefüllt |||| %{smart_count} Teilnahmelisten nicht ausgefüllt',
    ROUND_OVERDUE: '1 Runde über der Frist |||| %{smart_count} Runden über der Frist',
    ROUND_UNPUBLISHED: '1 Runde gerechnet, nicht veröffentlicht |||| %{smart_count} Runden gerechnet, nicht veröffentlicht',
    ROUND_TASK: '1 Aufgabe aus der Prüfung einer Runde |||| %{smart_count} Aufgaben aus der Prüfung von Runden',
    FAILED_JOB: '1 fehlgeschlagener Auftrag |||| %{smart_count} fehlgeschlagene Aufträge',
    FAILED_MAIL: '1 nicht zugestellte Mail |||| %{smart_count} nicht zugestellte Mails',
  },
};

const english: typeof german = {
  greeting: 'Good day, %{name}',
  tasks: 'What waits',
  no_tasks: 'Nothing waits. A good moment to call a partner you have not heard from for a while.',
  next: 'Next occurrences',
  no_next: 'No occurrences planned.',
  chart: 'Occurrences per month',
  map: 'Partners in the region',
  seats: '%{taken} of %{capacity} seats',
  of_kind: '%{kind} (%{smart_count})',
  task: {
    FLAGGED_COORDINATES: '1 site in a doubtful place |||| %{smart_count} sites in a doubtful place',
    OPEN_IMPORT: '1 import not finished |||| %{smart_count} imports not finished',
    OPEN_OFFER: '1 open offer |||| %{smart_count} open offers',
    OPEN_NEED: '1 open need |||| %{smart_count} open needs',
    DRAFT_ACTIVITY: '1 draft activity |||| %{smart_count} draft activities',
    ATTENDANCE_OPEN: '1 attendance list not filled in |||| %{smart_count} attendance lists not filled in',
    ROUND_OVERDUE: '1 round past its deadline |||| %{smart_count} rounds past their deadline',
    ROUND_UNPUBLISHED: '1 round computed, not published |||| %{smart_count} rounds computed, not published',
    ROUND_TASK: '1 task from checking a round |||| %{smart_count} tasks from checking rounds',
    FAILED_JOB: '1 failed job |||| %{smart_count} failed jobs',
    FAILED_MAIL: '1 mail not delivered |||| %{smart_count} mails not delivered',
  },
};

/** Stands at `app.today` in the console's texts. */
export const todayTexts = { de: german, en: english };
