import type { Wording } from './texts';
import type { PurposeCode } from './vocabularies';

type Words = Record<'de' | 'plain' | 'en', string>;

/** What every notice says besides its purpose: freedom, withdrawal, rights, duration (Art. 7, 13 GDPR). */
const common: Words = {
  de: `Die Einwilligung ist freiwillig. Wer nicht einwilligt, hat keine Nachteile in der Schule; das Pflichtpraktikum bleibt davon unberührt. Sie können die Einwilligung jederzeit ohne Angabe von Gründen widerrufen, so einfach, wie Sie sie geben; was bis dahin geschehen ist, bleibt rechtmäßig.

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Datenübertragbarkeit und können sich bei der Aufsichtsbehörde für den Datenschutz beschweren. Verantwortlich ist die Koordinierungsstelle der Region; dort erreichen Sie auch die oder den Datenschutzbeauftragten.`,
  plain: `Sie müssen nicht Ja sagen. Ein Nein hat keine Nachteile in der Schule. Sie können ein Ja jederzeit zurücknehmen. Sie müssen nicht sagen, warum.

Sie dürfen fragen, was wir gespeichert haben. Sie dürfen verlangen, dass wir Falsches ändern oder alles löschen. Sie können sich bei der Aufsicht für den Datenschutz beschweren.`,
  en: `Consent is voluntary. Saying no has no disadvantage at school; a compulsory placement is not affected. You can withdraw your consent at any time without giving reasons, as easily as you give it; what happened until then remains lawful.

You have the right of access, rectification, erasure, restriction and portability, and may complain to the data protection authority. The controller is the coordination office of the region, where you also reach its data protection officer.`,
};

const specific: Partial<Record<PurposeCode, { title: Words; body: Words }>> = {
  MATCHING: {
    title: { de: 'Vermittlung in MINT-Angebote', plain: 'Wir suchen passende Plätze', en: 'Matching with STEM activities' },
    body: {
      de: 'Wir verwenden Name, Klassenstufe, Geburtsdatum, Interessen und Wünsche, um Plätze in Werkstätten, Praxistagen und Mentoring zu vergeben. Nur die Koordinierungsstelle sieht diese Angaben. Sie gelten bis drei Monate nach Ende des Schuljahres. Ein Mensch prüft jede Zuteilung.',
      plain: 'Wir möchten einen passenden Platz finden: in einer Werkstatt, in einer Firma oder bei einer Mentorin. Dafür brauchen wir Name, Klasse, Geburtsdatum, Interessen und Wünsche. Nur unser Büro sieht das. Drei Monate nach dem Schuljahr ist Schluss.',
      en: 'We use name, grade, date of birth, interests and wishes to give places in workshops, practice days and mentoring. Only the coordination office sees them. They are used until three months after the school year. A person checks every placement.',
    },
  },
  SHARE_WITH_COMPANY: {
    title: { de: 'Weitergabe an den Betrieb', plain: 'Der Betrieb erfährt Ihren Namen', en: 'Sharing with the host' },
    body: {
      de: 'Bei freiwilligen Angeboten nennen wir dem Betrieb, der einen Platz gibt, Name, Klassenstufe und Interessen. Ohne Einwilligung erfährt der Betrieb nur, dass jemand kommt. Der Betrieb sieht die Angaben bis sieben Tage nach dem Termin.',
      plain: 'Der Betrieb möchte wissen, wer kommt. Wir nennen Name, Klasse und Interessen. Ohne Ihr Ja erfährt der Betrieb nur: Es kommt jemand. Sieben Tage nach dem Termin sieht der Betrieb nichts mehr.',
      en: 'For voluntary activities we tell the host who gives a place the name, grade and interests. Without consent the host learns only that somebody comes. The host sees them until seven days after the day.',
    },
  },
  NEEDS_PROCESS: {
    title: { de: 'Unterstützungsbedarf', plain: 'Was Sie brauchen, damit es klappt', en: 'Support needs' },
    body: {
      de: 'Wir speichern, welche Vorkehrungen jemand braucht, zum Beispiel eine Rampe oder Essen ohne Nüsse. Wir fragen nie nach dem Grund. Die Angaben liegen verschlüsselt bei der Koordinierungsstelle und werden bei einem Widerruf sofort unlesbar. Diese Einwilligung ist ausdrücklich, denn es können Gesundheitsdaten sein.',
      plain: 'Brauchen Sie eine Rampe? Essen ohne Nüsse? Das speichern wir, wenn Sie Ja sagen. Wir fragen nicht, warum. Es ist verschlüsselt. Wenn Sie das Ja zurücknehmen, kann es niemand mehr lesen.',
      en: 'We store which provisions somebody needs, such as a ramp or food without nuts. We never ask why. They are kept encrypted at the coordination office and become unreadable at once when you withdraw. This consent is explicit, as these may be data concerning health.',
    },
  },
  NEEDS_SHARE_COMPANY: {
    title: { de: 'Unterstützungsbedarf dem Betrieb nennen', plain: 'Der Betrieb erfährt, was Sie brauchen', en: 'Telling the host about support needs' },
    body: {
      de: 'Wir nennen dem Betrieb einzelne Vorkehrungen, die am Tag nötig sind, damit er sich vorbereiten kann, ohne Grund und ohne Diagnose. Bei einem Widerruf sieht der Betrieb sie sofort nicht mehr. Diese Einwilligung ist ausdrücklich.',
      plain: 'Der Betrieb kann sich vorbereiten, wenn er weiß, was Sie brauchen. Wir sagen nur, was nötig ist, nie warum. Nehmen Sie das Ja zurück, sieht der Betrieb es sofort nicht mehr.',
      en: 'We tell the host single provisions needed on the day, so that it can prepare, without reason or diagnosis. When you withdraw, the host no longer sees them at once. This consent is explicit.',
    },
  },
  PHOTO_INTERNAL: {
    title: { de: 'Fotos für die Dokumentation', plain: 'Fotos, die nur wir und die Schule sehen', en: 'Photographs for documentation' },
    body: {
      de: 'Wir machen bei Terminen Fotos für die Dokumentation der Region und der Schule. Sie werden nicht veröffentlicht und nach zwei Jahren gelöscht. Bei gemeinsamer Sorge unterschreiben alle Sorgeberechtigten, ab 14 Jahren auch die Schülerin oder der Schüler.',
      plain: 'Wir machen Fotos. Nur wir und die Schule sehen sie. Nach zwei Jahren löschen wir sie. Alle Eltern mit Sorgerecht unterschreiben. Ab 14 Jahren auch Sie selbst.',
      en: 'We take photographs to document activities for the region and the school. They are not published and are deleted after two years. All custodians sign, and from the age of 14 the pupil too.',
    },
  },
  PHOTO_PUBLICATION: {
    title: { de: 'Veröffentlichung von Fotos', plain: 'Fotos, die alle sehen können', en: 'Publishing photographs' },
    body: {
      de: 'Wir veröffentlichen Fotos von Terminen auf der Website und in Berichten der Region, ohne Namen, längstens zwei Jahre. Was im Internet stand, kann kopiert worden sein; bei einem Widerruf nehmen wir die Bilder von unseren Seiten. Bei gemeinsamer Sorge unterschreiben alle Sorgeberechtigten, ab 14 Jahren auch die Schülerin oder der Schüler.',
      plain: 'Wir zeigen Fotos im Internet und in Heften. Ihr Name steht nicht dabei. Andere können Bilder aus dem Internet kopieren. Nehmen Sie das Ja zurück, löschen wir die Bilder bei uns. Alle Eltern mit Sorgerecht unterschreiben. Ab 14 Jahren auch Sie selbst.',
      en: 'We publish photographs of activities on the website and in reports of the region, without names, for two years at most. What was on the internet may have been copied; when you withdraw we take the pictures off our pages. All custodians sign, and from the age of 14 the pupil too.',
    },
  },
  EVALUATION_FOLLOWUP: {
    title: { de: 'Befragung nach sechs Monaten', plain: 'Wir fragen später noch einmal nach', en: 'A survey after six months' },
    body: {
      de: 'Wir laden etwa sechs Monate nach der Teilnahme zu einer kurzen Befragung ein. Dafür bewahren wir die Kontaktmöglichkeit ein Jahr lang auf. Die Antworten werden ohne Namen ausgewertet.',
      plain: 'Nach einem halben Jahr möchten wir fragen, wie es war. Dafür heben wir auf, wie wir Sie erreichen. In der Auswertung steht kein Name.',
      en: 'About six months after taking part we invite to a short survey. For that we keep how to reach you for a year. Answers are evaluated without names.',
    },
  },
};

/** Wordings to begin with: German, plain German and English for each standard purpose that is asked; a region proposes them as its own and changes them. */
export function standardWordings(code: PurposeCode): Wording[] {
  const words = specific[code];
  if (!words) return [];
  return (['de', 'plain', 'en'] as const).map((key) => ({ language: key === 'en' ? 'en' : 'de', plain: key === 'plain', title: words.title[key], body: `${words.body[key]}\n\n${common[key]}` }));
}
