import { localStorageStore, type Store } from 'ra-core';

const preferences = ['theme', 'locale', 'sidebar.open'];

function forget(store: Store, which: (key: string) => boolean): void {
  for (const key of Object.keys(store.listItems?.() ?? {})) if (which(key)) store.removeItem(key);
}

/** React-Admin's store; signing out forgets lists and filters but not how the user likes the console to look. */
export function makeStore(): Store {
  const store = localStorageStore('1', 'mintforge');
  return { ...store, reset: () => forget(store, (key) => !preferences.includes(key)) };
}

/** Forgets what lists remember: filters and selections name records of the region that was left. */
export const forgetLists = (store: Store): void => forget(store, (key) => /\.(listParams|selectedIds)$/.test(key));
