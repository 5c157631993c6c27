import { deviceOf } from './device';

describe('the device of a session', () => {
  it('is named as people call it, though browsers call themselves after each other', () => {
    expect([
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
    ].map(deviceOf)).toEqual([{ browser: 'Edge', system: 'Windows' }, { browser: 'Firefox', system: 'Linux' }, { browser: 'Safari', system: 'iOS' }, { browser: 'Chrome', system: 'Android' }]);
  });
  it('stays unknown when the user agent says nothing', () => {
    expect([null, '', 'curl/8.5.0'].map(deviceOf)).toEqual([null, null, null]);
  });
});
