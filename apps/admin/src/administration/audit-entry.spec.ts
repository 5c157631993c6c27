import { roles } from '@mintforge/domain/kernel';
import { changesOf, filterableActions, onlySeenAfter, partsOf } from './audit-entry';
import { germanActs, germanAreas } from './audit-texts.de';
import { germanAdministration } from './texts.de';

describe('an entry of the audit log', () => {
  it('names area and act of an action, also of jobs', () => {
    expect(['pupils.movePupil', 'job.matching.run', 'seed'].map(partsOf)).toEqual([{ area: 'pupils', act: 'movePupil' }, { area: 'job', act: 'matching_run' }, { area: '', act: 'seed' }]);
  });
  it('tells what changed', () => {
    expect(changesOf({ changes: '[{"table":"pupil","verb":"read","count":25,"ids":["a"]}]' })).toEqual([{ table: 'pupil', verb: 'read', count: 25, ids: ['a'] }]);
  });
  it('tells a change from the look at its result', () => {
    const read = '[{"table":"pupil","verb":"read","count":1,"ids":["a"]}]';
    const update = '[{"table":"pupil","verb":"update","count":1,"ids":["a"]}]';
    expect([onlySeenAfter({ action: 'pupils.movePupil', changes: read }), onlySeenAfter({ action: 'pupils.movePupil', changes: update }), onlySeenAfter({ action: 'pupils.pupil', changes: read })]).toEqual([true, false, false]);
  });
  it('has words for every act one can filter by', () => {
    for (const { area, act } of filterableActions.map(partsOf)) {
      expect(germanAreas).toHaveProperty(area);
      expect(germanActs).toHaveProperty(act);
    }
  });
});

describe('the roles of a user', () => {
  it('each say what they may do', () => {
    expect(Object.keys(germanAdministration.users.role_hint).sort()).toEqual([...roles].sort());
  });
});
