import type { RoundReserve } from './verbs';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Whom a reserve is for, in words. */
export function traitWords({ kind, schoolKind, leastKm, from, to }: RoundReserve['trait'], translate: Translate): string {
  switch (kind) {
    case 'SCHOOL_KIND': return translate(`app.partners.school_kind.${schoolKind}`);
    case 'FAR_FROM_CENTRE': return translate('app.precedence.trait_said.FAR_FROM_CENTRE', { km: leastKm });
    case 'GRADES': return from === to ? translate('app.precedence.trait_said.GRADE', { from }) : translate('app.precedence.trait_said.GRADES', { from, to });
    case 'FIRST_TIME': return translate('app.precedence.trait.FIRST_TIME');
  }
}
