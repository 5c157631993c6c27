import { medianPoints, planPostcodes } from '.';

const row = (number: number, postcode: string, lat = '54.1', lon = '12.1') => ({ row: number, cells: { postcode, lat, lon } });

describe('a table of postcode centroids', () => {
  it('creates new ones, moves changed ones, skips the same ones and restores a lost zero', () => {
    const known = new Map([['18055', { lat: 54.1, lon: 12.1 }], ['18057', { lat: 50, lon: 10 }]]);
    const plan = planPostcodes([row(2, '18055'), row(3, '18057'), row(4, '1067')], known);
    expect(plan.map(({ action, postcode }) => [action, postcode])).toEqual([['SKIP', '18055'], ['UPDATE', '18057'], ['CREATE', '01067']]);
  });

  it('refuses half postcodes, points outside Germany and a second row that says something else', () => {
    const plan = planPostcodes([row(2, '180'), row(3, '18055', '12.1', '54.1'), row(4, '18057'), row(5, '18057', '54.2'), row(6, '18057')], new Map());
    expect(plan.map(({ action, reason, firstRow }) => [action, reason, firstRow])).toEqual([
      ['REFUSE', 'NOTHING_USABLE', null], ['REFUSE', 'NOTHING_USABLE', null], ['CREATE', null, null], ['REFUSE', 'CONFLICTS_WITH_ROW', 4], ['SKIP', 'DUPLICATE_ROW', 4],
    ]);
  });
});

describe('the middle of known points', () => {
  it('stands for a postcode with three different points and is not pulled away by a wrong one', () => {
    const at = (postcode: string, lat: number, lon: number) => ({ postcode, lat, lon });
    const found = medianPoints([at('18055', 54, 12), at('18055', 54.1, 12.1), at('18055', 48, 9), at('18057', 54, 12), at('18057', 54, 12), at('18057', 54, 12.2)]);
    expect([...found]).toEqual([['18055', { lat: 54, lon: 12 }]]);
  });
});
