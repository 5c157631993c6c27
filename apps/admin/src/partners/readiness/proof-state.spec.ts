import { proofState } from './proof-state';

describe('the proof of a host', () => {
  it('counts to its last day and is asked for anew in good time', () => {
    expect(proofState('2027-03-11', '2027-03-11')).toBe('ENDING');
    expect(proofState('2027-03-10', '2027-03-11')).toBe('EXPIRED');
    expect(proofState('2027-12-31', '2027-03-11')).toBe('VALID');
    expect(proofState(null, '2027-03-11')).toBe('VALID');
  });
});
