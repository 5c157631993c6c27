import type { Faults, Row } from './faults.ts';
import { OBJECTIVES } from './input.ts';
import type { Mechanism, Objective } from './input.ts';
import { MOST_PLACES } from '../problem.ts';

export interface Settings {
  placesPerPupil: number;
  mechanism: Mechanism;
}

/** Reads the settings of a run; what is left out is one place per pupil by the stable mechanism. */
export function ingestSettings(whole: Row, faults: Faults): Settings {
  const settings = whole['settings'] === undefined ? {} : (faults.row(whole['settings'], 'settings') ?? {});
  return {
    placesPerPupil: faults.optionalNumber(settings, 'placesPerPupil', 'settings', 1, MOST_PLACES, 1),
    mechanism: settings['mechanism'] === undefined ? { kind: 'STABLE' } : ingestMechanism(settings['mechanism'], faults),
  };
}

function ingestMechanism(value: unknown, faults: Faults): Mechanism {
  const path = 'settings.mechanism';
  const row = faults.row(value, path);
  const kind = row && faults.text(row['kind'], `${path}.kind`);
  if (kind === 'OPTIMAL') {
    const objective = faults.text(row!['objective'], `${path}.objective`);
    if (isObjective(objective)) return { kind, objective };
    if (objective !== undefined) faults.add('UNKNOWN_OBJECTIVE', `${path}.objective`, { objective });
  } else if (kind !== undefined && kind !== 'STABLE') faults.add('UNKNOWN_MECHANISM', `${path}.kind`, { mechanism: kind });
  return { kind: 'STABLE' };
}

function isObjective(value: string | undefined): value is Objective {
  return (OBJECTIVES as readonly (string | undefined)[]).includes(value);
}
