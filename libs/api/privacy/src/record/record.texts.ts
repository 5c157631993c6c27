import type { Locale } from '@mintforge/domain/kernel';

/** Headings and labels of the record of processing; `field` in the order of its rows. */
interface RecordWords {
  title: string;
  fileName: string;
  asOf: (day: string) => string;
  page: (page: number, pages: number) => string;
  purpose: string;
  controller: string;
  controllerField: Record<'name' | 'address' | 'contact' | 'officer' | 'authority', string>;
  noController: string;
  field: Record<'basis' | 'source' | 'subjects' | 'data' | 'recipients' | 'transfers' | 'retention' | 'rests', string>;
  classes: string;
  measures: string;
  none: string;
  noTransfers: string;
  unlimited: string;
  asRegion: string;
  proposed: string;
}

export const recordWords: Record<Locale, RecordWords> = {
  de: {
    title: 'Verzeichnis von Verarbeitungstätigkeiten', fileName: 'verarbeitungsverzeichnis', asOf: (day) => `Art. 30 DSGVO · Stand ${day}`, page: (page, pages) => `Seite ${page} von ${pages}`, purpose: 'Zweck', controller: 'Verantwortlich',
    controllerField: { name: 'Name', address: 'Anschrift', contact: 'Kontakt', officer: 'Datenschutzbeauftragte:r', authority: 'Aufsichtsbehörde' }, noController: 'Noch nicht eingetragen',
    field: { basis: 'Rechtsgrundlage', source: 'Quelle', subjects: 'Betroffene', data: 'Datenkategorien (Schutzklasse)', recipients: 'Empfänger', transfers: 'Drittländer', retention: 'Löschfristen', rests: 'Ablage' },
    classes: 'Schutzklassen', measures: 'Technische und organisatorische Maßnahmen', none: 'keine', noTransfers: 'keine Übermittlung durch die Plattform', unlimited: 'ohne Frist', asRegion: 'so lange wie die Region', proposed: 'Vorschlag, von der Region noch nicht übernommen',
  },
  en: {
    title: 'Record of processing activities', fileName: 'record-of-processing', asOf: (day) => `Art. 30 GDPR · as of ${day}`, page: (page, pages) => `Page ${page} of ${pages}`, purpose: 'Purpose', controller: 'Controller',
    controllerField: { name: 'Name', address: 'Address', contact: 'Contact', officer: 'Data protection officer', authority: 'Supervisory authority' }, noController: 'Not entered yet',
    field: { basis: 'Legal basis', source: 'Source', subjects: 'Data subjects', data: 'Categories of data (class)', recipients: 'Recipients', transfers: 'Third countries', retention: 'Retention', rests: 'At rest' },
    classes: 'Data classes', measures: 'Technical and organisational measures', none: 'none', noTransfers: 'no transfers by the platform', unlimited: 'without limit', asRegion: 'as long as the region', proposed: 'proposal, not adopted by the region yet',
  },
};
