/** Words of imports and duplicates: `app.imports.…` and `app.duplicates.…`. */
const german = {
  imports: {
    kind: { SCHOOLS: 'Schulen', ORGANISATIONS: 'Unternehmen und andere Organisationen', PARTNERS: 'Partnerschaften', POSTCODES: 'Postleitzahlen' },
    kind_hint: {
      SCHOOLS: 'Ein Schulverzeichnis: Name, Schulnummer, Art, Adresse, Koordinaten.',
      ORGANISATIONS: 'Eine Adressliste von Unternehmen, Vereinen, Kammern und anderen.',
      PARTNERS: 'Schulen mit ihren Partnern. Auch mehrere Partner in einer Zelle, getrennt durch #.',
      POSTCODES: 'Mitten der Postleitzahlen. An ihnen werden die Koordinaten der Standorte geprüft.',
    },
    state: { UPLOADED: 'Hochgeladen', PREVIEWED: 'Geprüft', COMMITTED: 'Übernommen', UNDONE: 'Zurückgenommen' },
    verdict: { CREATE: 'neu', UPDATE: 'geändert', SKIP: 'übersprungen', REFUSE: 'abgelehnt' },
    step: { list: 'Liste wählen', columns: 'Spalten', preview: 'Vorschau', done: 'Ergebnis' },
    start: { new: 'Neuer Import', kind: 'Was steht in der Liste?', upload_hint: 'CSV oder Excel (.xlsx), bis 10.000 Zeilen. Trennzeichen, Zeichensatz und Überschriften werden erkannt. Noch wird nichts übernommen.' },
    file: '%{name}, %{count} Zeile |||| %{name}, %{count} Zeilen',
    columns: {
      title: 'Welche Spalte ist was?', hint: 'Vorschläge sind ausgefüllt. Was Sie hier festlegen, merken wir uns für Listen mit denselben Überschriften.', remembered: 'Diese Überschriften kennen wir: Die Zuordnung vom letzten Mal ist ausgefüllt.',
      field: 'Feld', column: 'Spalte der Datei', sample: 'Die ersten Werte', none: '– nicht in der Liste –', unsure: 'bitte prüfen', required: 'nötig', unused: 'Nicht verwendet: %{columns}', missing: 'Noch nötig: %{fields}', to_preview: 'Weiter zur Vorschau', empty_value: '(leer)', untitled: 'Spalte ohne Überschrift',
    },
    job: { preview: 'Jede Zeile wird geprüft', commit: 'Die Liste wird übernommen' },
    preview: {
      title: 'Das würde geschehen', all: 'Alle Zeilen', flagged: 'mit Hinweisen', totals: 'Zusammen: %{parts}.', organisations: '%{count} neue Organisation |||| %{count} neue Organisationen', partnerships: '%{count} neue Partnerschaft |||| %{count} neue Partnerschaften', aliases: '%{count} weiterer Name |||| %{count} weitere Namen',
      nothing: 'Diese Liste ändert nichts: Alles ist schon so vorhanden.', nothing_usable: 'So ändert diese Liste nichts. Warum die Zeilen abgelehnt werden, steht unten; fehlen Schulen, importieren Sie zuerst die Schulliste.', why: 'Warum', flags: 'Hinweise', row: 'Zeile', verdict: 'Ergebnis', entry: 'Eintrag', findings: 'Was dazu zu sagen ist', none: 'Keine Zeile passt dazu.', search: 'Eintrag suchen', download: 'Zeilen mit Hinweisen herunterladen',
      again: 'Vorschau neu erstellen', change_columns: 'Spalten ändern', commit: 'Übernehmen', commit_title: 'Liste übernehmen?', commit_text: 'Neu: %{create}, geändert: %{update}. Alles oder nichts, und Sie können es danach als Ganzes zurücknehmen.', discard: 'Verwerfen', discard_title: 'Import verwerfen?', discard_text: 'Die hochgeladene Datei wird gelöscht. Am Bestand ändert sich nichts.', discarded: 'Verworfen',
    },
    result: {
      done: 'Übernommen am %{at}.', undone: 'Zurückgenommen am %{at}. Der Bestand ist wieder wie vor dem Import.', undo: 'Import zurücknehmen', undo_title: 'Diesen Import zurücknehmen?', undo_text: 'Alles, was der Import angelegt hat, verschwindet; was er geändert hat, bekommt seine alten Werte. Wurde inzwischen daran weitergearbeitet, sagen wir es und lassen alles, wie es ist.', undo_done: 'Import zurückgenommen', to_list: 'Zu den Organisationen', next: 'Nächsten Import beginnen',
    },
    field: {
      key: 'Registerschlüssel', number: 'Schulnummer', name: 'Name', kind: 'Schulart', roles: 'Rollen', schoolKinds: 'Schulart', address: 'Adresse in einer Zelle', street: 'Straße', postcode: 'Postleitzahl', town: 'Ort', district: 'Ortsteil', lat: 'Breite', lon: 'Länge', phone: 'Telefon', fax: 'Fax', email: 'E-Mail', website: 'Website', land: 'Land',
      schoolKey: 'Registerschlüssel der Schule', schoolNumber: 'Schulnummer', schoolName: 'Name der Schule', partner: 'Partner', partnerKind: 'Art des Partners',
    },
    finding: {
      UNCHANGED: 'unverändert', DUPLICATE_ROW: 'Wiederholung', MERGED_AWAY: 'schon zusammengeführt', ALREADY_PARTNERS: 'Partnerschaft besteht schon', SAME_PARTNERSHIP_IN_FILE: 'mehrfach in der Datei', NOTHING_USABLE: 'nichts Verwendbares', CONFLICTS_WITH_ROW: 'Widerspruch in der Datei', AMBIGUOUS_MATCH: 'passt zu mehreren', UNKNOWN_SCHOOL: 'Schule unbekannt',
      NAME_MISSING: 'Name fehlt', NOT_A_SCHOOL: 'keine Schule', SCHOOL_KIND_UNKNOWN: 'Schulart unklar', NUMBER_SHARED: 'Schulnummer mehrfach', STREET_MISSING: 'Straße fehlt', POSTCODE_MISSING: 'Postleitzahl fehlt', POSTCODE_INCOMPLETE: 'Postleitzahl unvollständig', POSTCODE_ZERO_RESTORED: 'führende Null ergänzt', TOWN_MISSING: 'Ort fehlt', COORDINATES_FAR_FROM_POSTCODE: 'Koordinaten passen nicht zur Postleitzahl', COORDINATES_OUT_OF_RANGE: 'Koordinaten außerhalb Deutschlands', COORDINATES_UNREADABLE: 'Koordinaten nicht lesbar',
      EMAIL_UNREADABLE: 'E-Mail nicht lesbar', NO_NAME: 'kein Name', GENERIC_NAME: 'zu allgemein', MAY_BE_SEVERAL: 'vielleicht mehrere', KEPT_BY_HAND: 'von Hand Geändertes behalten', CHANGED: 'geändert', NEW_PARTNER: 'neuer Partner', SPELLING_MERGED: 'Schreibweise vereinheitlicht', TOO_FEW_CELLS: 'zu wenige Zellen', TOO_MANY_CELLS: 'zu viele Zellen',
    },
  },
  duplicates: {
    hint: 'Diese Einträge könnten dieselbe Organisation sein. Beim Zusammenführen zieht alles um, der andere Name bleibt auffindbar, und Sie können es zurücknehmen.',
    verdict: { CERTAIN: 'Sicher', LIKELY: 'Wahrscheinlich', UNLIKELY: 'Unwahrscheinlich' },
    all: 'Alle', none: 'Keine Dubletten gefunden', none_hint: 'Neue erscheinen hier, sobald ein Import oder eine Eingabe etwas Ähnliches bringt.', compare: 'Vergleichen und zusammenführen', dismiss: 'Keine Dublette', dismissed: 'Wird nicht mehr vorgeschlagen', score: '%{verdict}, %{percent} %', empty: '–',
    merge: {
      title: 'Zusammenführen', survivor: 'Bleibt', absorbed: 'Geht darin auf', swap: 'Seiten tauschen', hint: 'Wählen Sie je Zeile, was gilt. Leere Angaben werden ergänzt, Listen vereint.', field: 'Angabe', both: 'beides', same: 'Übereinstimmend: %{fields}', act: 'Zusammenführen', done: 'Zusammengeführt. Im Verlauf lässt es sich zurücknehmen.', moves: 'Zieht um: %{things}.', moves_nothing: 'An dem Eintrag, der aufgeht, hängt nichts weiter.', alias: '„%{name}“ bleibt als weiterer Name auffindbar.', confirm: 'Wirklich zusammenführen?', confirm_text: '„%{absorbed}“ geht in „%{survivor}“ auf.', history: '%{smart_count} Eintrag des Verlaufs |||| %{smart_count} Einträge des Verlaufs', back: 'Zu den Dubletten', gone: 'Einer der beiden Einträge wurde inzwischen zusammengeführt.',
    },
  },
};

const english: typeof german = {
  imports: {
    kind: { SCHOOLS: 'Schools', ORGANISATIONS: 'Companies and other organisations', PARTNERS: 'Partnerships', POSTCODES: 'Postcodes' },
    kind_hint: {
      SCHOOLS: 'A register of schools: name, school number, kind, address, coordinates.',
      ORGANISATIONS: 'An address list of companies, associations, chambers and others.',
      PARTNERS: 'Schools with their partners. Several partners in one cell too, separated by #.',
      POSTCODES: 'Centres of postcodes. The coordinates of sites are checked against them.',
    },
    state: { UPLOADED: 'Uploaded', PREVIEWED: 'Checked', COMMITTED: 'Committed', UNDONE: 'Undone' },
    verdict: { CREATE: 'new', UPDATE: 'changed', SKIP: 'skipped', REFUSE: 'refused' },
    step: { list: 'Choose a list', columns: 'Columns', preview: 'Preview', done: 'Result' },
    start: { new: 'New import', kind: 'What does the list hold?', upload_hint: 'CSV or Excel (.xlsx), up to 10,000 rows. Separator, encoding and headers are recognised. Nothing is taken over yet.' },
    file: '%{name}, %{count} row |||| %{name}, %{count} rows',
    columns: {
      title: 'Which column is what?', hint: 'Suggestions are filled in. What you choose here is remembered for lists with the same headers.', remembered: 'We know these headers: the mapping of last time is filled in.',
      field: 'Field', column: 'Column of the file', sample: 'The first values', none: '– not in the list –', unsure: 'please check', required: 'required', unused: 'Not used: %{columns}', missing: 'Still required: %{fields}', to_preview: 'On to the preview', empty_value: '(empty)', untitled: 'Column without a header',
    },
    job: { preview: 'Every row is being checked', commit: 'The list is being taken over' },
    preview: {
      title: 'This would happen', all: 'All rows', flagged: 'with notes', totals: 'Altogether: %{parts}.', organisations: '%{count} new organisation |||| %{count} new organisations', partnerships: '%{count} new partnership |||| %{count} new partnerships', aliases: '%{count} other name |||| %{count} other names',
      nothing: 'This list changes nothing: everything is there already.', nothing_usable: 'As it is this list changes nothing. Why rows are refused stands below; if schools are missing, import the list of schools first.', why: 'Why', flags: 'Notes', row: 'Row', verdict: 'Verdict', entry: 'Entry', findings: 'What there is to say', none: 'No row fits.', search: 'Search entry', download: 'Download rows with notes',
      again: 'Make the preview again', change_columns: 'Change columns', commit: 'Commit', commit_title: 'Take this list over?', commit_text: 'New: %{create}, changed: %{update}. All or nothing, and you can undo it as a whole afterwards.', discard: 'Discard', discard_title: 'Discard this import?', discard_text: 'The uploaded file will be deleted. Nothing else changes.', discarded: 'Discarded',
    },
    result: {
      done: 'Committed on %{at}.', undone: 'Undone on %{at}. Everything is as it was before the import.', undo: 'Undo import', undo_title: 'Undo this import?', undo_text: 'Everything the import created disappears; what it changed gets its old values. If somebody went on working with it, we tell you and leave everything as it is.', undo_done: 'Import undone', to_list: 'To the organisations', next: 'Start another import',
    },
    field: {
      key: 'Register id', number: 'School number', name: 'Name', kind: 'Kind of school', roles: 'Roles', schoolKinds: 'Kind of school', address: 'Address in one cell', street: 'Street', postcode: 'Postcode', town: 'Town', district: 'District', lat: 'Latitude', lon: 'Longitude', phone: 'Phone', fax: 'Fax', email: 'E-mail', website: 'Website', land: 'Land',
      schoolKey: 'Register id of the school', schoolNumber: 'School number', schoolName: 'Name of the school', partner: 'Partner', partnerKind: 'Kind of partner',
    },
    finding: {
      UNCHANGED: 'unchanged', DUPLICATE_ROW: 'repeated', MERGED_AWAY: 'merged already', ALREADY_PARTNERS: 'partnership exists already', SAME_PARTNERSHIP_IN_FILE: 'several times in the file', NOTHING_USABLE: 'nothing usable', CONFLICTS_WITH_ROW: 'contradiction in the file', AMBIGUOUS_MATCH: 'fits several', UNKNOWN_SCHOOL: 'unknown school',
      NAME_MISSING: 'name missing', NOT_A_SCHOOL: 'no school', SCHOOL_KIND_UNKNOWN: 'kind of school unclear', NUMBER_SHARED: 'school number shared', STREET_MISSING: 'street missing', POSTCODE_MISSING: 'postcode missing', POSTCODE_INCOMPLETE: 'postcode incomplete', POSTCODE_ZERO_RESTORED: 'leading zero restored', TOWN_MISSING: 'town missing', COORDINATES_FAR_FROM_POSTCODE: 'coordinates do not fit the postcode', COORDINATES_OUT_OF_RANGE: 'coordinates outside Germany', COORDINATES_UNREADABLE: 'coordinates unreadable',
      EMAIL_UNREADABLE: 'e-mail unreadable', NO_NAME: 'no name', GENERIC_NAME: 'too general', MAY_BE_SEVERAL: 'maybe several', KEPT_BY_HAND: 'edits by hand kept', CHANGED: 'changed', NEW_PARTNER: 'new partner', SPELLING_MERGED: 'spelling unified', TOO_FEW_CELLS: 'too few cells', TOO_MANY_CELLS: 'too many cells',
    },
  },
  duplicates: {
    hint: 'These entries may be the same organisation. Merging moves everything, the other name stays findable, and you can undo it.',
    verdict: { CERTAIN: 'Certain', LIKELY: 'Likely', UNLIKELY: 'Unlikely' },
    all: 'All', none: 'No duplicates found', none_hint: 'New ones appear here as soon as an import or an entry brings something similar.', compare: 'Compare and merge', dismiss: 'Not a duplicate', dismissed: 'Will not be proposed again', score: '%{verdict}, %{percent}%', empty: '–',
    merge: {
      title: 'Merge', survivor: 'Stays', absorbed: 'Goes into it', swap: 'Swap sides', hint: 'Choose per row what holds. Empty particulars are filled in, lists are joined.', field: 'Particular', both: 'both', same: 'The same on both: %{fields}', act: 'Merge', done: 'Merged. It can be undone in the history.', moves: 'Moves: %{things}.', moves_nothing: 'Nothing else hangs on the entry that goes.', alias: '“%{name}” stays findable as another name.', confirm: 'Really merge?', confirm_text: '“%{absorbed}” goes into “%{survivor}”.', history: '%{smart_count} entry of the history |||| %{smart_count} entries of the history', back: 'To the duplicates', gone: 'One of the two entries was merged in the meantime.',
    },
  },
};

/** Stands at `app` in the console's texts. */
export const importTexts = { de: german, en: english };
