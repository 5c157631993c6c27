export const testEnvironment: NodeJS.ProcessEnv;
export function testServer(): Promise<string>;
export function cloneTemplate(name: string): Promise<string>;
export function setup(work: () => Promise<unknown>): () => Promise<void>;
export function stopAtTheEnd(stop: () => Promise<void>): void;
export function stopEverything(): Promise<void>;
