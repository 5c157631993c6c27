import { missingReadiness, readinessNeeded } from './readiness';

describe('readiness of a host', () => {
  it('asks for more the nearer a young person comes to work', () => {
    expect(readinessNeeded('COMPANY_VISIT', false)).toEqual([]);
    expect(readinessNeeded('JOB_SHADOWING', true)).toEqual(['INSURANCE', 'RISK_ASSESSMENT', 'PROTECTIVE_GEAR']);
  });
  it('lacks what nobody saw and what runs out before the last day', () => {
    const proofs = [{ kind: 'INSURANCE' as const, seenOn: '2026-01-10', validUntil: '2027-03-11' }, { kind: 'RISK_ASSESSMENT' as const, seenOn: '2026-01-10', validUntil: null }];
    expect(missingReadiness(['INSURANCE', 'RISK_ASSESSMENT', 'CLEARANCE'], proofs, '2027-03-11')).toEqual(['CLEARANCE']);
    expect(missingReadiness(['INSURANCE', 'RISK_ASSESSMENT'], proofs, '2027-03-12')).toEqual(['INSURANCE']);
  });
});
