import { netOf } from '@mintforge/platform';
import { waitAfter } from './guesses.service';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113'],
    ['::ffff:203.0.113.77', '203.0.113'],
    ['2001:db8:a:b:1:2:3:4', '2001:db8:a:b'],
    ['2001:0DB8:000a::1', '2001:db8:a:0'],
    ['::1', '0:0:0:0'],
    ['2001:db8::', '2001:db8:0:0'],
  ])('of %s is %s', (address, net) => {
    expect(netOf(address)).toBe(net);
  });
});

describe('the wait after wrong guesses', () => {
  it('doubles from five seconds to its longest and never overflows', () => {
    expect([6, 7, 8, 9, 13, 14, 500].map((tries) => waitAfter(tries, { free: 5, longestWait: 900 }))).toEqual([5, 10, 20, 40, 640, 900, 900]);
  });
});
