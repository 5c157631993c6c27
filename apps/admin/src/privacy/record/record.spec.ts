import { mapRows, wholeMap, type MapRow } from './map-rows';
import type { MappedTable } from './types';

const pupil: MappedTable = {
  table: 'pupil', retention: 'R-PUPIL', nobodys: null, internal: ['organisation_id'], subjects: [{ kind: 'PUPIL', onErasure: 'CLEAR', because: null }],
  columns: [
    { name: 'first_name', purpose: 'TAKING_PART', category: 'NAME', dataClass: 'C3', rest: 'PERSON_KEY', of: null },
    { name: 'provisions', purpose: 'NEEDS_PROCESS', category: 'NEEDS', dataClass: 'C4', rest: 'NEEDS_KEY', of: null },
  ],
};
const decision: MappedTable = { ...pupil, table: 'consent_decision', retention: 'R-CONSENT', internal: [], columns: [{ name: 'signer_name', purpose: 'ACCOUNTABILITY', category: 'NAME', dataClass: 'C3', rest: 'PERSON_KEY', of: 'GUARDIAN' }] };
const found = (filter: Partial<typeof wholeMap>, words: (row: MapRow) => string = () => '') => mapRows([decision, pupil], { ...wholeMap, ...filter }, words).map(({ id }) => id);

describe('the data map on screen', () => {
  it('shows what says something about people, and everything when asked', () => {
    expect(found({})).toEqual(['consent_decision.signer_name', 'pupil.first_name', 'pupil.provisions']);
    expect(found({ personalOnly: false })).toContain('pupil.organisation_id');
  });

  it('is found by class, retention, names and words', () => {
    expect(found({ dataClass: 'C4' })).toEqual(['pupil.provisions']);
    expect(found({ retention: 'R-CONSENT' })).toEqual(['consent_decision.signer_name']);
    expect(found({ q: 'PUPIL.first' })).toEqual(['pupil.first_name']);
    expect(found({ q: 'bedarf' }, ({ said }) => (said?.category === 'NEEDS' ? 'Unterstützungsbedarf' : ''))).toEqual(['pupil.provisions']);
  });

  it('gives a column to whose it is, not to whose row it stands in', () => {
    expect(found({ subject: 'GUARDIAN' })).toEqual(['consent_decision.signer_name']);
    expect(found({ subject: 'PUPIL' })).toEqual(['pupil.first_name', 'pupil.provisions']);
  });
});
