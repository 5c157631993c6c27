import fc from 'fast-check';
import { bodyNameKey, cleanBodyName, mergeRuleOf, nameObjection, roleOfName, splitPartners } from '.';

describe('names of bodies', () => {
  it('are shown clean: quotes, spaces and lead words put right, nothing else', () => {
    expect(cleanBodyName('Grundschule  "Heinrich Heine ", Rostock')).toBe('Grundschule "Heinrich Heine", Rostock');
    expect(cleanBodyName('AWO\\\\\\Jugendwohnheim Treuen\\\\\\')).toBe('AWO "Jugendwohnheim Treuen"');
    expect(cleanBodyName('Tauchschule \\ Delphin\\')).toBe('Tauchschule "Delphin"');
    expect(cleanBodyName('TCC ,Chemnitz')).toBe('TCC, Chemnitz');
    expect(['Firma Wobek', 'Fa BMG Zwickau', 'Kooperationsbetriebe: Gießerei GmbH', 'Fabrik Nord', 'Firma'].map(cleanBodyName)).toEqual(['Wobek', 'BMG Zwickau', 'Gießerei GmbH', 'Fabrik Nord', 'Firma']);
  });
  it('meet under one key, and the plainest rule says why', () => {
    expect(mergeRuleOf('Siemens AG', 'Siemens AG')).toBe('SAME_TEXT');
    expect(mergeRuleOf('Siemens AG', 'SIEMENS-AG')).toBe('SPELLING');
    expect(mergeRuleOf('Sparkasse Meißen', 'Sparkasse Meissen')).toBe('SPELLING');
    expect(mergeRuleOf('Fa BMG Zwickau', 'BMG Zwickau')).toBe('LEAD_WORD');
    expect(mergeRuleOf('Siemens', 'SIEMENS-AG')).toBe('LEGAL_FORM');
    expect(mergeRuleOf('Schmid GmbH & Co. KG', 'Schmid')).toBe('LEGAL_FORM');
    expect(mergeRuleOf('Landfrauen e. V. Pirna', 'Landfrauen Pirna')).toBe('LEGAL_FORM');
    expect(mergeRuleOf('HWK Dresden', 'Handwerkskammer Dresden')).toBe('ABBREVIATION');
    expect(mergeRuleOf('IHK Leipzig', 'Industrie- und Handelskammer zu Leipzig')).toBe('ABBREVIATION');
    expect(mergeRuleOf('IMPRO-Verband', 'IMPROverband')).toBe('SPACING');
  });
  it('never meet when the place differs or one has none', () => {
    for (const [a, b] of [['IHK Dresden', 'IHK Südwestsachsen'], ['IHK', 'IHK Dresden'], ['Deutsche Bank', 'Deutsche Bank Leipzig'], ['Sparkasse Meißen', 'Kreissparkasse Meißen'], ['AG Markersdorf', 'Markersdorf'], ['AK Schule', 'Schule']] as const) {
      expect([a, b, mergeRuleOf(a, b)]).toEqual([a, b, null]);
    }
  });
  it('give a rule exactly when they share the key', () => {
    const name = fc.array(fc.constantFrom('IHK', 'Siemens', 'AG', 'GmbH', 'e.V.', 'Bad-Elster', 'BadElster', 'Firma', 'siemens', '&', 'Co', 'KG'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(fc.property(name, name, (a, b) => (mergeRuleOf(a, b) !== null) === (bodyNameKey(a) === bodyNameKey(b)) && mergeRuleOf(a, b) === mergeRuleOf(b, a)));
  });
  it('that name a kind of body without its place are generic, placeholders are no names', () => {
    for (const name of ['Sparkasse', 'IHK', 'HwK', 'IHK und HwK', 'Kammern (IHK, HWK)', 'Kammern und Innungen', 'Banken und Sparkasse', 'Friseurinnung', 'Industrie- und Handelskammer', 'verschiedene Betriebe der Region', 'AK Schule - Wirtschaft']) {
      expect([name, nameObjection(name)]).toEqual([name, 'GENERIC_NAME']);
    }
    for (const name of ['C', '-', 'Keine Angabe', 'k.A.', '']) expect([name, nameObjection(name)]).toEqual([name, 'NO_NAME']);
    for (const name of ['Sparkasse Chemnitz', 'IHK Dresden', 'Landesärztekammer', 'Friseurinnung Meißen', 'Regionale Arbeitsgemeinschaft zur Hilfe Behinderter', 'LWB']) expect([name, nameObjection(name)]).toEqual([name, null]);
  });
  it('give their role away by legal form or kind, and the first word is no legal form', () => {
    expect(['Bosch GmbH', 'TU Dresden', 'HWK Chemnitz', 'Metallinnung Leipzig', 'Chorverband e. V.', 'Gemeinde Neumark', 'UFZ-Umweltforschungszentrum GmbH', 'AG Markersdorf', 'Tischlerei Oertel'].map(roleOfName)).toEqual([
      'COMPANY', 'UNIVERSITY', 'CHAMBER', 'CHAMBER', 'ASSOCIATION', 'MUNICIPALITY', 'RESEARCH_CENTRE', null, null,
    ]);
  });
});

describe('a cell with several partners', () => {
  it('is split at "#" and gives back what was joined', () => {
    expect(splitPartners('Leipziger Volkszeitung # Siemens#')).toEqual(['Leipziger Volkszeitung', 'Siemens']);
    const names = fc.array(fc.stringMatching(/^[a-zäöü][a-zäöü .&-]{0,12}[a-zäöü]$/), { maxLength: 6 });
    fc.assert(fc.property(names, fc.constantFrom('#', ' # ', '##'), (list, join) => {
      expect(splitPartners(list.join(join))).toEqual(list.map((name) => name.replaceAll(/ +/g, ' ')));
    }));
  });
});
