import { isIPv6 } from 'node:net';

/** The network of an address: the first three bytes of IPv4 (/24), the first four groups of IPv6 (/64). */
export function netOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const whole = tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - after.length).fill('0'), ...after];
  return whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
