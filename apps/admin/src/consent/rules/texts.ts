const german = {
  title: 'Wer unterschreibt', hint: 'Ab welchem Alter wer entscheidet, ist Sache der Region und steht hier mit seiner Quelle. Eine neue Fassung gilt ab einem Tag und nie rückwirkend. Was gegeben ist, bleibt gegeben, außer die Fassung ist als wesentlich gekennzeichnet: dann wird neu gefragt, wer ihr nicht genügt.',
  none: 'Noch keine Regel', none_hint: 'Übernehmen Sie zuerst die üblichen Zwecke; mit ihnen kommen die üblichen Regeln.', rule: 'Regel %{code}', change: 'Nächste Fassung', waiting: 'Wartet auf die Freigabe, gilt dann ab %{day}', released: 'Die Fassung gilt ab ihrem Tag.',
  valid_from: 'Gilt ab', in_force: 'gilt', who: 'Wer zustimmen muss', terms: 'Fristen und Papiere', from: 'ab %{age} Jahren', ages: '%{from} bis %{to} Jahre', takes_over: 'übernimmt selbst', grace: '%{days} Tage Zeit zum Erneuern', in_writing: 'nur mit Unterschrift', by_call: 'auch am Telefon', checked: '%{percent} % zweite Prüfung',
  signers: { NONE: 'niemand', NONE_PUPIL: 'Schüler:in allein', ONE: 'eine sorgeberechtigte Person', ONE_PUPIL: 'eine sorgeberechtigte Person und Schüler:in', ALL: 'alle Sorgeberechtigten', ALL_PUPIL: 'alle Sorgeberechtigten und Schüler:in' },
  effect: {
    none: 'Für die %{asked} Schüler:innen, die gerade gefragt sind, ändert sich nichts.', some: 'Von %{asked} Schüler:innen, die gerade gefragt sind, ändert sich:',
    change: '%{smart_count} Person: bisher %{before}, künftig %{after} |||| %{smart_count} Personen: bisher %{before}, künftig %{after}',
  },
  next: 'Nächste Fassung der Regel %{code}', dialog_hint: 'Die Altersstufen steigen von 0 an. Spätestens mit 18 entscheidet die Schülerin oder der Schüler allein.', from_age: 'Ab Alter', guardians: 'Sorgeberechtigte', count: { NONE: 'keine', ONE: 'eine Person', ALL: 'alle' }, pupil_signs: 'Schüler:in stimmt zu', add: 'Altersstufe hinzufügen',
  material: 'Wesentlich: Gegebene Einwilligungen, die der neuen Regel nicht genügen, neu erfragen', is_material: 'wesentlich, fragt neu',
  grace_days: 'Tage zum Erneuern', check_percent: 'Zweite Prüfung in Prozent', needs_writing: 'Ein Ja braucht eine Unterschrift', source_label: 'Quelle (Gesetz, Beschluss, Stellungnahme)', proposed: 'Die Fassung wartet auf die Freigabe durch eine zweite Person.', four_eyes: 'Eine zweite Person gibt die Fassung frei und sieht vorher, für wen sich etwas ändert.',
  fault: {
    source: 'Nennen Sie die Quelle.', past: 'Eine Fassung gilt frühestens ab heute.', grace: 'Zum Erneuern sind 31 bis 120 Tage möglich.', fromZero: 'Die erste Stufe beginnt mit 0 Jahren.', ascending: 'Die Stufen müssen aufsteigen, in ganzen Jahren bis 18.', nobody: 'In jeder Stufe muss jemand zustimmen.',
    takesOver: 'Selbst übernehmen kann nur, wer allein zustimmt.', notTakenOver: 'Wer von den Sorgeberechtigten übernimmt, ist als „übernimmt selbst“ zu kennzeichnen.', adult: 'In der letzten Stufe entscheidet die Schülerin oder der Schüler allein.',
  },
};
const english: typeof german = {
  title: 'Who signs', hint: 'From what age who decides is the region’s own matter and stands here with its source. A new version is in force from a day on, never backwards. What is given stays given, unless the version is marked as material: then whoever does not satisfy it is asked anew.',
  none: 'No rule yet', none_hint: 'Adopt the usual purposes first; the usual rules come with them.', rule: 'Rule %{code}', change: 'Next version', waiting: 'Waits for a release, then in force from %{day}', released: 'The version is in force from its day.',
  valid_from: 'In force from', in_force: 'in force', who: 'Whose yes it takes', terms: 'Terms and papers', from: 'from %{age} years', ages: '%{from} to %{to} years', takes_over: 'takes over', grace: '%{days} days to renew', in_writing: 'by signature only', by_call: 'by telephone too', checked: '%{percent} % checked twice',
  signers: { NONE: 'nobody', NONE_PUPIL: 'the pupil alone', ONE: 'one guardian', ONE_PUPIL: 'one guardian and the pupil', ALL: 'all guardians', ALL_PUPIL: 'all guardians and the pupil' },
  effect: {
    none: 'Nothing changes for the %{asked} pupils who are asked now.', some: 'Of %{asked} pupils who are asked now this changes:',
    change: '%{smart_count} person: until now %{before}, from then %{after} |||| %{smart_count} people: until now %{before}, from then %{after}',
  },
  next: 'Next version of rule %{code}', dialog_hint: 'Ages ascend from 0. At 18 at the latest the pupil decides alone.', from_age: 'From age', guardians: 'Guardians', count: { NONE: 'none', ONE: 'one', ALL: 'all' }, pupil_signs: 'the pupil agrees', add: 'Add an age',
  material: 'Material: ask anew for consents that do not satisfy the new rule', is_material: 'material, asks anew',
  grace_days: 'Days to renew', check_percent: 'Second check in per cent', needs_writing: 'A yes takes a signature', source_label: 'Source (law, resolution, opinion)', proposed: 'The version waits for a second person to release it.', four_eyes: 'A second person releases the version and sees before for whom it changes something.',
  fault: {
    source: 'Name the source.', past: 'A version is in force from today on at the earliest.', grace: '31 to 120 days are possible for renewing.', fromZero: 'The first age is 0.', ascending: 'Ages must ascend, in whole years up to 18.', nobody: 'Somebody must agree at every age.',
    takesOver: 'Only who agrees alone can take over.', notTakenOver: 'Who takes over from guardians is to be marked as taking over.', adult: 'At the last age the pupil decides alone.',
  },
};

/** Stands at `app.signer_rules` in the console's texts. */
export const signerRuleTexts = { de: german, en: english };
