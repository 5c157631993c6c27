/** Words of subjects' requests, German. */
export const germanRequests = {
  hint: 'Wer etwas über seine Daten wissen oder ändern will, bekommt innerhalb eines Monats eine Antwort. Das Dringendste steht oben.',
  all_kinds: 'Alle', with_ended: 'Auch beendete', none: 'Keine offene Anfrage', none_hint: 'Sobald jemand Auskunft, Berichtigung oder Löschung verlangt, tragen Sie es hier ein.', unknown: 'noch nicht bekannt', child: 'Kind dieser Person',
  days_left: 'noch %{smart_count} Tag |||| noch %{smart_count} Tage', days_over: '%{smart_count} Tag überfällig |||| %{smart_count} Tage überfällig',
  about: 'Anfrage', steps: 'Nächster Schritt',
  field: {
    due: 'Antwort bis', kind: 'Art', subject: 'Um wen es geht', subject_kind: 'Um wen geht es?', requester: 'Wer fragt', received: 'Eingegangen', state: 'Stand', channel: 'Weg', purposes: 'Zwecke', note: 'Was genau verlangt wird', check: 'Woher wir wissen, wer fragt',
    extended: 'Frist verlängert', limit: 'Einschränkung', refusal: 'Grund der Ablehnung', ended: 'Beendet',
  },
  note_hint: 'Wird mit dem Schlüssel der Person verschlüsselt abgelegt und verschwindet mit ihr.',
  kind: { ACCESS: 'Auskunft', RECTIFICATION: 'Berichtigung', ERASURE: 'Löschung', RESTRICTION: 'Einschränkung', OBJECTION: 'Widerspruch', PORTABILITY: 'Datenübertragung' },
  kind_hint: {
    ACCESS: 'Art. 15: Alles, was gespeichert ist, mit Zwecken, Empfängern, Fristen und Zugriffen.', RECTIFICATION: 'Art. 16: Falsches wird richtig; wer die Daten hat, erfährt es.', ERASURE: 'Art. 17: Eine Person schlägt vor, eine andere löscht.',
    RESTRICTION: 'Art. 18: Die Daten bleiben gespeichert, aber niemand sieht oder nutzt sie.', OBJECTION: 'Art. 21: Gegen Zwecke, die nicht auf Einwilligung beruhen. Eine Einwilligung wird stattdessen widerrufen.', PORTABILITY: 'Art. 20: Eine Kopie, die andere Programme lesen können.',
  },
  subject: { PUPIL: 'Schüler:in', GUARDIAN: 'Sorgeberechtigte:r', CONTACT: 'Ansprechperson', USER: 'Nutzer:in' },
  requester: { SELF: 'die Person selbst', GUARDIAN: 'Sorgeberechtigte', REPRESENTATIVE: 'jemand mit Vollmacht', OFFICE: 'wir selbst, aus eigener Pflicht' },
  channel: { WEB: 'online', MAIL: 'per E-Mail', PAPER: 'auf Papier', PHONE: 'am Telefon' },
  state: { RECEIVED: 'Eingegangen', EXAMINED: 'In Arbeit', ANSWERED: 'Beantwortet', REFUSED: 'Abgelehnt', WITHDRAWN: 'Zurückgenommen' },
  check: {
    KNOWN_ADDRESS: 'bekannte Adresse', LINK: 'Link mit zweitem Faktor', SCHOOL_LETTER_CODE: 'Code aus dem Schulbrief', SCHOOL_CONFIRMED: 'Schule hat bestätigt', CALL_BACK: 'Rückruf unter bekannter Nummer', IN_PERSON: 'war persönlich hier', OWN_DUTY: 'eigene Pflicht',
  },
  standing: { TO_JUDGE: 'Ob diese Person für die betroffene fragen darf, müssen Sie selbst beurteilen.', NOT_ENTITLED: 'Die betroffene Person ist volljährig. Sorgeberechtigte können für sie nichts mehr verlangen.' },
  limit: { STANDS: 'gilt', LIFTED: 'aufgehoben' },
  extension: { COMPLEX: 'umfangreich', MANY_REQUESTS: 'viele Anfragen' },
  refusal: {
    NOT_IDENTIFIED: 'Identität nicht geklärt', NOT_ENTITLED: 'nicht berechtigt', UNFOUNDED: 'offenkundig unbegründet', EXCESSIVE: 'übermäßig oft', RIGHTS_OF_OTHERS: 'Rechte anderer', LEGAL_DUTY: 'gesetzliche Pflicht', COMPELLING_GROUNDS: 'zwingende Gründe',
    CORRECT_ALREADY: 'Daten sind richtig',
  },
  ground: { NO_LONGER_NEEDED: 'nicht mehr nötig', CONSENT_WITHDRAWN: 'Einwilligung widerrufen', OBJECTION: 'Widerspruch', UNLAWFUL: 'unrechtmäßig verarbeitet', LEGAL_OBLIGATION: 'gesetzliche Pflicht zu löschen', CHILD_ONLINE: 'als Kind online angegeben' },
  next: {
    RECEIVED: 'Halten Sie fest, woher Sie wissen, wer fragt. Verlangen Sie nicht mehr, als der Zweifel braucht; Ausweiskopien werden nicht aufbewahrt.', ACCESS: 'Erstellen Sie die Kopie, geben Sie sie auf sicherem Weg heraus und vermerken Sie dann die Antwort.',
    RECTIFICATION: 'Berichtigen Sie die Daten auf der Seite der Person. Mit der Antwort entsteht die Aufgabe, es den Empfängern zu sagen.', ERASURE: 'Sehen Sie unten, was gelöscht wird und was bleiben muss. Eine zweite Person löscht; danach vermerken Sie die Antwort.',
    RESTRICTION: 'Die Daten sind ab sofort für alle verborgen. Prüfen Sie, ob die Einschränkung zu Recht verlangt wird.', OBJECTION: 'Die genannten Zwecke sind ab sofort gesperrt. Prüfen Sie, ob zwingende Gründe entgegenstehen.',
    PORTABILITY: 'Erstellen Sie die Kopie, geben Sie die JSON-Datei auf sicherem Weg heraus und vermerken Sie dann die Antwort.',
  },
  over: { ANSWERED: 'Die Anfrage ist beantwortet.', REFUSED: 'Die Anfrage ist abgelehnt. Die Person wurde auf Beschwerde und Rechtsweg hingewiesen.', WITHDRAWN: 'Die Anfrage wurde zurückgenommen.' },
  register: { open: 'Anfrage eintragen', title: 'Anfrage eintragen', act: 'Eintragen', done: 'Anfrage eingetragen' },
  step: {
    identify: { title: 'Wer fragt?', act: 'Identität festhalten', hint: 'Nur was der Zweifel braucht. Bei Einschränkung und Widerspruch gilt die Sperre ab jetzt.', choice: 'Woher Sie es wissen' },
    extend: { title: 'Frist um zwei Monate verlängern?', act: 'Frist verlängern', hint: 'Das geht einmal und nur im ersten Monat. Sagen Sie der Person noch heute den Grund.', choice: 'Grund' },
    refuse: { title: 'Anfrage ablehnen?', act: 'Ablehnen', hint: 'Nennen Sie der Person den Grund und weisen Sie auf Beschwerde und Rechtsweg hin. Eine Sperre endet damit.', choice: 'Grund' },
    propose: { title: 'Löschung vorschlagen', act: 'Löschung vorschlagen', hint: 'Danach muss eine andere Person die Löschung ausführen.', choice: 'Grund der Löschung' },
    execute: { title: 'Endgültig löschen?', act: 'Endgültig löschen', hint: 'Das lässt sich nicht rückgängig machen, auch nicht aus einer Datensicherung.', type: 'Zur Bestätigung abtippen: %{word}', word: 'LÖSCHEN', done: 'Die Daten sind gelöscht' },
    lift: { title: 'Einschränkung aufheben?', act: 'Einschränkung aufheben', hint: 'Vorher muss die Person davon erfahren haben.', day: 'Mitgeteilt am' },
    answer: { act: 'Als beantwortet vermerken', done: 'Anfrage beantwortet' },
    withdraw: { act: 'Wurde zurückgenommen', done: 'Anfrage beendet' },
  },
  copy: {
    title: 'Kopie der Daten', hint: 'Alles über diese Person als PDF zum Lesen und als JSON. Die Dateien liegen verschlüsselt und verschwinden nach 24 Stunden; jeder Abruf wird protokolliert.', make: 'Kopie erstellen', again: 'Neu erstellen', done: 'Die Kopie liegt bereit', made: 'Erstellt am',
    expired: 'Die Dateien sind nicht mehr da.', pdf: 'PDF', json: 'JSON',
  },
  recipients: { title: 'Wer die Daten bekommen hat', none: 'Niemand außerhalb der Koordinierungsstelle', placement: 'Platz' },
  erasure: {
    title: 'Löschung', goes: 'Das wird gelöscht', gone: 'Das wurde gelöscht', stays: 'Das bleibt, und warum', table: 'Was', rows: 'Einträge', act: 'Geschieht', until: 'Frist', acts: { DELETE: 'gelöscht', CLEAR: 'geleert', KEEP: 'bleibt' },
    state: { PROPOSED: 'vorgeschlagen', EXECUTED: 'ausgeführt', DISCARDED: 'verworfen' }, wait_other: 'Sie haben die Löschung vorgeschlagen. Eine andere Person muss sie ausführen.', wait_you: 'Jemand anderes hat diese Löschung vorgeschlagen. Prüfen Sie und löschen Sie.', discard: 'Vorschlag verwerfen',
    executed: 'Gelöscht am', replayed: 'Nach einer Wiederherstellung der Datenbank wurde erneut gelöscht.',
  },
  because: {
    PSEUDONYMOUS: 'bleibt als Zahl ohne Person', CONSENT_EVIDENCE: 'bleibt als Nachweis der Einwilligung', ACCOUNTABILITY: 'bleibt als Nachweis unseres Handelns', MEMBER_ELSEWHERE: 'bleibt, da auch in anderer Region tätig', FUNDING_EVIDENCE: 'bleibt als Nachweis der Förderung',
    OTHER_WARDS: 'bleibt, solange ein anderes Kind eingetragen ist',
  },
  table: {
    pupil: 'Name, Geburtsdatum, Interessen, Bedarfe', person_key: 'Schlüssel der Person', needs_key: 'Schlüssel der Bedarfe', pupil_token: 'Suchindex', pupil_contact: 'Eigener Kontakt', guardian: 'Sorgeberechtigte', guardianship: 'Zuordnung der Sorgeberechtigten', participant: 'Teilnahme an Runden', wish: 'Wünsche', pin: 'Festlegungen', placement: 'Plätze',
    attendance: 'Anwesenheit', run_result: 'Ergebnisse von Läufen', run_place: 'Vorgeschlagene Plätze', mentor_rank: 'Reihenfolge im Mentoring', consent_decision: 'Einwilligungen', consent_receipt: 'Belege', consent_link: 'Links', consent_form: 'Formulare', consent_approach: 'Ansprachen', custody: 'Sorgerecht',
    subject_request: 'Anfragen', use_limit: 'Einschränkungen', erasure: 'Löschungen', mail: 'E-Mails', office_task: 'Aufgaben', shared_need: 'Freigegebene Bedarfe', media: 'Bilder', file: 'Dateien', audit: 'Protokoll', contact: 'Kontaktdaten', contact_event: 'Gespräche', legal_hold: 'Löschstopps',
  },
};
