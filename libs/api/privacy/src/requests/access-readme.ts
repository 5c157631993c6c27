import type { PageWords } from '@mintforge/consent';
import type { AccessDocument } from './access-export';

/** The words that lie beside the files, for who opens the archive. */
interface ReadmeTexts {
  name: string;
  lines: (made: string, files: number) => string[];
  heldBack: (others: number, large: number) => string;
  receipts: string;
  evidence: string;
  rights: (authority: string) => string;
}

const texts: Record<PageWords, ReadmeTexts> = {
  de: {
    name: 'LIESMICH.txt',
    lines: (made, files) => [
      `Auskunft über gespeicherte Daten, Stand ${made} (Art. 15 und 20 DSGVO)`, '',
      'auskunft.pdf: alles zum Lesen.', 'auskunft.json: dasselbe für andere Programme.', 'belege: die unterschriebenen Belege Ihrer Einwilligungen.',
      `dateien: ${files === 1 ? 'eine Datei' : `${files} Dateien`}, zum Beispiel eingescannte Formulare und Bilder. In auskunft.json steht unter „files“ zu jeder Datei die Art, der Prüfwert (SHA-256), seit wann sie da ist und warum.`,
    ],
    heldBack: (others, large) => `Nicht beigelegt, nur genannt: ${[others && `${others} ${others === 1 ? 'Datei zeigt' : 'Dateien zeigen'} auch andere Menschen`, large && `${large} ${large === 1 ? 'ist' : 'sind'} zu groß`].filter(Boolean).join('; ')}. Fragen Sie uns, wenn Sie sie sehen möchten.`,
    receipts: 'Ob ein Beleg unverändert ist, kann jeder mit dem öffentlichen Schlüssel der Region prüfen.',
    evidence: 'Listen, die wir für Fördergeber aufbewahren müssen, sind nicht nach Personen geordnet. Auf Wunsch sehen wir nach.',
    rights: (authority) => `Sie können Berichtigung, Löschung und Einschränkung verlangen, widersprechen und sich beschweren: ${authority}`,
  },
  plain: {
    name: 'LIESMICH.txt',
    lines: (made, files) => [
      `Das wissen wir über Sie. Stand: ${made}`, '',
      'auskunft.pdf: Hier können Sie alles lesen.', 'auskunft.json: Das ist für Computer-Programme.', 'belege: Das haben Sie uns erlaubt oder nicht erlaubt.',
      `dateien: Hier ${files === 1 ? 'ist 1 Datei' : `sind ${files} Dateien`}. Zum Beispiel Zettel mit Unterschrift oder Fotos.`,
    ],
    heldBack: (others, large) => `${others + large} ${others + large === 1 ? 'Datei fehlt' : 'Dateien fehlen'} hier. ${others > 0 ? 'Darauf sind auch andere Menschen. ' : ''}Sie können uns danach fragen.`,
    receipts: 'Jeder Beleg ist sicher unterschrieben. Niemand kann ihn heimlich ändern.',
    evidence: 'Es gibt auch Listen für die Stelle, die das Geld gibt. Sie können uns danach fragen.',
    rights: (authority) => `Ist etwas falsch? Dann ändern wir es. Sie können auch sagen: Löscht das. Oder: Ich will das nicht. Hier können Sie sich beschweren: ${authority}`,
  },
  en: {
    name: 'README.txt',
    lines: (made, files) => [
      `Access to stored data, as of ${made} (Art. 15 and 20 GDPR)`, '',
      'auskunft.pdf: everything, to read.', 'auskunft.json: the same for other programs.', 'belege: the signed receipts of your consents.',
      `dateien: ${files === 1 ? 'one file' : `${files} files`}, such as scanned forms and pictures. In auskunft.json, "files" says of each its kind, its check value (SHA-256), since when it is there and why.`,
    ],
    heldBack: (others, large) => `Named, but not enclosed: ${[others && `${others} ${others === 1 ? 'file shows' : 'files show'} other people as well`, large && `${large} ${large === 1 ? 'is' : 'are'} too large`].filter(Boolean).join('; ')}. Ask us if you want to see them.`,
    receipts: 'With the public key of the region anybody can check that a receipt was not changed.',
    evidence: 'Lists that we must keep for funders are not ordered by person. We look them up on request.',
    rights: (authority) => `You may ask for correction, erasure and restriction, object, and complain: ${authority}`,
  },
};

/** The short text that lies in the archive of a copy, in the words of a page behind a link: its name and content. Pure. */
export function accessReadme({ madeAt, files, controller }: AccessDocument, words: PageWords): { name: string; text: string } {
  const { name, lines, heldBack, receipts, evidence, rights } = texts[words];
  const count = (reason: string) => files.filter((file) => file.heldBack === reason).length;
  const [others, large] = [count('SHOWS_OTHERS'), count('TOO_LARGE')];
  const text = [...lines(madeAt.slice(0, 10), files.length - others - large), ...(others + large > 0 ? [heldBack(others, large)] : []), '', receipts, evidence, ...(controller ? ['', rights(controller.authority), '', controller.name, controller.address, controller.contact] : [])];
  return { name, text: `${text.join('\r\n')}\r\n` };
}
