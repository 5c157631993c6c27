const german = {
  record: {
    title: 'Verarbeitungsverzeichnis', hint: 'Was die Plattform über Menschen speichert, wozu, auf welcher Grundlage und wie lange. Das Verzeichnis entsteht aus der Datenkarte und den Zwecken der Region.',
    part: { activities: 'Tätigkeiten', map: 'Datenkarte', measures: 'Maßnahmen', keys: 'Schlüssel' },
    controller: 'Verantwortlich: %{name}, %{contact}. Datenschutz: %{officer}. Aufsicht: %{authority}. Stand %{day}.', no_controller: 'Es ist noch nicht eingetragen, wer verantwortlich ist. Das geht unter „Zwecke und Texte“.',
    proposed: 'Vorschlag', proposed_hint: 'Was als Vorschlag gekennzeichnet ist oder wessen Frist die Region noch nicht übernommen hat, bestätigt die oder der Datenschutzbeauftragte, bevor das Verzeichnis gilt.', none: 'keine',
    field: { basis: 'Rechtsgrundlage', source: 'Quelle', subjects: 'Betroffene', data: 'Daten (Schutzklasse)', recipients: 'Empfänger', retention: 'Löschfristen', rests: 'Ablage' },
    filter: { q: 'Suchen', all: 'Alle', subject: 'Betroffene', dataClass: 'Schutzklasse', retention: 'Löschklasse', personal: 'Nur Personenbezogenes' },
    found: '%{smart_count} Feld |||| %{smart_count} Felder', nothing: 'Kein Feld passt dazu', nothing_hint: 'Ändern Sie die Suche oder zeigen Sie auch, was nicht personenbezogen ist.', nobodys: 'keiner Person zugeordnet', internal: 'nicht personenbezogen',
    column: { name: 'Feld', subject: 'Betroffene', category: 'Daten', data_class: 'Klasse', purpose: 'Zweck', rest: 'Ablage', retention: 'Löschklasse' },
    keys: {
      hint: 'Der Hauptschlüssel verschlüsselt die Schlüssel der Personen und Dateien. Ein neuer wird in der Konfiguration eingetragen, der bisherige daneben als vorheriger; nach dem Neustart werden hier alle Werte umgestellt, während weiter gearbeitet wird.',
      unknown: 'Es gibt Werte unter einem Schlüssel, der nicht konfiguriert ist. Sie sind nicht lesbar.', rotate: 'Auf den neuen Schlüssel umstellen', rotating: 'Umstellung auf den neuen Schlüssel', none: 'Noch nichts verschlüsselt', none_hint: 'Mit der ersten Person entsteht der erste Schlüssel.',
      key: 'Schlüssel', standing: 'Stand', values: 'Werte', is: { CURRENT: 'Aktuell', PREVIOUS: 'Vorheriger', UNKNOWN: 'Unbekannt' },
    },
  },
  breach: {
    title: 'Datenpanne', hint: 'Wer ist betroffen, wie schwer wiegt es, und bis wann muss wer davon wissen (Art. 33 und 34 DSGVO)? Diese Auswertung wird protokolliert; sie nennt niemanden beim Namen.',
    field: { source: 'Was ist geschehen?', awareAt: 'Bekannt geworden am', from: 'Zugriffe ab', to: 'Zugriffe bis', actor: 'Betroffenes Konto', keys: 'War der Hauptschlüssel dabei?', organisation: 'Nur Schule oder Betrieb', group: 'Nur Gruppe', tables: 'Nur diese Tabellen' },
    source: { AUDIT: 'Jemand hat unbefugt in der Plattform gelesen oder geändert', STORED: 'Eine Kopie gespeicherter Daten ist abhandengekommen' },
    keys: { yes: 'Ja oder unklar', no: 'Nein, sicher nicht' }, tables_hint: 'Ohne Auswahl zählen alle.', ask: 'Auswerten',
    risk: {
      NONE: 'Nach diesen Angaben ist niemand betroffen. Dokumentieren Sie den Vorfall trotzdem (Art. 33 Abs. 5 DSGVO).', RISK: 'Melden Sie den Vorfall bis %{deadline} der Aufsichtsbehörde (Art. 33 DSGVO). Ob auch die Betroffenen zu benachrichtigen sind, entscheidet sich nach dem Einzelfall.',
      HIGH: 'Hohes Risiko: Es geht um besonders geschützte Daten oder Zugangsdaten. Melden Sie den Vorfall bis %{deadline} der Aufsichtsbehörde (Art. 33 DSGVO) und benachrichtigen Sie die Betroffenen unverzüglich (Art. 34 DSGVO).',
    },
    not_listed: 'Das Protokoll zählt %{smart_count} weitere Zeile, nennt sie aber nicht einzeln. Werten Sie zusätzlich die betroffene Gruppe oder Tabelle als Kopie aus. |||| Das Protokoll zählt %{smart_count} weitere Zeilen, nennt sie aber nicht einzeln. Werten Sie zusätzlich die betroffene Gruppe oder Tabelle als Kopie aus.',
    csv: 'Liste ohne Namen (CSV)', people: 'Betroffene', nobody: 'Niemand ist betroffen', nobody_hint: 'Prüfen Sie Zeitraum und Eingrenzung.',
    column: { kind: 'Betroffene', pseudonym: 'Pseudonym', classes: 'Schutzklassen', name: 'Name', contacts: 'Erreichbar' },
    contacts: { open: 'Kontakte aufdecken', title: 'Betroffene benachrichtigen', hint: 'Namen und Kontakte werden geöffnet, um die Betroffenen zu benachrichtigen. Wer sie öffnet und warum, steht im Protokoll.', reason: 'Grund', show: 'Aufdecken' },
  },
};

const english: typeof german = {
  record: {
    title: 'Record of processing', hint: 'What the platform holds of people, why, on what basis and for how long. The record is made of the data map and the purposes of the region.',
    part: { activities: 'Activities', map: 'Data map', measures: 'Measures', keys: 'Keys' },
    controller: 'Controller: %{name}, %{contact}. Data protection officer: %{officer}. Authority: %{authority}. As of %{day}.', no_controller: 'It is not entered yet who is responsible. That is done under “Purposes and texts”.',
    proposed: 'Proposal', proposed_hint: 'What is marked as a proposal, or whose period the region has not adopted, is confirmed by the data protection officer before the record holds.', none: 'none',
    field: { basis: 'Legal basis', source: 'Source', subjects: 'Data subjects', data: 'Data (class)', recipients: 'Recipients', retention: 'Retention', rests: 'At rest' },
    filter: { q: 'Search', all: 'All', subject: 'Data subjects', dataClass: 'Data class', retention: 'Retention class', personal: 'Personal data only' },
    found: '%{smart_count} field |||| %{smart_count} fields', nothing: 'No field fits', nothing_hint: 'Change the search, or show what is not personal, too.', nobodys: 'nobody in particular', internal: 'not personal',
    column: { name: 'Field', subject: 'Data subjects', category: 'Data', data_class: 'Class', purpose: 'Purpose', rest: 'At rest', retention: 'Retention class' },
    keys: {
      hint: 'The master key encrypts the keys of people and files. A new one is entered in the configuration, the old one beside it as the previous one; after a restart all values are changed over here while work goes on.',
      unknown: 'There are values under a key that is not configured. They cannot be read.', rotate: 'Change over to the new key', rotating: 'Changing over to the new key', none: 'Nothing encrypted yet', none_hint: 'The first key comes with the first person.',
      key: 'Key', standing: 'Standing', values: 'Values', is: { CURRENT: 'Current', PREVIOUS: 'Previous', UNKNOWN: 'Unknown' },
    },
  },
  breach: {
    title: 'Data breach', hint: 'Who is affected, how serious is it, and who must know by when (Art. 33 and 34 GDPR)? This assessment is audited; it names nobody.',
    field: { source: 'What happened?', awareAt: 'Became aware on', from: 'Acts from', to: 'Acts until', actor: 'Account concerned', keys: 'Did the master key get away, too?', organisation: 'Only school or host', group: 'Only group', tables: 'Only these tables' },
    source: { AUDIT: 'Somebody read or changed data in the platform without authority', STORED: 'A copy of stored data got lost' },
    keys: { yes: 'Yes or unclear', no: 'No, certainly not' }, tables_hint: 'Without a choice all of them count.', ask: 'Assess',
    risk: {
      NONE: 'As far as is known, nobody is affected. Document the incident all the same (Art. 33(5) GDPR).', RISK: 'Notify the supervisory authority by %{deadline} (Art. 33 GDPR). Whether the people are told, too, depends on the case.',
      HIGH: 'High risk: specially protected data or credentials are concerned. Notify the supervisory authority by %{deadline} (Art. 33 GDPR) and tell the people without delay (Art. 34 GDPR).',
    },
    not_listed: 'The trail counts %{smart_count} more row without naming it. Assess the group or table concerned as a copy, too. |||| The trail counts %{smart_count} more rows without naming them. Assess the group or table concerned as a copy, too.',
    csv: 'List without names (CSV)', people: 'People affected', nobody: 'Nobody is affected', nobody_hint: 'Check the time and the limits.',
    column: { kind: 'Data subject', pseudonym: 'Pseudonym', classes: 'Data classes', name: 'Name', contacts: 'Reached at' },
    contacts: { open: 'Reveal contacts', title: 'Tell the people affected', hint: 'Names and contacts are opened to tell the people affected. Who opens them and why stands in the audit trail.', reason: 'Reason', show: 'Reveal' },
  },
};

/** `record` and `breach` stand at `app.record` and `app.breach` in the console's texts. */
export const recordTexts = { de: german, en: english };
