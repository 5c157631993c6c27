/** Style of words that are heard but not seen; `sx` would take a bare 1 for the whole width. */
export const readersOnly = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const;
