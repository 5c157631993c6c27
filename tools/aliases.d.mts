/** The path aliases of tsconfig.base.json for Vite. */
export const viteAliases: { find: RegExp; replacement: string }[];

/** The same aliases for Jest's moduleNameMapper. */
export const jestAliases: Record<string, string>;
