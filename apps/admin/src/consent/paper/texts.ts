/** Words of consent on paper and by telephone; they stand at `app.consent.paper`. */
export const germanPaper = {
  menu: { open: 'Papier und Telefon', print: 'Zettel drucken', intake: 'Klassensatz eingeben', slips: 'Abholzettel drucken', call: 'Telefonnotiz' },
  print: {
    title: 'Zettel drucken', act: 'Drucken', hint: 'Eine Seite oder mehr je Schüler:in, nach Namen. Gedruckt wird für alle, deren Antwort fehlt; sie gelten damit als gefragt. Auf jedem Zettel steht eine zufällige Nummer.',
    language: 'Sprache', purposes: 'Wofür', whom: 'Für wen', everybody: 'Die ganze Gruppe', both_sides: 'Für beidseitigen Druck: jeder Zettel beginnt auf einem neuen Blatt', done: 'Die Zettel sind gedruckt.',
  },
  slips: {
    title: 'Abholzettel drucken', act: 'Links erzeugen und drucken',
    hint: 'Für Familien ohne E-Mail: je Unterschrift ein Zettel mit Adresse und Code zum Ausschneiden. Mit dem Drucken entstehen die Links, und nur dieses eine Mal stehen sie auf Papier. Wer noch einmal druckt, macht die früheren Zettel ungültig.',
  },
  call: {
    title: 'Telefonnotiz', act: 'Notiz speichern', saved: 'Die Antwort ist eingetragen und gilt ab sofort.', hint: 'Rufen Sie selbst zurück, unter einer Nummer, die Sie nicht aus dem Anruf haben, und lesen Sie den Text vor.',
    pupil: 'Schüler:in', purpose: 'Zweck', signer: 'Antwort von', name: 'Wer war am Telefon', when: 'Wann', number: 'Woher die Nummer kommt', read: 'Vorgelesener Text', answer: 'Antwort', no_text: 'In dieser Sprache gibt es keinen Text; ein Ja lässt sich so nicht vermerken.',
    from: { SCHOOL: 'Von der Schule', OUR_RECORD: 'Aus unseren Daten', EARLIER_FORM: 'Von einem früheren Zettel' },
  },
  set: {
    title: 'Zettel eingeben', number: 'Nummer vom Zettel', number_hint: 'Mit dem Handscanner lesen oder tippen, dann Eingabetaste. Im Zettel: J = Ja, N = Nein, O = offen; die Eingabetaste führt weiter.', open: 'Zettel aufschlagen',
    scans: 'Scans hochladen', scans_hint: 'Oder hierher ziehen: ein PDF vom ganzen Stapel oder einzelne Bilder, in jeder Reihenfolge. Jede Seite findet ihren Zettel am Code.', reading: 'Die Seiten werden gelesen; je Seite dauert es etwa eine halbe Sekunde.', no_scan: 'kein Scan', attached: 'Scan mit %{smart_count} Seite liegt bei |||| Scan mit %{smart_count} Seiten liegt bei', scan_off: 'Scan abnehmen', scan_of: 'Scan: %{name}', of_file: '%{file}: %{message}',
    empty: 'Noch kein Zettel', empty_hint: 'Lesen Sie den ersten Zettel ein. Gespeichert wird am Ende der ganze Stapel, oder nichts.', out: '%{returned} von %{printed} Zetteln dieser Gruppe sind zurück.',
    yes: 'Ja', no: 'Nein', left_open: 'offen', withdrawn: 'Widerruf', signed: 'Unterschriften', day: 'Datum der Unterschrift', next: 'Nächster Zettel', remove: 'Vom Stapel nehmen', row: 'Zettel %{row}',
    save: '%{smart_count} Zettel speichern |||| %{smart_count} Zettel speichern', unknown: 'Diese Nummer gibt es hier nicht. Bitte prüfen Sie sie.', twice: 'Dieser Zettel liegt schon auf dem Stapel.', returned: 'Dieser Zettel wurde schon eingegeben.',
    doubt: { nothing_ticked: 'nichts angekreuzt', nobody_signed: 'ohne Unterschrift', signature_missing: 'Unterschrift fehlt' },
    wrong: {
      ticks: 'Die Kreuze passen nicht zum Zettel.', signatures: 'Die Unterschriften passen nicht: Wer schon unterschrieben hat oder hier nicht entscheidet, zählt nicht.', signedOn: 'Das Datum fehlt, liegt vor dem Druck oder in der Zukunft.', scanId: 'Der Scan gehört schon zu einem anderen Zettel.', number: 'Dieser Zettel kommt zweimal vor.',
    },
  },
  pile: {
    title: 'Was aus dem Stapel wurde', found: '%{smart_count} Zettel auf %{pages} gefunden. |||| %{smart_count} Zettel auf %{pages} gefunden.', pages: '%{smart_count} Seite |||| %{smart_count} Seiten', page: 'Seite %{page}', page_of: '%{file}, Seite %{page}', all: 'Alle Seiten zeigen', blank: 'leer', nobody: 'ohne Zettel', turn: 'Auf den Kopf drehen', zoom: 'Vergrößern',
    loose: 'Auf dieser Seite ist kein Code zu lesen. Zu wem gehört sie? |||| Auf diesen Seiten ist kein Code zu lesen. Zu wem gehören sie?', belongs: 'Gehört zu', lay: 'Zum Zettel legen', lacks: '%{name}: Es fehlt noch %{smart_count} Seite. |||| %{name}: Es fehlen noch %{smart_count} Seiten.',
    fate: {
      BY_ORDER: '%{page} hat keinen lesbaren Code. Sie liegt hinter einer Seite von %{name} und kam zu diesem Zettel; bitte prüfen.', UNKNOWN: '%{page} trägt den Code eines Zettels, den es hier nicht gibt. Sie wird nicht aufbewahrt.', RETURNED: '%{page}: Der Zettel von %{name} wurde schon eingegeben. Die Seite wird nicht aufbewahrt.',
      ERASED: '%{page}: Die Angaben zu dieser Person sind gelöscht. Die Seite wird nicht aufbewahrt; bitte vernichten Sie den Zettel.',
    },
  },
  outcome: {
    title: 'Gespeichert', complete: '%{smart_count} Zettel ist vollständig. |||| %{smart_count} Zettel sind vollständig.', incomplete: '%{name}: %{purpose}, es fehlt %{who}', superseded: '%{name}: %{purpose}, der Text wurde seit dem Druck geändert; bitte neu fragen', disputed: '%{name}: %{purpose}, die Sorgeberechtigten sind uneins',
    to_check: '%{smart_count} Zettel wartet auf eine zweite Person. |||| %{smart_count} Zettel warten auf eine zweite Person.', more: 'Nächster Stapel',
  },
  check: {
    title: 'Zweitprüfung', hint: 'Jeder Zettel zu Fotos und etwa jeder zehnte andere wird von einer zweiten Person mit dem Papier verglichen. Bis dahin gilt, was eingegeben wurde.', empty: 'Nichts zu prüfen', empty_hint: 'Sobald ein Zettel gezogen wird, steht er hier und in den Aufgaben.',
    entered: 'Eingegeben', show_original: 'Original öffnen', no_scan: 'Es gibt keinen Scan. Bitte vergleichen Sie mit dem Papier.', scan_of: 'Scan von Zettel %{number}', own: 'Diesen Zettel haben Sie selbst eingegeben. Prüfen muss eine zweite Person.', confirm: 'Stimmt überein', object: 'Widersprechen', why: 'Was nicht stimmt', confirmed: 'Bestätigt.',
    objected: 'Die Eingabe ist ungültig. Eine Aufgabe bittet, den Zettel neu einzugeben.', object_hint: 'Die Antworten dieses Zettels werden ungültig, auch was zu diesen Zwecken vorher eingegangen ist.',
    objection: { TICKS_DIFFER: 'Die Kreuze', SIGNATURE_DIFFERS: 'Die Unterschriften', DAY_DIFFERS: 'Das Datum', WRONG_FORM: 'Es ist ein anderer Zettel', UNREADABLE: 'Es ist nicht zu lesen' },
  },
};

export const englishPaper: typeof germanPaper = {
  menu: { open: 'Paper and telephone', print: 'Print forms', intake: 'Enter a class set', slips: 'Print claim slips', call: 'Note of a call' },
  print: {
    title: 'Print forms', act: 'Print', hint: 'A page or more for each pupil, by name. Printed for everybody whose answer is missing; they count as asked with it. Each form bears a random number.',
    language: 'Language', purposes: 'For what', whom: 'For whom', everybody: 'The whole group', both_sides: 'To print on both sides: each form begins a new sheet', done: 'The forms are printed.',
  },
  slips: {
    title: 'Print claim slips', act: 'Make links and print',
    hint: 'For families without e-mail: a slip to cut out for each signature, with address and code. Printing makes the links, and only this once they stand on paper. Printing again ends the earlier slips.',
  },
  call: {
    title: 'Note of a call', act: 'Save note', saved: 'The answer is recorded and takes effect now.', hint: 'Call back yourself, with a number that you do not have from the call, and read the text out.',
    pupil: 'Pupil', purpose: 'Purpose', signer: 'Answer of', name: 'Who was on the telephone', when: 'When', number: 'Where the number comes from', read: 'Text read out', answer: 'Answer', no_text: 'There is no text in this language; a yes cannot be noted like this.',
    from: { SCHOOL: 'From the school', OUR_RECORD: 'From our data', EARLIER_FORM: 'From an earlier form' },
  },
  set: {
    title: 'Enter forms', number: 'Number on the form', number_hint: 'Read it with the hand scanner or type it, then Enter. In the form: J or Y = yes, N = no, O = open; Enter leads on.', open: 'Open form',
    scans: 'Upload scans', scans_hint: 'Or drop them here: one PDF of the whole pile or single pictures, in any order. Every page finds its form by the code.', reading: 'The pages are being read; each takes about half a second.', no_scan: 'no scan', attached: 'Scan of %{smart_count} page is attached |||| Scan of %{smart_count} pages is attached', scan_off: 'Take the scan off', scan_of: 'Scan: %{name}', of_file: '%{file}: %{message}',
    empty: 'No form yet', empty_hint: 'Read the first form. The whole pile is saved at the end, or nothing.', out: '%{returned} of %{printed} forms of this group are back.',
    yes: 'Yes', no: 'No', left_open: 'open', withdrawn: 'withdrawn', signed: 'Signatures', day: 'Date of the signature', next: 'Next form', remove: 'Take off the pile', row: 'Form %{row}',
    save: 'Save %{smart_count} form |||| Save %{smart_count} forms', unknown: 'There is no such number here. Please check it.', twice: 'This form is on the pile already.', returned: 'This form was entered already.',
    doubt: { nothing_ticked: 'nothing ticked', nobody_signed: 'not signed', signature_missing: 'signature missing' },
    wrong: {
      ticks: 'The ticks do not fit the form.', signatures: 'The signatures do not fit: who signed already or does not decide here does not count.', signedOn: 'The date is missing, before the print or in the future.', scanId: 'The scan belongs to another form already.', number: 'This form occurs twice.',
    },
  },
  pile: {
    title: 'What became of the pile', found: '%{smart_count} form found on %{pages}. |||| %{smart_count} forms found on %{pages}.', pages: '%{smart_count} page |||| %{smart_count} pages', page: 'Page %{page}', page_of: '%{file}, page %{page}', all: 'Show all pages', blank: 'blank', nobody: 'no form', turn: 'Turn upside down', zoom: 'Enlarge',
    loose: 'No code can be read on this page. Whose is it? |||| No code can be read on these pages. Whose are they?', belongs: 'Belongs to', lay: 'Lay to the form', lacks: '%{name}: %{smart_count} page is still missing. |||| %{name}: %{smart_count} pages are still missing.',
    fate: {
      BY_ORDER: '%{page} has no readable code. It lies behind a page of %{name} and came to that form; please check.', UNKNOWN: '%{page} bears the code of a form that does not exist here. It is not kept.', RETURNED: '%{page}: the form of %{name} was entered already. The page is not kept.',
      ERASED: '%{page}: the data of this person were erased. The page is not kept; please destroy the form.',
    },
  },
  outcome: {
    title: 'Saved', complete: '%{smart_count} form is complete. |||| %{smart_count} forms are complete.', incomplete: '%{name}: %{purpose}, missing %{who}', superseded: '%{name}: %{purpose}, the text changed since the print; please ask anew', disputed: '%{name}: %{purpose}, the guardians disagree',
    to_check: '%{smart_count} form waits for a second person. |||| %{smart_count} forms wait for a second person.', more: 'Next pile',
  },
  check: {
    title: 'Second check', hint: 'Every form about photographs and about one in ten of the others is compared with the paper by a second person. Until then what was entered counts.', empty: 'Nothing to check', empty_hint: 'As soon as a form is drawn it stands here and in the tasks.',
    entered: 'Entered', show_original: 'Open the original', no_scan: 'There is no scan. Please compare with the paper.', scan_of: 'Scan of form %{number}', own: 'You entered this form yourself. A second person must check it.', confirm: 'It agrees', object: 'Object', why: 'What is wrong', confirmed: 'Confirmed.',
    objected: 'The entry is void. A task asks to enter the form anew.', object_hint: 'The answers of this form become void, also what came in on these purposes before.',
    objection: { TICKS_DIFFER: 'The ticks', SIGNATURE_DIFFERS: 'The signatures', DAY_DIFFERS: 'The date', WRONG_FORM: 'It is another form', UNREADABLE: 'It cannot be read' },
  },
};
