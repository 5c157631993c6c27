import { lazy, type ComponentType } from 'react';

/** A named export as a component whose code loads when it is first drawn: `lazyNamed(() => import('./x'), 'XPage')`. */
export const lazyNamed = <Name extends string, Props extends object>(load: () => Promise<Record<Name, ComponentType<Props>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));
