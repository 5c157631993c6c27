/**
 * React-Admin shows the row of a list, or what a creation answered, as the record until that is read; ours hold fewer
 * fields than a page draws. Asked under a name of its own, a record comes whole or not yet. For `meta` of `useGetOne`;
 * `Show` and `Edit` have it by theme.
 */
export const wholeRecord = { meta: { whole: true } };
