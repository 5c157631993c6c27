const german = {
  title: 'Verlauf der Einwilligungen: %{name}', when: 'Entschieden', recorded: 'eingetragen %{at}, %{by}', nobody: 'selbst oder durch das System', purpose: 'Zweck', what: 'Was geschah', stands: 'Stand danach',
  none: 'Noch nichts geschehen', none_hint: 'Niemand wurde für diese Schülerin oder diesen Schüler gefragt.',
  reason: { WRONG_PUPIL: 'Für die falsche Person eingetragen', WRONG_ANSWER: 'Falsche Antwort eingetragen', NOT_ENTITLED: 'Wer antwortete, durfte nicht entscheiden', FORGED: 'Unterschrift nicht echt', TWICE: 'Doppelt eingetragen' },
  assurance: { BIRTH_DATE: 'Geburtsdatum genannt', SCHOOL_LETTER_CODE: 'Code aus dem Brief', PAPER_SEEN: 'Papier gesehen', CALL_BACK: 'zurückgerufen' },
  void: { open: 'Ungültig', act: 'Für ungültig erklären', why: 'Warum?', done: 'Für ungültig erklärt; was darauf beruhte, ist beendet.', hint: 'Alles, was zu diesem Zweck bisher eingetragen ist, zählt dann nicht mehr. Die Einträge bleiben sichtbar. Einen Widerruf tragen Sie als Antwort ein, nicht hier.' },
  custody: {
    open: 'Sorgerecht eintragen', who: 'Wer hat die Sorge?', hint: 'Tragen Sie ein, was die Familie erklärt hat. Begonnene Einwilligungen werden danach neu bewertet: was nicht mehr genügt, endet sofort.', done: 'Eingetragen. Die Einwilligungen sind neu bewertet.',
    JOINT: 'Gemeinsam: beide Sorgeberechtigten entscheiden', SOLE: 'Allein: nur eine Person ist sorgeberechtigt', AUTHORISED: 'Gemeinsam, eine Person handelt mit Vollmacht für beide',
  },
  receipt: { pdf: 'Beleg drucken', json: 'Beleg (Datei)', pdf_of: 'Beleg der Entscheidung vom %{at} drucken', json_of: 'Signierte Datei des Belegs vom %{at}' },
};
const english: typeof german = {
  title: 'History of consents: %{name}', when: 'Decided', recorded: 'recorded %{at}, %{by}', nobody: 'by themselves or the system', purpose: 'Purpose', what: 'What happened', stands: 'Stood then',
  none: 'Nothing has happened yet', none_hint: 'Nobody was asked for this pupil.',
  reason: { WRONG_PUPIL: 'Recorded for the wrong person', WRONG_ANSWER: 'Wrong answer recorded', NOT_ENTITLED: 'Who answered was not entitled', FORGED: 'Signature not genuine', TWICE: 'Recorded twice' },
  assurance: { BIRTH_DATE: 'birth date given', SCHOOL_LETTER_CODE: 'code of the letter', PAPER_SEEN: 'paper seen', CALL_BACK: 'called back' },
  void: { open: 'Void', act: 'Declare void', why: 'Why?', done: 'Declared void; what rested on it has ended.', hint: 'All that was recorded for this purpose so far counts no more. The entries stay visible. A withdrawal is recorded as an answer, not here.' },
  custody: {
    open: 'Record custody', who: 'Who has custody?', hint: 'Record what the family declared. Consents that began are judged anew: what no longer suffices ends at once.', done: 'Recorded. The consents are judged anew.',
    JOINT: 'Joint: both guardians decide', SOLE: 'Sole: only one person has custody', AUTHORISED: 'Joint, one person acts for both by authority',
  },
  receipt: { pdf: 'Print receipt', json: 'Receipt (file)', pdf_of: 'Print the receipt of the decision of %{at}', json_of: 'Signed file of the receipt of %{at}' },
};

/** Stands at `app.timeline` in the console's texts. */
export const timelineTexts = { de: german, en: english };
