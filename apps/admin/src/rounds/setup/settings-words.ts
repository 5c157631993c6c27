import type { RoundSettings } from '../types';

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** The rules of a round or run in a few words each, in the groups in which the form shows them. */
export function settingsWords(settings: RoundSettings, translate: Translate): Record<'basics' | 'order' | 'rules' | 'after', string[]> {
  const { seed, placesPerParticipant, mechanism, objective, usePriorities, useReserves, closeBelowMinimum, acceptanceDays, refill, lateDays, rules } = settings;
  const said = (key: string, values?: Record<string, unknown>) => translate(`app.rounds.settings.said.${key}`, values);
  const barring = [
    rules.consent && said('consent'),
    rules.workingTime && said('working_time'),
    rules.reach !== null && said(`reach.${rules.reach.by}`, { most: rules.reach.most }),
    rules.provisions && said('provisions'),
    rules.hostReadiness && said('host_readiness'),
    rules.onceOnly && said('once_only'),
  ].filter((word) => word !== false);
  return {
    basics: [
      objective ? `${translate(`app.rounds.settings.mechanisms.${mechanism}`)}: ${translate(`app.rounds.settings.objectives.${objective}`)}` : translate(`app.rounds.settings.mechanisms.${mechanism}`),
      said('places', { smart_count: placesPerParticipant }),
      `${translate('app.rounds.settings.seed')} ${translate('app.rounds.quoted', { text: seed })}`,
    ],
    order: [
      // An optimum knows no classes.
      ...(mechanism === 'OPTIMAL' ? [] : [said(usePriorities ? 'priorities' : 'no_priorities')]),
      said(useReserves ? 'reserves' : 'no_reserves'),
      said(closeBelowMinimum ? 'closing' : 'not_closing'),
    ],
    rules: barring.length > 0 ? barring : [said('no_rules')],
    after: [
      acceptanceDays > 0 ? said('acceptance', { smart_count: acceptanceDays }) : said('no_acceptance'),
      translate(`app.rounds.settings.refills.${refill}`),
      ...(lateDays > 0 ? [said('late', { smart_count: lateDays })] : []),
    ],
  };
}
