import type { Organisation } from './types';

/** What every section of the page of an organisation is given. */
export interface PanelOf {
  organisation: Organisation;
  mayWrite: boolean;
}
