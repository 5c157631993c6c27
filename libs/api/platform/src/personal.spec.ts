import { Personal, personalFields, withoutPersonal } from './personal';

class Visitor {
  badge!: string;

  @Personal('TAKING_PART', { dataClass: 'C3', readBy: 'people.identify' })
  name!: string | null;
}

describe('fields marked as personal', () => {
  it('are null for roles that may not identify people, and only they', () => {
    const row: Visitor = { badge: 'B7', name: 'Ada' };
    expect(withoutPersonal(Visitor, row, 'COORDINATOR')).toEqual({ badge: 'B7', name: 'Ada' });
    expect(withoutPersonal(Visitor, row, 'EVALUATION_MANAGER')).toEqual({ badge: 'B7', name: null });
    expect(row.name).toBe('Ada');
  });

  it('stand in the register with their purpose and class', () => {
    expect(personalFields()).toContainEqual({ type: 'Visitor', property: 'name', purpose: 'TAKING_PART', dataClass: 'C3', readBy: 'people.identify' });
  });
});
