/** Areas of audited acts, German; the key is what the API's action begins with. */
export const germanAreas = {
  auth: 'Anmeldung', credentials: 'Anmeldung', users: 'Benutzer:innen', regions: 'Regionen', organisations: 'Organisationen', contact: 'Ansprechpersonen', site: 'Standorte', equipment: 'Ausstattung',
  need: 'Bedarfe', offer: 'Angebote', partnership: 'Partnerschaften', duplicates: 'Dubletten', imports: 'Importe', activities: 'Aktivitäten', occurrences: 'Termine', calendar: 'Ferien', attendance: 'Anwesenheit',
  groups: 'Gruppen', pupils: 'Schüler:innen', classlists: 'Klassenlisten', rounds: 'Vergaberunden', runs: 'Matching-Läufe', placements: 'Zuteilungen', allocations: 'Bedarfe und Angebote', mentoring: 'Mentoring', interests: 'Vorgeschlagene Wünsche', files: 'Dateien', job: 'Aufträge', mail: 'Mails', event: 'System', cli: 'System', work: 'Protokoll',
};

/** What was done, German; the key is what follows the area in the API's action. */
export const germanActs = {
  signIn: 'Angemeldet', refresh: 'Sitzung verlängert', switch: 'Region oder Rolle gewechselt', signOut: 'Abgemeldet', end: 'Sitzung beendet',
  forgotPassword: 'Passwort-Link angefordert', resetPassword: 'Passwort über einen Link gesetzt', changePassword: 'Eigenes Passwort geändert', startSecondFactor: 'Zweiten Faktor begonnen', confirmSecondFactor: 'Zweiten Faktor eingerichtet',
  inviteUser: 'Jemanden eingeladen', updateUser: 'Konto geändert', grantRole: 'Rolle gegeben', revokeRole: 'Rolle entzogen', disableUser: 'Zugang gesperrt', enableUser: 'Zugang wieder zugelassen', resetSecondFactor: 'Zweiten Faktor zurückgesetzt', changeMyLocale: 'Eigene Sprache geändert',
  createRegion: 'Region angelegt', updateRegion: 'Region geändert',
  createOrganisation: 'Organisation angelegt', updateOrganisation: 'Organisation geändert', closeOrganisation: 'Organisation geschlossen', reopenOrganisation: 'Organisation wieder geöffnet', deleteOrganisation: 'Organisation gelöscht',
  logContact: 'Kontakt festgehalten', addOrganisationAlias: 'Weiteren Namen vermerkt', removeOrganisationAlias: 'Weiteren Namen entfernt',
  createContact: 'Ansprechperson angelegt', updateContact: 'Ansprechperson geändert', deleteContact: 'Ansprechperson gelöscht', handOverContact: 'Ansprechperson übergeben',
  createSite: 'Standort angelegt', updateSite: 'Standort geändert', deleteSite: 'Standort gelöscht', createEquipment: 'Ausstattung angelegt', updateEquipment: 'Ausstattung geändert', deleteEquipment: 'Ausstattung gelöscht',
  createNeed: 'Bedarf angelegt', updateNeed: 'Bedarf geändert', deleteNeed: 'Bedarf gelöscht', createOffer: 'Angebot angelegt', updateOffer: 'Angebot geändert', deleteOffer: 'Angebot gelöscht',
  createPartnership: 'Partnerschaft angelegt', updatePartnership: 'Partnerschaft geändert', deletePartnership: 'Partnerschaft gelöscht', endPartnership: 'Partnerschaft beendet',
  dismissDuplicate: 'Als verschieden vermerkt', mergeOrganisations: 'Organisationen zusammengeführt', undoMerge: 'Zusammenführung zurückgenommen',
  createImport: 'Import begonnen', setImportMapping: 'Spalten eines Imports zugeordnet', previewImport: 'Import geprüft', commitImport: 'Import übernommen', undoImport: 'Import zurückgenommen', discardImport: 'Import verworfen', errors: 'Fehlerliste geladen',
  createActivity: 'Aktivität angelegt', createActivityFromOffer: 'Aktivität aus Angebot angelegt', updateActivity: 'Aktivität geändert', publishActivity: 'Aktivität veröffentlicht', cancelActivity: 'Aktivität abgesagt', deleteActivity: 'Aktivität gelöscht',
  addOccurrences: 'Termine hinzugefügt', updateOccurrence: 'Termin geändert', cancelOccurrence: 'Termin abgesagt', deleteOccurrence: 'Termin gelöscht',
  createSchoolHoliday: 'Ferien eingetragen', updateSchoolHoliday: 'Ferien geändert', deleteSchoolHoliday: 'Ferien gelöscht', fillSchoolHolidays: 'Ferien ergänzt',
  attendanceList: 'Teilnahmeliste angesehen', attendanceCsv: 'Teilnahmeliste geladen (CSV)', attendanceXlsx: 'Teilnahmeliste geladen (Excel)', attendancePdf: 'Teilnahmeliste geladen (PDF)', markAttendance: 'Anwesenheit eingetragen',
  createGroup: 'Gruppe angelegt', updateGroup: 'Gruppe geändert', deleteGroup: 'Gruppe gelöscht',
  pupils: 'Namen in einer Liste angesehen', pupil: 'Namen einer Person angesehen', createPupil: 'Schüler:in angelegt', updatePupil: 'Schüler:in geändert', movePupil: 'Gruppe gewechselt', recordPupilLeaving: 'Abgang eingetragen', erasePupil: 'Persönliche Angaben endgültig gelöscht',
  previewClassList: 'Klassenliste geprüft', importClassList: 'Klassenliste eingelesen',
  createRound: 'Vergaberunde angelegt', updateRound: 'Vergaberunde geändert', deleteRound: 'Vergaberunde gelöscht', setRoundOccurrences: 'Termine einer Runde gewählt', addParticipants: 'Teilnehmende aufgenommen', removeParticipant: 'Teilnehmende entfernt',
  participants: 'Namen der Teilnehmenden angesehen', runResults: 'Namen in einem Ergebnis angesehen',
  assignClass: 'Vorrangklasse zugeordnet', setRoundClasses: 'Vorrangklassen gesetzt', setRoundReserves: 'Reserven gesetzt', makeRoundTasks: 'Aufgaben aus der Prüfung gemacht', measureTravelTimes: 'Fahrzeiten gemessen', settleRoundTask: 'Aufgabe erledigt oder wieder geöffnet', setWorkingTimeLimit: 'Arbeitszeitgrenze gesetzt', removeWorkingTimeLimit: 'Arbeitszeitgrenze zurückgenommen', createReadiness: 'Nachweis vermerkt', updateReadiness: 'Nachweis geändert', deleteReadiness: 'Nachweis gelöscht', setWishes: 'Wünsche eingetragen', setPin: 'Festgelegt oder ausgeschlossen', removePin: 'Festlegung entfernt', startRun: 'Matching-Lauf gestartet', publishRun: 'Matching-Lauf veröffentlicht',
  placements: 'Namen in Zuteilungen angesehen', placePupil: 'Von Hand zugeteilt', withdrawPlacement: 'Zuteilung zurückgezogen',
  setAllocationRules: 'Regeln einer Bedarfsrunde gesetzt', takeNeedsAndOffers: 'Bedarfe und Angebote aufgenommen', leaveOutNeedsAndOffers: 'Bedarfe und Angebote herausgenommen', markPair: 'Paar festgelegt oder gesperrt', unmarkPair: 'Festlegung eines Paars aufgehoben',
  proposeAllocations: 'Vorschlag angefordert', acceptAllocation: 'Vorschlag zugesagt', withdrawAllocation: 'Zusage zurückgezogen', publishAllocations: 'Bedarfsrunde veröffentlicht',
  proposeWishes: 'Wünsche aus Interessen vorgeschlagen', withdrawProposedWishes: 'Vorgeschlagene Wünsche zurückgenommen', wishProposals: 'Vorgeschlagene Wünsche angesehen',
  mentorCandidates: 'Namen für eine Reihenfolge angesehen', setUnranked: 'Regel für nicht Gereihte gesetzt', setMentorOrder: 'Reihenfolge einer Mentor:in gesetzt',
  auditChain: 'Kette des Protokolls geprüft', upload: 'Datei hochgeladen', start: 'Auftrag begonnen', imports_preview: 'Import geprüft', imports_commit: 'Import übernommen', matching_run: 'Matching-Lauf gerechnet', matching_travelTimes: 'Fahrzeiten gemessen', matching_allocate: 'Vorschlag gerechnet', deliver: 'Mail bearbeitet', react: 'Folgen eines Vorgangs', seed: 'Beispieldaten angelegt',
};

/** What changed, German; the key is the table. */
export const germanTables = {
  allocation: '%{smart_count} Vorschlag |||| %{smart_count} Vorschläge', allocation_mark: '%{smart_count} Festlegung eines Paars |||| %{smart_count} Festlegungen von Paaren', round_need: '%{smart_count} Bedarf einer Runde |||| %{smart_count} Bedarfe einer Runde', round_offer: '%{smart_count} Angebot einer Runde |||| %{smart_count} Angebote einer Runde', mentor_rank: '%{smart_count} Reihenfolge |||| %{smart_count} Reihenfolgen',
  activity: '%{smart_count} Aktivität |||| %{smart_count} Aktivitäten', app_user: '%{smart_count} Konto |||| %{smart_count} Konten', attendance: '%{smart_count} Anwesenheit |||| %{smart_count} Anwesenheiten', contact: '%{smart_count} Ansprechperson |||| %{smart_count} Ansprechpersonen',
  contact_event: '%{smart_count} Kontakteintrag |||| %{smart_count} Kontakteinträge', equipment: '%{smart_count} Ausstattung |||| %{smart_count} Ausstattungen', file: '%{smart_count} Datei |||| %{smart_count} Dateien', import: '%{smart_count} Import |||| %{smart_count} Importe',
  import_mapping: '%{smart_count} Spaltenzuordnung |||| %{smart_count} Spaltenzuordnungen', import_row: '%{smart_count} Importzeile |||| %{smart_count} Importzeilen', job: '%{smart_count} Auftrag |||| %{smart_count} Aufträge', link: '%{smart_count} Link |||| %{smart_count} Links',
  mail: '%{smart_count} Mail |||| %{smart_count} Mails', membership: '%{smart_count} Rolle |||| %{smart_count} Rollen', need: '%{smart_count} Bedarf |||| %{smart_count} Bedarfe', not_a_duplicate: '%{smart_count} Vermerk „verschieden“ |||| %{smart_count} Vermerke „verschieden“',
  occurrence: '%{smart_count} Termin |||| %{smart_count} Termine', offer: '%{smart_count} Angebot |||| %{smart_count} Angebote', organisation: '%{smart_count} Organisation |||| %{smart_count} Organisationen', organisation_alias: '%{smart_count} weiterer Name |||| %{smart_count} weitere Namen',
  organisation_merge: '%{smart_count} Zusammenführung |||| %{smart_count} Zusammenführungen', participant: '%{smart_count} Teilnahme an einer Runde |||| %{smart_count} Teilnahmen an einer Runde', partnership: '%{smart_count} Partnerschaft |||| %{smart_count} Partnerschaften',
  person_key: '%{smart_count} Personenschlüssel |||| %{smart_count} Personenschlüssel', pin: '%{smart_count} Festlegung |||| %{smart_count} Festlegungen', placement: '%{smart_count} Zuteilung |||| %{smart_count} Zuteilungen', postcode: '%{smart_count} Postleitzahl |||| %{smart_count} Postleitzahlen',
  pupil: '%{smart_count} Schüler:in |||| %{smart_count} Schüler:innen', pupil_group: '%{smart_count} Gruppe |||| %{smart_count} Gruppen', region: '%{smart_count} Region |||| %{smart_count} Regionen', round: '%{smart_count} Runde |||| %{smart_count} Runden',
  round_occurrence: '%{smart_count} Termin einer Runde |||| %{smart_count} Termine einer Runde', run: '%{smart_count} Lauf |||| %{smart_count} Läufe', school_holiday: '%{smart_count} Ferienzeit |||| %{smart_count} Ferienzeiten', session: '%{smart_count} Sitzung |||| %{smart_count} Sitzungen',
  site: '%{smart_count} Standort |||| %{smart_count} Standorte', wish: '%{smart_count} Wunsch |||| %{smart_count} Wünsche',
};
