import { gradesText, placeText } from './words';

describe('words of an activity', () => {
  it('join grades that follow each other', () => {
    expect([[7, 8, 9, 12], [10, 5, 6], [8], []].map(gradesText)).toEqual(['7–9, 12', '5–6, 10', '8', '']);
  });
  it('name the room before the address, and leave out what is not known', () => {
    expect([placeText({ place: 'Labor 2', siteAddress: 'Hafenstraße 3, 18931 Tessenow' }), placeText({ place: '', siteAddress: null })]).toEqual(['Labor 2, Hafenstraße 3, 18931 Tessenow', '']);
  });
});
