import fc from 'fast-check';
import { Refusal } from '../kernel';
import { checkClasses, classOf, classWarnings, type History, type PriorityClass } from './priorities';

const history = (more: Partial<History> = {}): History => ({ tookPart: true, wentEmpty: false, placed: true, hostIds: new Set(['h1']), ...more });
const aClass = (id: string, derived: PriorityClass['derived'] = null): PriorityClass => ({ id, name: id, reason: 'weil es gerecht ist', derived });
const classes = [aClass('empty', 'NEVER_PLACED_BEFORE'), aClass('hand'), aClass('new', 'NEW_PARTNER')];
const newcomer = history({ tookPart: false, placed: false, hostIds: new Set() });

describe('the class of a participant at a host', () => {
  it('is the best that applies, by hand or derived; else everybody, after all classes', () => {
    expect(classOf(classes, 'hand', history(), 'h1')).toBe(1);
    expect(classOf(classes, 'hand', history({ wentEmpty: true, placed: false }), 'h1')).toBe(0);
    expect(classOf(classes, null, history(), 'h2')).toBe(2);
    expect(classOf(classes, null, history(), 'h1')).toBe(3);
  });
  it('remembers who went away empty until they were placed', () => {
    expect(classOf(classes, null, history({ wentEmpty: true, placed: true }), 'h1')).toBe(3);
  });
  it('knows who takes part for the first time', () => {
    const [first] = [[aClass('first', 'FIRST_TIME')]];
    expect([newcomer, history()].map((known) => classOf(first!, null, known, 'h1'))).toEqual([0, 1]);
  });
  it('is never worse for being put into a class', () => {
    const anyHistory = fc.record({ tookPart: fc.boolean(), wentEmpty: fc.boolean(), placed: fc.boolean(), hostIds: fc.subarray(['h1', 'h2']).map((ids) => new Set(ids)) });
    fc.assert(fc.property(anyHistory, fc.constantFrom('h1', 'h2'), (known, host) => classOf(classes, 'hand', known, host) <= classOf(classes, null, known, host)));
  });
});

describe('classes of a round', () => {
  it('are at most four, each with a name and a reason, none derived twice', () => {
    const refused = (list: PriorityClass[]): object => {
      try {
        checkClasses(list);
        return {};
      } catch (error) {
        return (error as Refusal).fields ?? {};
      }
    };
    expect(refused(classes)).toEqual({});
    expect(refused([...classes, aClass('a'), aClass('b')])).toEqual({ classes: 'arrayMaxSize' });
    expect(refused([{ ...aClass(' '), reason: '' }, aClass('x', 'FIRST_TIME'), aClass('y', 'FIRST_TIME')])).toEqual({ 'classes.0.name': 'required', 'classes.0.reason': 'required', 'classes.2.derived': 'arrayUnique' });
  });
  it('are warned of when they are many, or when more than a third are above everybody', () => {
    const members = (above: number) => Array.from({ length: 9 }, (_, at) => ({ assignedId: at < above ? 'hand' : null, history: history() }));
    expect(classWarnings([aClass('hand')], members(3))).toEqual([]);
    expect(classWarnings([aClass('hand')], members(4))).toEqual([{ code: 'CLASSES_LARGE', params: { above: 4, of: 9 } }]);
    expect(classWarnings(classes, members(0))).toEqual([{ code: 'CLASSES_MANY', params: { classes: 3 } }]);
  });
  it('put nobody above others by being new to a host', () => {
    expect(classWarnings([aClass('new', 'NEW_PARTNER')], [{ assignedId: null, history: newcomer }])).toEqual([]);
  });
});
