/**
 * How many random instances a property tries: a few in the usual tests, twenty times as many in the long ones (`LONG` set),
 * which makes more than 100,000 over all properties.
 */
export function runs(usual: number): number {
  return process.env['LONG'] ? usual * 20 : usual;
}
