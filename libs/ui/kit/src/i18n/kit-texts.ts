const german = {
  kit: {
    error: {
      title: 'Das hat nicht geklappt',
      unexpected: 'Es ist ein unerwarteter Fehler aufgetreten. Wenn er wiederkommt, nennen Sie bitte diese Vorgangsnummer: {requestId}',
      unexpected_without_id: 'Es ist ein unerwarteter Fehler aufgetreten. Bitte versuchen Sie es noch einmal.',
      retry: 'Noch einmal versuchen',
    },
    invalid: {
      required: 'Bitte ausfüllen',
      range: 'Dieser Wert liegt außerhalb des Erlaubten',
      format: 'Das Format stimmt nicht',
      unknown: 'Diesen Wert kennen wir nicht',
      too_long: 'Das ist zu lang',
      other: 'Diese Angabe stimmt noch nicht',
    },
    session: { ended: 'Ihre Sitzung ist abgelaufen. Bitte melden Sie sich neu an.' },
    empty: { title: 'Noch nichts hier', hint: 'Sobald es Einträge gibt, erscheinen sie hier.' },
    loading: 'Wird geladen',
    job: {
      queued: 'Wartet auf den Start',
      running: 'Läuft',
      done: 'Fertig',
      failed: 'Fehlgeschlagen',
      progress: 'Fortschritt',
      step: { READ: 'Daten werden gelesen', PLAN: 'Mit dem Bestand vergleichen', WRITE: 'Ergebnis wird geschrieben', reading: 'Daten werden gelesen', matching: 'Plätze werden vergeben', storing: 'Ergebnis wird geschrieben' },
    },
    upload: {
      drop: 'Datei hierher ziehen oder auswählen',
      choose: 'Datei auswählen',
      sending: '%{name} wird hochgeladen …',
      wrong_kind: 'Diese Art Datei passt hier nicht. Erlaubt: %{accept}',
    },
    map: {
      label: 'Karte mit %{smart_count} Ort |||| Karte mit %{smart_count} Orten',
      zoom_in: 'Vergrößern',
      zoom_out: 'Verkleinern',
      empty: 'Noch keine Orte mit Koordinaten.',
    },
    chart: { empty: 'Noch keine Zahlen.' },
    calendar: { label: 'Kalender', today: 'Heute' },
  },
};

export type KitTexts = typeof german;

const english: KitTexts = {
  kit: {
    error: {
      title: 'That did not work',
      unexpected: 'An unexpected error occurred. If it comes back, please quote this reference: {requestId}',
      unexpected_without_id: 'An unexpected error occurred. Please try again.',
      retry: 'Try again',
    },
    invalid: {
      required: 'Please fill this in',
      range: 'This value is out of range',
      format: 'The format is not right',
      unknown: 'We do not know this value',
      too_long: 'This is too long',
      other: 'This is not valid yet',
    },
    session: { ended: 'Your session has ended. Please sign in again.' },
    empty: { title: 'Nothing here yet', hint: 'Entries will appear here as soon as there are any.' },
    loading: 'Loading',
    job: { queued: 'Waiting to start', running: 'Running', done: 'Done', failed: 'Failed', progress: 'Progress', step: { READ: 'Reading the data', PLAN: 'Comparing with what is there', WRITE: 'Writing the result', reading: 'Reading the data', matching: 'Giving places', storing: 'Writing the result' } },
    upload: {
      drop: 'Drop a file here or choose one',
      choose: 'Choose a file',
      sending: 'Uploading %{name} …',
      wrong_kind: 'This kind of file does not fit here. Allowed: %{accept}',
    },
    map: {
      label: 'Map with %{smart_count} place |||| Map with %{smart_count} places',
      zoom_in: 'Zoom in',
      zoom_out: 'Zoom out',
      empty: 'No places with coordinates yet.',
    },
    chart: { empty: 'No figures yet.' },
    calendar: { label: 'Calendar', today: 'Today' },
  },
};

export const kitTexts = { de: german, en: english };
