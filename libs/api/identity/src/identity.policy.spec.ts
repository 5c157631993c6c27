import { mayAdminister } from './identity.policy';

const here = 'region here';
const coordinator = { role: 'COORDINATOR', regionId: here } as const;
const administrator = { role: 'PLATFORM_ADMIN', regionId: here } as const;

describe('changing an account as a whole', () => {
  it('is allowed to a coordinator for colleagues of the same region and level', () => {
    expect(mayAdminister(coordinator, [{ regionId: here, role: 'COORDINATOR' }, { regionId: here, role: 'AUDITOR' }])).toBe(true);
  });
  it('is not allowed for who may do more', () => {
    expect(mayAdminister(coordinator, [{ regionId: here, role: 'AUDITOR' }, { regionId: here, role: 'PLATFORM_ADMIN' }])).toBe(false);
  });
  it('is not allowed for who also works in another region', () => {
    expect(mayAdminister(coordinator, [{ regionId: here, role: 'AUDITOR' }, { regionId: 'region elsewhere', role: 'AUDITOR' }])).toBe(false);
  });
  it('is allowed to the platform administrator for everybody', () => {
    expect(mayAdminister(administrator, [{ regionId: 'region elsewhere', role: 'PLATFORM_ADMIN' }])).toBe(true);
  });
});
