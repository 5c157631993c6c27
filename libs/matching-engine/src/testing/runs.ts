/** How many random instances a property tries: a few in the usual tests, a hundred times as many in the long ones (`LONG` set). */
export function runs(usual: number): number {
  return process.env['LONG'] ? usual * 100 : usual;
}
