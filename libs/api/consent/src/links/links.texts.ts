import type { ImpactKind, Signer } from '@mintforge/domain/consent';

/** Words of the pages behind a link; the texts of purposes come from the database, in further languages too. */
export interface PageTexts {
  lang: string;
  title: string;
  hello: string;
  factor: string;
  factorHelp: string;
  open: string;
  wrong: string;
  wait: (minutes: number) => string;
  intro: string;
  manageIntro: string;
  as: Record<Signer, string>;
  yes: string;
  no: string;
  withdraw: string;
  given: string;
  notGiven: string;
  endsIntro: string;
  endsNothing: string;
  ends: Record<ImpactKind, string>;
  name: string;
  send: string;
  incomplete: string;
  changed: string;
  done: string;
  keep: string;
  languages: string;
  rights: string;
  rightsHint: string;
}

export const pageTexts: Record<'de' | 'plain' | 'en', PageTexts> = {
  de: {
    lang: 'de', title: 'Einwilligung', hello: 'Diesen Link haben Sie von der Schule oder von der MINT-Koordinierungsstelle der Region. Die folgende Angabe zeigt, dass er bei der richtigen Person angekommen ist.', factor: 'Geburtsdatum der Schülerin oder des Schülers, oder der Code aus dem Brief', factorHelp: 'zum Beispiel 24.12.2012 oder K7M-4XPC', open: 'Weiter',
    wrong: 'Dieser Link oder die Angabe stimmt nicht, oder der Link ist abgelaufen oder schon benutzt. Bitte prüfen Sie beides; die Schule oder die Koordinierungsstelle schickt Ihnen gern einen neuen.',
    wait: (minutes) => `Zu viele Versuche. Bitte warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}.`,
    intro: 'Bitte entscheiden Sie für jeden Zweck einzeln. Nichts ist vorausgewählt; was Sie offen lassen, gilt als nicht eingewilligt.', manageIntro: 'Hier können Sie Ihre Entscheidungen ändern. Was Sie offen lassen, bleibt, wie es ist.',
    as: { PUPIL: 'Sie entscheiden als Schülerin oder Schüler.', GUARDIAN_1: 'Sie entscheiden als sorgeberechtigte Person.', GUARDIAN_2: 'Sie entscheiden als sorgeberechtigte Person.' },
    yes: 'Ja, ich willige ein', no: 'Nein, ich willige nicht ein', withdraw: 'Ich widerrufe meine Einwilligung', given: 'Sie haben eingewilligt.', notGiven: 'Sie haben nicht eingewilligt.',
    endsIntro: 'Wenn Sie widerrufen, geschieht sofort:', endsNothing: 'Wenn Sie widerrufen, endet nichts, was schon läuft.',
    ends: { placement: 'Der angebotene Platz wird frei', placement_kept: 'Der bestätigte Platz bleibt; die Koordinierungsstelle meldet sich', host_view: 'Der Betrieb sieht keine Angaben zur Person mehr', host_need: 'Der Betrieb sieht keine Angaben zur Unterstützung mehr', needs: 'Die Angaben zur Unterstützung werden gelöscht', photo: 'Das Foto wird nicht mehr gezeigt', photo_internal: 'Das Foto wird nicht mehr gezeigt, auch intern nicht' },
    name: 'Ihr Vor- und Nachname', send: 'Entscheidung absenden', incomplete: 'Bitte wählen Sie bei mindestens einem Zweck und tragen Sie Ihren Namen ein.', changed: 'Der Text hat sich gerade geändert. Bitte lesen Sie ihn noch einmal und entscheiden Sie dann; gespeichert ist noch nichts.',
    done: 'Danke. Ihre Entscheidung ist gespeichert und gilt ab sofort.', keep: 'Mit diesem Link können Sie sie jederzeit ändern oder widerrufen. Bitte bewahren Sie ihn auf:', languages: 'Sprache',
    rights: 'Ihre Rechte', rightsHint: 'Hier können Sie eine Kopie aller Daten verlangen, Falsches berichtigen, Daten löschen oder einschränken lassen oder widersprechen.',
  },
  plain: {
    lang: 'de', title: 'Dürfen wir das?', hello: 'Wir haben eine Frage an Sie. Zuerst müssen wir wissen: Sind Sie die richtige Person? Bitte schreiben Sie in das Feld:', factor: 'Geburtsdatum vom Kind. Oder der Code aus dem Brief.', factorHelp: 'zum Beispiel 24.12.2012 oder K7M-4XPC', open: 'Weiter',
    wrong: 'Das hat nicht geklappt. Vielleicht ist der Link alt oder schon benutzt. Vielleicht ist ein Tippfehler dabei. Fragen Sie in der Schule nach einem neuen Link.',
    wait: (minutes) => `Das war zu oft. Bitte warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}.`,
    intro: 'Bitte sagen Sie bei jeder Frage Ja oder Nein. Wenn Sie nichts wählen, heißt das: Nein.', manageIntro: 'Hier können Sie Ihre Antwort ändern. Wenn Sie nichts wählen, bleibt alles so.',
    as: { PUPIL: 'Sie antworten für sich selbst.', GUARDIAN_1: 'Sie antworten als Mutter, Vater oder Vormund.', GUARDIAN_2: 'Sie antworten als Mutter, Vater oder Vormund.' },
    yes: 'Ja', no: 'Nein', withdraw: 'Ich nehme mein Ja zurück', given: 'Sie haben Ja gesagt.', notGiven: 'Sie haben nicht Ja gesagt.',
    endsIntro: 'Wenn Sie Ihr Ja zurücknehmen, passiert sofort das:', endsNothing: 'Wenn Sie Ihr Ja zurücknehmen, hört nichts auf, was schon läuft.',
    ends: { placement: 'Der angebotene Platz ist weg', placement_kept: 'Der feste Platz bleibt. Wir melden uns bei Ihnen', host_view: 'Der Betrieb sieht den Namen nicht mehr', host_need: 'Der Betrieb sieht nicht mehr, welche Hilfe gebraucht wird', needs: 'Wir löschen, welche Hilfe gebraucht wird', photo: 'Das Foto ist nicht mehr zu sehen', photo_internal: 'Niemand sieht das Foto mehr' },
    name: 'Ihr Name', send: 'Absenden', incomplete: 'Bitte wählen Sie mindestens eine Antwort. Und schreiben Sie Ihren Namen.', changed: 'Der Text ist jetzt neu. Bitte lesen Sie ihn noch einmal. Noch ist nichts gespeichert.',
    done: 'Danke. Ihre Antwort gilt ab jetzt.', keep: 'Mit diesem Link können Sie Ihre Antwort ändern. Bitte heben Sie ihn auf:', languages: 'Sprache',
    rights: 'Ihre Rechte', rightsHint: 'Was wissen wir? Ist etwas falsch? Soll etwas weg? Das können Sie hier sagen.',
  },
  en: {
    lang: 'en', title: 'Consent', hello: 'You have this link from the school or from the STEM coordination office of the region. What you enter here shows that it reached the right person.', factor: 'The pupil’s date of birth, or the code of the letter', factorHelp: 'for example 24.12.2012 or K7M-4XPC', open: 'Continue',
    wrong: 'This link or your entry is not right, or the link has expired or was used already. Please check both; the school or the coordination office will gladly send a new one.',
    wait: (minutes) => `Too many attempts. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    intro: 'Please decide on each purpose. Nothing is selected beforehand; what you leave open counts as no consent.', manageIntro: 'Here you can change your decisions. What you leave open stays as it is.',
    as: { PUPIL: 'You decide as the pupil.', GUARDIAN_1: 'You decide as a custodian.', GUARDIAN_2: 'You decide as a custodian.' },
    yes: 'Yes, I consent', no: 'No, I do not consent', withdraw: 'I withdraw my consent', given: 'You have consented.', notGiven: 'You have not consented.',
    endsIntro: 'If you withdraw, this happens at once:', endsNothing: 'If you withdraw, nothing that is under way ends.',
    ends: { placement: 'The offered place is given up', placement_kept: 'The confirmed place stays; the coordination office will be in touch', host_view: 'The company no longer sees who it is', host_need: 'The company no longer sees what support is needed', needs: 'What is known about support is deleted', photo: 'The photo is no longer shown', photo_internal: 'The photo is no longer shown, not even inside' },
    name: 'Your full name', send: 'Send decision', incomplete: 'Please choose for at least one purpose and enter your name.', changed: 'The text has just changed. Please read it again and decide then; nothing is stored yet.',
    done: 'Thank you. Your decision is stored and takes effect now.', keep: 'With this link you can change or withdraw it at any time. Please keep it:', languages: 'Language',
    rights: 'Your rights', rightsHint: 'Here you can ask for a copy of all data, have mistakes corrected, have data erased or restricted, or object.',
  },
};
