const cooperation = {
  organisationId: 'Organisation', title: 'Titel', format: 'Format', topics: 'Themen', grades: 'Klassenstufen', periodFrom: 'Ab', periodTo: 'Bis', requirements: 'Voraussetzungen', state: 'Stand', createdAt: 'Eingetragen', topic: 'Thema', grade: 'Klassenstufe', period: 'Zeitraum',
};

const german = {
  organisations: {
    name: 'Organisation |||| Organisationen',
    empty: 'Noch keine Organisationen',
    empty_hint: 'Am schnellsten geht es mit der Schulliste Ihres Landes: unter „Importe“ hochladen, prüfen, übernehmen.',
    fields: {
      name: 'Name', roles: 'Rollen', schoolKinds: 'Schulart', schoolKind: 'Schulart', officialKey: 'Registerschlüssel', officialNumber: 'Schulnummer', land: 'Land', stage: 'Kontaktstand', email: 'E-Mail', phone: 'Telefon', fax: 'Fax', website: 'Website', tags: 'Schlagworte', tag: 'Schlagwort',
      notes: 'Notizen', town: 'Ort', postcode: 'Postleitzahl', hasFlaggedCoordinates: 'Lage zweifelhaft', closed: 'Bestehend oder geschlossen', closedOn: 'Geschlossen am', successorId: 'Nachfolge (falls bekannt)', updatedAt: 'Geändert', address: { street: 'Straße und Hausnummer', postcode: 'Postleitzahl', town: 'Ort', district: 'Ortsteil' },
    },
  },
  sites: { name: 'Standort |||| Standorte', fields: { name: 'Bezeichnung (bei mehreren Standorten)', street: 'Straße und Hausnummer', postcode: 'Postleitzahl', town: 'Ort', district: 'Ortsteil', municipalityKey: 'Amtlicher Gemeindeschlüssel', lat: 'Breite (z. B. 54,0887)', lon: 'Länge (z. B. 12,1405)' } },
  contacts: { name: 'Ansprechperson |||| Ansprechpersonen', fields: { name: 'Name', function: 'Funktion', email: 'E-Mail', phone: 'Telefon', roles: 'Aufgaben im Netzwerk', leftOn: 'Ausgeschieden am', successorId: 'Wer übernimmt?' } },
  equipments: { name: 'Ausstattung |||| Ausstattungen', fields: { name: 'Bezeichnung', description: 'Beschreibung', capacity: 'Personen zugleich', minimumAge: 'Mindestalter', needsBriefing: 'Mit Einweisung', pupilsPerSupervisor: 'Personen je Aufsicht', siteId: 'Standort' } },
  readiness: { name: 'Nachweis |||| Nachweise', fields: { kind: 'Art', seenOn: 'Gesehen am', validUntil: 'Gültig bis', note: 'Notiz' } },
  needs: { name: 'Bedarf |||| Bedarfe', empty: 'Noch kein Bedarf', empty_hint: 'Was suchen die Schulen? Ein Bedarf sagt Format, Themen, Klassenstufen und Zeitraum.', fields: { ...cooperation, size: 'Wie viele Personen?', accessibility: 'Nötige Vorkehrungen' } },
  offers: { name: 'Angebot |||| Angebote', empty: 'Noch kein Angebot', empty_hint: 'Was bieten Unternehmen und Forschungszentren? Aus einem Angebot wird mit einem Knopf eine Aktivität.', fields: { ...cooperation, description: 'Beschreibung', capacity: 'Personen je Termin', minimumAge: 'Mindestalter', equipmentId: 'Ausstattung', accessibility: 'Barrierefreiheit' } },
  partnerships: { name: 'Partnerschaft |||| Partnerschaften', fields: { schoolId: 'Schule', partnerId: 'Partner', state: 'Stand', since: 'Seit', until: 'Bis', reason: 'Grund' } },
  imports: { name: 'Import |||| Importe', empty: 'Noch kein Import', empty_hint: 'Schulliste, Partnerliste oder Postleitzahlen aus CSV oder Excel: Sie sehen vor dem Übernehmen, was geschieht, und können alles zurücknehmen.', fields: { fileName: 'Datei', kind: 'Art', state: 'Stand', rowCount: 'Zeilen', createdAt: 'Hochgeladen', createdByName: 'Von' } },
  duplicates: { name: 'Dublette |||| Dubletten' },
};

const englishCooperation: typeof cooperation = {
  organisationId: 'Organisation', title: 'Title', format: 'Format', topics: 'Topics', grades: 'Grades', periodFrom: 'From', periodTo: 'Until', requirements: 'Requirements', state: 'State', createdAt: 'Entered', topic: 'Topic', grade: 'Grade', period: 'Period',
};

const english: typeof german = {
  organisations: {
    name: 'Organisation |||| Organisations',
    empty: 'No organisations yet',
    empty_hint: 'The quickest way is the list of schools of your Land: upload, check and take it over under “Imports”.',
    fields: {
      name: 'Name', roles: 'Roles', schoolKinds: 'Kind of school', schoolKind: 'Kind of school', officialKey: 'Register id', officialNumber: 'School number', land: 'Land', stage: 'Stage', email: 'E-mail', phone: 'Phone', fax: 'Fax', website: 'Website', tags: 'Tags', tag: 'Tag',
      notes: 'Notes', town: 'Town', postcode: 'Postcode', hasFlaggedCoordinates: 'Place doubtful', closed: 'Existing or closed', closedOn: 'Closed on', successorId: 'Successor (if known)', updatedAt: 'Changed', address: { street: 'Street and number', postcode: 'Postcode', town: 'Town', district: 'District' },
    },
  },
  sites: { name: 'Site |||| Sites', fields: { name: 'Label (if there are several sites)', street: 'Street and number', postcode: 'Postcode', town: 'Town', district: 'District', municipalityKey: 'Official municipality key', lat: 'Latitude (e.g. 54.0887)', lon: 'Longitude (e.g. 12.1405)' } },
  contacts: { name: 'Contact |||| Contacts', fields: { name: 'Name', function: 'Function', email: 'E-mail', phone: 'Phone', roles: 'Roles in the network', leftOn: 'Left on', successorId: 'Who takes over?' } },
  equipments: { name: 'Equipment |||| Equipment', fields: { name: 'Label', description: 'Description', capacity: 'Persons at once', minimumAge: 'Minimum age', needsBriefing: 'With briefing', pupilsPerSupervisor: 'Persons per supervisor', siteId: 'Site' } },
  readiness: { name: 'Proof |||| Proofs', fields: { kind: 'Kind', seenOn: 'Seen on', validUntil: 'Valid until', note: 'Note' } },
  needs: { name: 'Need |||| Needs', empty: 'No needs yet', empty_hint: 'What do the schools look for? A need states format, topics, grades and period.', fields: { ...englishCooperation, size: 'How many persons?', accessibility: 'Provisions needed' } },
  offers: { name: 'Offer |||| Offers', empty: 'No offers yet', empty_hint: 'What do companies and research centres offer? One button makes an activity of an offer.', fields: { ...englishCooperation, description: 'Description', capacity: 'Persons per occurrence', minimumAge: 'Minimum age', equipmentId: 'Equipment', accessibility: 'Accessibility' } },
  partnerships: { name: 'Partnership |||| Partnerships', fields: { schoolId: 'School', partnerId: 'Partner', state: 'State', since: 'Since', until: 'Until', reason: 'Reason' } },
  imports: { name: 'Import |||| Imports', empty: 'No imports yet', empty_hint: 'List of schools, list of partners or postcodes from CSV or Excel: you see what will happen before you commit, and can undo it all.', fields: { fileName: 'File', kind: 'Kind', state: 'State', rowCount: 'Rows', createdAt: 'Uploaded', createdByName: 'By' } },
  duplicates: { name: 'Duplicate |||| Duplicates' },
};

/** Names of this area's records and their fields: `resources.X.name`, `resources.X.fields.y`. */
export const partnerResourceTexts = { de: german, en: english };
