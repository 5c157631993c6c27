import fc from 'fast-check';
import { checkCoordinates, distanceKm, readAddress, readCoordinate, readMunicipalityKey, readPostcode, readSchoolKind } from '.';

const address = (text: string) => {
  const { street, postcode, town, district, problems } = readAddress(text);
  return [street, postcode, town, district, ...problems];
};

describe('an address in one cell', () => {
  it('is read with a comma and without, with non-breaking spaces and a district', () => {
    expect(address('Heinrich-Heine-Straße 3, 18119 Rostock')).toEqual(['Heinrich-Heine-Straße 3', '18119', 'Rostock', '']);
    expect(address(' Wiener Platz\u00a06 01069\u00a0Dresden\u00a0OT\u00a0Südvorstadt-West  ')).toEqual(['Wiener Platz 6', '01069', 'Dresden', 'Südvorstadt-West']);
    expect(address('Turkuer Straße 59 a, D-18107 Rostock, Deutschland')).toEqual(['Turkuer Straße 59 a', '18107', 'Rostock', '']);
    expect(address('Wohlhausener Straße 9,10 08258 Markneukirchen')).toEqual(['Wohlhausener Straße 9,10', '08258', 'Markneukirchen', '']);
    expect(address('Hauptstraße 7 02991 Lauta OT Lauta, Stadt')).toEqual(['Hauptstraße 7', '02991', 'Lauta', 'Lauta, Stadt']);
  });
  it('with a cut postcode keeps street and town and says so, without guessing digits', () => {
    expect(address('Straße der Nationen 62 0911 Chemnitz')).toEqual(['Straße der Nationen 62', null, 'Chemnitz', '', 'POSTCODE_INCOMPLETE']);
    expect(address('Feldstraße 13 0385 Lugau/Erzgeb.')).toEqual(['Feldstraße 13', null, 'Lugau/Erzgeb.', '', 'POSTCODE_INCOMPLETE']);
    expect(address('Comeniusstr. 17 17 Leipzig OT Reudnitz')).toEqual(['Comeniusstr. 17', null, 'Leipzig', 'Reudnitz', 'POSTCODE_INCOMPLETE']);
  });
  it('gets back the zero a spreadsheet took, and says so', () => {
    expect(address('Hauptstr. 5, 1067 Dresden')).toEqual(['Hauptstr. 5', '01067', 'Dresden', '', 'POSTCODE_ZERO_RESTORED']);
    expect(readPostcode('9111')).toEqual({ postcode: '09111', problem: 'POSTCODE_ZERO_RESTORED' });
    expect(['00999', '99999', '123', '0911', 'abc'].map((text) => readPostcode(text).problem)).toEqual(Array(5).fill('POSTCODE_INCOMPLETE'));
  });
  it('without street, town or postcode names what is missing', () => {
    expect(address('04229 Leipzig OT Zentrum')).toEqual(['', '04229', 'Leipzig', 'Zentrum', 'STREET_MISSING']);
    expect(address('Neuer Markt 1 18055')).toEqual(['Neuer Markt 1', '18055', '', '', 'TOWN_MISSING']);
    expect(address('Straße des 17. Juni 135 Berlin')).toEqual(['Straße des 17. Juni 135', null, 'Berlin', '', 'POSTCODE_MISSING']);
    expect(address('Am Markt 2, undefined Berlin')).toEqual(['Am Markt 2', null, 'Berlin', '', 'POSTCODE_MISSING']);
    expect(address('')).toEqual(['', null, '', '', 'STREET_MISSING', 'POSTCODE_MISSING', 'TOWN_MISSING']);
  });
  it('survives writing out and reading back, with and without comma', () => {
    const street = fc.tuple(fc.constantFrom('Am See', 'Straße der Jugend', 'M.-Gorki-Straße', 'Wall'), fc.integer({ min: 1, max: 999 })).map(([name, number]) => `${name} ${number}`);
    const postcode = fc.integer({ min: 1067, max: 99998 }).map((number) => String(number).padStart(5, '0'));
    fc.assert(fc.property(street, postcode, fc.constantFrom('Rostock', 'Bad Doberan', 'Lugau/Erzgeb.'), fc.constantFrom('', 'Mitte', 'Alt-Stadt'), fc.constantFrom(', ', ' ', '\u00a0 '), (way, code, town, district, gap) => {
      expect(address(`${way}${gap}${code}\u00a0${town}${district && ` OT ${district}`}`)).toEqual([way, code, town, district]);
    }));
  });
});

describe('a municipality key', () => {
  it('keeps its leading zero, gets it back from a number, and is cut out of the 12-digit regional key', () => {
    expect(['07339005', '7339005', '130030000000', '73390001005', '13003000'].map(readMunicipalityKey)).toEqual(['07339005', '07339005', '13003000', '07339005', '13003000']);
    expect(['', '17000000', '1300300', '00123456'].map(readMunicipalityKey)).toEqual([null, null, '01300300', null]);
  });
});

describe('coordinates', () => {
  const rostock = { lat: 54.0887, lon: 12.1405 };
  it('are flagged when far from their postcode or outside Germany, and not believed without a centroid', () => {
    expect(checkCoordinates(54.1788, 12.0832, rostock)).toEqual({ status: 'OK', km: 10.7 });
    expect(checkCoordinates(51.05, 13.74, rostock)).toMatchObject({ status: 'FAR_FROM_POSTCODE' });
    expect(checkCoordinates(12.08, 54.17, rostock)).toEqual({ status: 'OUT_OF_RANGE', km: null });
    expect(checkCoordinates(0, 0, rostock).status).toBe('OUT_OF_RANGE');
    expect(checkCoordinates(54.1, 12.1, null).status).toBe('UNCHECKED');
    expect(checkCoordinates(null, 12.1, rostock).status).toBe('MISSING');
  });
  it('are far from 25 km on: one degree of latitude is 111.2 km', () => {
    expect(distanceKm({ lat: 53, lon: 12 }, { lat: 54, lon: 12 })).toBeCloseTo(111.195, 2);
    expect([24.9, 25.1].map((km) => checkCoordinates(53 + km / 111.195, 12, { lat: 53, lon: 12 }).status)).toEqual(['OK', 'FAR_FROM_POSTCODE']);
  });
  it('are read with point and comma, and nothing is not zero', () => {
    expect(['54.1', '54,1', '', 'x'].map(readCoordinate)).toEqual([54.1, 54.1, null, null]);
  });
});

describe('a kind of school', () => {
  it('is read from the wording of the Länder', () => {
    const kinds = (wording: string) => readSchoolKind(wording).kinds.join(' ');
    expect(kinds('Regionale Schule mit Grundschule')).toBe('PRIMARY LOWER_SECONDARY');
    expect(kinds('Integrierte Gesamtschule mit Regionaler Schule im Aufbau')).toBe('LOWER_SECONDARY COMPREHENSIVE');
    expect(kinds('Kooperative Gesamtschule mit Grundschule und Förderschule')).toBe('PRIMARY COMPREHENSIVE SPECIAL_NEEDS');
    expect(['Gymnasium', 'Berufliches Gymnasium', 'Fachgymnasium', 'Abend-Gymnasium', 'Abendmittelschule'].map(kinds)).toEqual(['GRAMMAR', 'VOCATIONAL', 'VOCATIONAL', 'SECOND_CHANCE', 'SECOND_CHANCE']);
    expect(['Fachoberschule', 'Oberschule', 'Berufsbildende Förderschule', 'Berufskolleg', 'Kolleg', 'Freie Waldorfschule'].map(kinds)).toEqual(['VOCATIONAL', 'LOWER_SECONDARY', 'SPECIAL_NEEDS VOCATIONAL', 'VOCATIONAL', 'SECOND_CHANCE', 'WALDORF']);
  });
  it('is told apart from offices and centres in the register; unknown wording is neither', () => {
    expect(['Medienzentrum', 'Förderpädagogische Beratungsstelle', 'Schulaufsicht Sonstige Behörde', 'Weiterbildungsstätte Hochschule'].map((wording) => readSchoolKind(wording))).toEqual(
      Array(4).fill({ kinds: [], notASchool: true }),
    );
    expect(readSchoolKind('Gymnasium mit Internat')).toEqual({ kinds: ['GRAMMAR'], notASchool: false });
    expect(readSchoolKind('Lernwerkstatt')).toEqual({ kinds: [], notASchool: false });
  });
});
