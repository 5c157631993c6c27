const german = {
  title: 'Strittige Einwilligungen', none: 'Kein Streit', none_hint: 'Wenn eine sorgeberechtigte Person zustimmt und die andere nicht, steht es hier. Bis es geklärt ist, gilt die Einwilligung als nicht gegeben.',
  hint: 'Solange zwei Sorgeberechtigte sich nicht einig sind, gilt: nicht eingewilligt. Rufen Sie beide an. Tragen Sie ein, wenn eine Person ihre Antwort ändert, oder welches Sorgerecht die Familie erklärt. Entscheiden dürfen Sie nicht für sie.',
  answer: 'Neue Antwort eintragen', contacts: 'Kontakte', custody: { JOINT: 'gemeinsame Sorge', SOLE: 'alleinige Sorge', AUTHORISED: 'mit Vollmacht' },
};
const english: typeof german = {
  title: 'Disputed consents', none: 'No dispute', none_hint: 'When one guardian agrees and the other does not, it stands here. Until it is settled, consent counts as not given.',
  hint: 'While two guardians disagree: not consented. Call both. Record when one of them changes the answer, or which custody the family declares. You may not decide for them.',
  answer: 'Record a new answer', contacts: 'Contacts', custody: { JOINT: 'joint custody', SOLE: 'sole custody', AUTHORISED: 'by authority' },
};

/** Stands at `app.disputes` in the console's texts. */
export const disputeTexts = { de: german, en: english };
