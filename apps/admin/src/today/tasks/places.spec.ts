import { taskKinds } from '@mintforge/domain/kernel';
import { resources } from '../../resources';
import { placeOf } from './places';
import type { OfficeTask } from './verbs';

const task = (kind: OfficeTask['kind']): OfficeTask => ({ id: 't', kind, about: 'a', pupilId: 'p', params: '{"occurrenceId":"o"}', dueOn: null, state: 'OPEN', note: null, doneByName: null, doneAt: null, createdAt: '2026-11-21T10:00:00Z' });

describe('a task', () => {
  it('of every kind leads to a screen that the console has, where the role may see it', () => {
    for (const kind of taskKinds) {
      const place = placeOf(task(kind), (resource) => resource in resources);
      expect([kind, place]).toEqual([kind, expect.stringMatching(/^\/[a-z-]+/)]);
      expect([kind, Object.keys(resources)]).toEqual([kind, expect.arrayContaining([/^\/([a-z-]+)/.exec(place!)![1]])]);
      expect(placeOf(task(kind), () => false)).toBeNull();
    }
  });
});
