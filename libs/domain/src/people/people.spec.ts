import fc from 'fast-check';
import { checkBirthDate, checkHeadCount, headCountWith, identityTokens, isPseudonym, makePseudonym, nameOrderOf, personText, pseudonymStart, readBirthDate, readGrade, readInterests, searchTokens, slashOrderOf, splitName } from '.';

const today = '2026-11-21';

describe('pseudonyms', () => {
  it('are short, readable and never mistaken for a number', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const pseudonym = makePseudonym((below) => (stream.next().value as number) % below);
        expect(isPseudonym(pseudonym)).toBe(true);
        expect(pseudonym).not.toMatch(/[01OILZ25S8BUVAE]|^\d/);
        expect(pseudonymStart(pseudonym.toLowerCase().replace('-', ' '))).toBe(pseudonym);
      }),
    );
  });
  it('are searched by their beginning, however typed', () => {
    expect(['k7m', 'k7m4', ' K7M-4 ', 'Anna', 'k', 'k7m-4xpc9'].map(pseudonymStart)).toEqual(['K7M', 'K7M-4', 'K7M-4', null, null, null]);
  });
});

describe('names in one column', () => {
  it('split at the comma', () => {
    expect(splitName('Müller,  Anna Lena', null)).toEqual({ lastName: 'Müller', firstName: 'Anna Lena' });
    expect(splitName('von der Heide, Jan', 'FIRST_LAST')).toEqual({ lastName: 'von der Heide', firstName: 'Jan' });
  });
  it('follow the order of the header without a comma, particles staying with the last name', () => {
    expect(splitName('Anna Lena Müller', 'FIRST_LAST')).toEqual({ firstName: 'Anna Lena', lastName: 'Müller' });
    expect(splitName('Jan von der Heide', 'FIRST_LAST')).toEqual({ firstName: 'Jan', lastName: 'von der Heide' });
    expect(splitName('von der Heide Jan Ole', 'LAST_FIRST')).toEqual({ lastName: 'von der Heide', firstName: 'Jan Ole' });
  });
  it('are not guessed when the order is open or a part is missing', () => {
    for (const text of ['Anna Müller', 'Müller,', 'Müller, Anna, Lena', 'Müller']) expect(splitName(text, null)).toBeNull();
    expect(splitName('Müller', 'LAST_FIRST')).toBeNull();
  });
  it('announce their order in the header', () => {
    const orders = ['Vorname Nachname', 'Vor- und Nachname', 'Vorname Name', 'first name last name', 'Name, Vorname', 'Nachname Vorname', 'Familienname, Vorname', 'Name', 'Schüler'].map(nameOrderOf);
    expect(orders).toEqual(['FIRST_LAST', 'FIRST_LAST', 'FIRST_LAST', 'FIRST_LAST', 'LAST_FIRST', 'LAST_FIRST', 'LAST_FIRST', null, null]);
  });
});

describe('birth dates', () => {
  const pupilDay = fc.date({ min: new Date('2003-01-01'), max: new Date('2021-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

  it('read alike in every German spelling', () => {
    const month = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
    fc.assert(
      fc.property(pupilDay, (day) => {
        const [year, m, d] = day.split('-') as [string, string, string];
        const spellings = [day, `${d}.${m}.${year}`, `${Number(d)}.${Number(m)}.${year}`, `${d}. ${m}. ${year.slice(2)}`, `${year}${m}${d}`, `${Number(d)}. ${month[Number(m) - 1]} ${year}`, `${d}-${m}-${year}`, `${day}T00:00:00.000Z`, `${d}.${m}.${year} 00:00`, String(Math.round(Date.parse(day) / 86_400_000) + 25_569)];
        for (const spelling of spellings) expect([spelling, readBirthDate(spelling, today)]).toEqual([spelling, { day }]);
      }),
    );
  });
  it('take slashes only in the order that the column itself shows', () => {
    expect(readBirthDate('03/04/2012', today)).toEqual({ problem: 'BIRTH_DATE_AMBIGUOUS' });
    expect(readBirthDate('04/04/2012', today)).toEqual({ day: '2012-04-04' });
    expect(readBirthDate('03/04/2012', today, slashOrderOf(['03/04/2012', '25/12/2011']))).toEqual({ day: '2012-04-03' });
    expect(readBirthDate('03/04/2012', today, slashOrderOf(['03/04/2012', '12/25/2011']))).toEqual({ day: '2012-03-04' });
    expect(slashOrderOf(['25/12/2011', '12/25/2011'])).toBeNull();
  });
  it('are refused when no such day exists or no pupil can be that old', () => {
    expect(readBirthDate('31.02.2012', today)).toEqual({ problem: 'BIRTH_DATE_UNREADABLE' });
    expect(readBirthDate('im Mai', today)).toEqual({ problem: 'BIRTH_DATE_UNREADABLE' });
    expect(readBirthDate('3.4.1972', today)).toEqual({ problem: 'BIRTH_DATE_IMPLAUSIBLE' });
    expect(readBirthDate('21.11.2026', today)).toEqual({ problem: 'BIRTH_DATE_IMPLAUSIBLE' });
    expect(readBirthDate(' ', today)).toEqual({ day: null });
    expect([checkBirthDate('2001-11-21', today), checkBirthDate('2000-11-21', today)]).toEqual([true, false]);
  });
  it('never read as anything but a real day or a problem', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./- MaiT:') }), (text) => {
      const read = readBirthDate(text, today);
      expect('problem' in read || read.day === null || checkBirthDate(read.day, today)).toBe(true);
    }));
  });
});

describe('tokens of a blind index', () => {
  const name = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{1,11}( [A-Z][a-z]{1,8})?$/);

  it('let every beginning of three letters or more of every word find the pupil, in any spelling of case and umlaut', () => {
    fc.assert(
      fc.property(name, name, fc.nat(), (first, last, cut) => {
        const own = new Set(identityTokens(first, last, null).map(({ field, text }) => `${field} ${text}`));
        const words = `${first} ${last}`.split(' ').filter((word) => word.length >= 3);
        for (const word of words) for (const token of searchTokens(word.slice(0, 3 + (cut % word.length)).toUpperCase())) expect(own).toContain(`${token.field} ${token.text}`);
      }),
    );
  });
  it('tell people of the same words apart', () => {
    expect(personText('Anna', 'Lena Abt', '2012-04-03')).not.toBe(personText('Anna Lena', 'Abt', '2012-04-03'));
    expect(personText('JÜRGEN', 'Groß', '2012-04-03')).toBe(personText('Juergen', 'Gross', '2012-04-03'));
    expect(personText('Anna', 'Abt', null)).toBeNull();
    expect(identityTokens('Bo', 'Li', null).map(({ text }) => text)).toEqual(['li 0 bo', 'bo', 'li']);
  });
});

describe('grades, interests and head counts', () => {
  it('read a grade from the ways a class is written', () => {
    expect(['7', '07b', 'Klasse 7a', 'Jg. 10', 'Q1', 'E 2', '14', 'AG Robotik', '2026/27'].map(readGrade)).toEqual([7, 7, 7, 10, null, null, null, null, null]);
  });
  it('read interests in both languages and hand back what names no topic', () => {
    expect(readInterests('Mathe, KI; Robots / Umwelt und Klima + Physik und Dinos')).toEqual({ topics: ['MATHEMATICS', 'PHYSICS', 'ENVIRONMENT_AND_CLIMATE', 'ARTIFICIAL_INTELLIGENCE', 'ROBOTICS'], unknown: ['Dinos'] });
    expect(readInterests('ADDITIVE_MANUFACTURING|3D-Druck')).toEqual({ topics: ['ADDITIVE_MANUFACTURING'], unknown: [] });
  });
  it('never let the head count fall below the names', () => {
    expect([headCountWith(28, 3), headCountWith(28, 30)]).toEqual([28, 30]);
    expect(() => checkHeadCount(5, 6)).toThrow('INVALID_INPUT');
    expect(() => checkHeadCount(6, 6)).not.toThrow();
  });
});
