/** Words of consents, purposes and their texts, German. */
export const germanConsent = {
  title: 'Einwilligungen',
  group: 'Gruppe',
  choose: 'Welche Gruppe?',
  choose_hint: 'Wählen Sie eine Klasse oder AG. Dann sehen Sie, wer wofür eingewilligt hat und was noch fehlt.',
  no_purposes: 'Noch kein Zweck',
  no_purposes_hint: 'Erst wenn die Region ihre Zwecke festgelegt und ihre Texte freigegeben hat, kann jemand gefragt werden.',
  no_pupils: 'In dieser Gruppe kennen wir keine Namen',
  no_pupils_hint: 'Gefragt wird, wer namentlich bekannt ist. Lesen Sie zuerst die Klassenliste ein.',
  to_group: 'Zur Gruppe',
  figures: '%{given} gegeben, %{open} offen, %{no} nein',
  only_open: 'Nur wo etwas fehlt',
  missing: 'fehlt: %{who}',
  until: 'bis %{day}',
  purpose: {
    MATCHING: 'Vermittlung', SHARE_WITH_COMPANY: 'Weitergabe an den Betrieb', NEEDS_PROCESS: 'Unterstützungsbedarf', NEEDS_SHARE_COMPANY: 'Bedarf dem Betrieb nennen', PHOTO_INTERNAL: 'Fotos, intern',
    PHOTO_PUBLICATION: 'Fotos, öffentlich', EVALUATION_FOLLOWUP: 'Spätere Befragung', PLACEMENT_COMPULSORY: 'Pflichtpraktikum', ESF_INDICATORS: 'ESF-Indikatoren', TAKING_PART: 'Teilnahme', CONTACT: 'Kontakt', ACCOUNT: 'Konten und Sicherheit', ACCOUNTABILITY: 'Rechenschaft',
  },
  state: { NOT_ASKED: 'Nicht gefragt', REQUESTED: 'Angefragt', GIVEN: 'Gegeben', REFUSED: 'Abgelehnt', WITHDRAWN: 'Widerrufen', EXPIRED: 'Abgelaufen', SUPERSEDED: 'Neuer Text', INVALIDATED: 'Ungültig', DISPUTED: 'Strittig' },
  signer: { PUPIL: 'Schüler:in', GUARDIAN_1: 'Sorgeberechtigte:r 1', GUARDIAN_2: 'Sorgeberechtigte:r 2' },
  channel: { LINK: 'Link', PAPER: 'Papier', PHONE: 'Anruf' },
  act: { REQUESTED: 'angefragt', GIVEN: 'Ja', REFUSED: 'Nein', WITHDRAWN: 'widerrufen', INVALIDATED: 'für ungültig erklärt', CUSTODY: 'Sorgerecht vermerkt', RECTIFIED: 'Geburtsdatum berichtigt' },
  answer: {
    title: 'Antwort', yes: 'Ja', no: 'Nein', GIVEN: 'Willigt ein', REFUSED: 'Willigt nicht ein', WITHDRAWN: 'Widerruft', name: 'Name auf dem Papier', act: 'Eintragen', withdraw: 'Widerruf eintragen', saved: 'Die Entscheidung ist eingetragen und gilt ab sofort.',
  },
  impact: {
    title: 'Das endet mit dieser Entscheidung:', none: 'Mit dieser Entscheidung endet nichts, was schon läuft.',
    what: { placement: 'Angebotener Platz', placement_kept: 'Bestätigter Platz, bleibt bestehen', host_view: 'Angaben, die der Betrieb sieht', host_need: 'Bedarf, den der Betrieb sieht', needs: 'Bedarf, wird gelöscht', photo: 'Veröffentlichtes Foto', photo_internal: 'Foto, nur intern' },
  },
  intake: {
    start: 'Papiere eintragen', stop: 'Eintragen beenden', signer: 'Unterschrieben von', day: 'Datum der Unterschrift', hint: 'Kreuzen Sie an, was auf dem Papier steht. Was offen bleibt, zählt nicht.',
    save: '%{smart_count} Antwort speichern |||| %{smart_count} Antworten speichern', saved: '%{smart_count} Antwort ist eingetragen. |||| %{smart_count} Antworten sind eingetragen.',
  },
  ask: {
    open: 'Fragen', title: 'Gruppe fragen', act: 'Fragen', hint: 'Gefragt wird nur, wer noch nicht gefragt ist oder neu gefragt werden muss.',
    way: 'Auf welchem Weg?', by: { PAPER: 'Auf Papier', MAIL: 'Per Mail an alle, deren Adresse wir kennen', LINK: 'Links erzeugen, mit denen die Familien selbst antworten' }, with_code: 'Mit Code im Brief statt Geburtsdatum',
    asked: '%{smart_count} Anfrage vermerkt |||| %{smart_count} Anfragen vermerkt', linked: '%{smart_count} Link erzeugt |||| %{smart_count} Links erzeugt',
  },
  links: {
    title: 'Links zum Austeilen', copy: 'Alle kopieren und schließen', once: 'Diese Links werden nur jetzt gezeigt und gelten 21 Tage. Geben Sie jeden nur an die genannte Person weiter.', none: 'Es fehlt keine Unterschrift; kein Link war nötig.',
    pupil: 'Schüler:in', signer: 'Für', url: 'Link', code: 'Zweiter Schritt', birth_date: 'Geburtsdatum',
  },
  controller: {
    title: 'Verantwortlich', hint: 'Jeder Text und jeder Beleg nennt diese Angaben.', is: 'Verantwortlich: %{name}, %{contact}. Datenschutz: %{officer}', missing: 'Es ist noch nicht eingetragen, wer verantwortlich ist. Vorher lässt sich kein Text freigeben.', enter: 'Eintragen', saved: 'Gespeichert. Ab jetzt nennen Belege diese Angaben.',
    field: { name: 'Name', address: 'Anschrift', contact: 'Kontakt', officer: 'Datenschutzbeauftragte:r', authority: 'Aufsichtsbehörde' },
  },
  purposes: {
    hint: 'Gefragt wird nur, wo die Rechtsgrundlage eine Einwilligung ist. Änderungen gibt eine zweite Person frei.', empty: 'Noch keine Zwecke', empty_hint: 'Übernehmen Sie die üblichen Zwecke mit Textvorschlägen und passen Sie sie mit Ihrem Datenschutz an. Bis dahin bleibt alles gesperrt, was eine Einwilligung braucht.',
    adopt: 'Übliche Zwecke übernehmen', adopted: 'Die Zwecke sind übernommen. Ihre Texte warten auf die Freigabe durch eine zweite Person.', proposed: 'Eine Änderung dieses Zwecks wartet auf die Freigabe durch eine zweite Person.', released: 'Die Änderung gilt.',
  },
  basis: { CONSENT: 'Einwilligung', EXPLICIT_CONSENT: 'Ausdrückliche Einwilligung', CONTRACT: 'Vertrag', LEGAL_OBLIGATION: 'Rechtliche Pflicht', PUBLIC_TASK: 'Öffentliche Aufgabe', LEGITIMATE_INTEREST: 'Berechtigtes Interesse' },
  rule: { S1: 'Unter 16 eine sorgeberechtigte Person, ab 14 auch selbst, ab 16 allein', S2: 'Unter 18 alle Sorgeberechtigten, ab 14 auch selbst, ab 18 allein' },
  validity: { SCHOOL_YEAR_END: 'bis %{smart_count} Monat nach Ende des Schuljahres |||| bis %{smart_count} Monate nach Ende des Schuljahres', DECISION: '%{smart_count} Monat ab der Entscheidung |||| %{smart_count} Monate ab der Entscheidung' },
  effect: {
    NO_MATCHING: 'Keine Teilnahme an der Vermittlung', ANONYMOUS_TO_COMPANY: 'Der Betrieb erfährt keinen Namen', FIELD_EMPTY: 'Das Feld bleibt leer', ITEM_HIDDEN: 'Der Betrieb sieht die Angabe nicht', UPLOAD_BLOCKED: 'Kein Foto wird gespeichert',
    NOT_PUBLISHED: 'Kein Foto wird veröffentlicht', NO_INVITATION: 'Keine Einladung zur Befragung', NONE: 'Keine; danach wird nicht gefragt',
  },
  recipient: { coordinationOffice: 'Koordinierungsstelle', host: 'Betrieb', school: 'Schule', public: 'Öffentlichkeit', evaluation: 'Evaluation', fund: 'Regionalfonds', authority: 'Aufsichtsbehörde' },
  field: { article: 'Rechtsgrundlage', signer_rule: 'Wer unterschreibt', validity: 'Gültig', effect: 'Ohne Einwilligung', recipients: 'Empfänger', source: 'Quelle' },
  change: { MATERIAL: 'inhaltliche Änderung', EDITORIAL: 'redaktionelle Änderung' },
  change_hint: { EDITORIAL: 'Redaktionell: nur die Worte ändern sich. Gegebene Einwilligungen gelten weiter.', MATERIAL: 'Inhaltlich: Zweck, Empfänger oder Daten ändern sich. Alle werden neu gefragt.' },
  language: { de: 'Deutsch', 'de-plain': 'Einfache Sprache', en: 'Englisch', uk: 'Ukrainisch', ar: 'Arabisch' },
  text: {
    in_force: 'Text %{number} gilt', none: 'Kein Text gilt', waiting: 'Freigabe fehlt', release: 'Freigeben', released: 'Der Text gilt ab heute.', write: 'Neue Fassung', propose: 'Zur Freigabe geben', proposed: 'Die Fassung wartet auf die Freigabe durch eine zweite Person.',
    version: 'Fassung %{number}', not_released: 'noch nicht freigegeben', from: 'gilt ab %{from}', from_to: 'galt %{from} bis %{to}', languages: 'Sprachen', compare: 'Mit der Fassung davor vergleichen', change: 'Art der Änderung', title: 'Überschrift', body: 'Text',
    dpo: 'Stellungnahme des Datenschutzes (Aktenzeichen)', four_eyes: 'Eine zweite Person gibt die Fassung frei; danach ändert sie sich nie mehr.',
  },
};
