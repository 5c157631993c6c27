import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list to import and what must come of it. */
export interface ListToImport {
  name: string;
  content: Buffer | string;
  rows: number;
  create: number;
}

interface Lists {
  title: string;
  schools: ListToImport;
  /** Schools the partners are attached to. */
  others: ListToImport;
  partners: ListToImport & { skip: number; refuse: number; organisations: number; partnerships: number };
  /** Part of the name of a school of `others`. */
  schoolOfTheClass: string;
}

const folder = join(process.cwd(), '..', 'shared', 'data');
const real = (path: string) => ({ name: path.split('/').at(-1) ?? '', content: readFileSync(join(folder, path)) });

const realLists = (): Lists => ({
  title: 'the public lists of Mecklenburg-Vorpommern and Saxony',
  schools: { ...real('schools/schulen_mv.csv'), rows: 490, create: 490 },
  others: { ...real('schools/schulen_sn.csv'), rows: 2087, create: 2087 },
  partners: { ...real('cooperations/partner_sn_wirtschaft.csv'), rows: 2385, create: 891, skip: 1372, refuse: 122, organisations: 609, partnerships: 914 },
  schoolOfTheClass: 'Thomasschule',
});

const header = 'name;id;official_id;school_type;street;PLZ;Ort';
const schoolRows = (land: string, count: number) =>
  Array.from({ length: count }, (_, index) => `Gymnasium Küstenstraße ${index + 1};${land}-${7000 + index};${7000 + index};Gymnasium;Küstenstraße ${index + 1};18055;Rostock`);

const syntheticLists = (): Lists => ({
  title: 'synthetic lists, as the public ones do not lie beside the repository',
  schools: { name: 'schulen.csv', content: [header, ...schoolRows('MV', 12)].join('\n'), rows: 12, create: 12 },
  others: { name: 'andere.csv', content: [header, ...schoolRows('SN', 9)].join('\n'), rows: 9, create: 9 },
  partners: {
    name: 'partner.csv',
    content: ['Schule;ID;partner_name', 'Gymnasium;SN-7000;Werft Süd GmbH#Hafen AG', 'Gymnasium;SN-7000;Werft Süd GmbH#Hafen AG', 'Gymnasium;SN-7001;Werft Süd', 'Gymnasium;SN-7002;-'].join('\n'),
    rows: 4, create: 2, skip: 1, refuse: 1, organisations: 2, partnerships: 3,
  },
  schoolOfTheClass: 'Küstenstraße 3',
});

/** The lists of the first day of an office: the public ones where they lie beside the repository, else invented ones. */
export const listsOfTheOffice = (): Lists => (existsSync(folder) ? realLists() : syntheticLists());

/** The last one looks like a formula of a spreadsheet. */
const oddLastNames = ['Müller', 'Weiß', 'Ährenfeld', 'Çelik', "O'Brien", '=Größer'];
const firstNames = ['Jörg', 'Zoë', 'Anna-Lena', 'Käthe', 'Özlem'];

/** Invented pupils, five for every last name, as a school exports them: semicolons, Latin-1, umlauts, wishes by number or in words. */
export function classList(wishes: (index: number) => readonly string[], lastNames: readonly string[] = oddLastNames): Buffer {
  const pupils = lastNames.flatMap((lastName) => firstNames.map((firstName) => [lastName, firstName]));
  const rows = pupils.map((names, index) => [...names, `${(index % 28) + 1}.0${(index % 9) + 1}.2012`, '9', index % 2 ? 'Robotik' : 'Physik', ...wishes(index)].join(';'));
  return Buffer.from(['Nachname;Vorname;Geburtsdatum;Klasse;Interessen;Wunsch 1;Wunsch 2;Wunsch 3', ...rows].join('\r\n'), 'latin1');
}
