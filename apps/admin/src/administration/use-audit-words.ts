import { useTranslate } from 'react-admin';
import { changesOf, onlySeenAfter, partsOf, type Change } from './audit-entry';
import type { AuditRow } from './types';

/** What an entry of the audit log says in plain words. */
export function useAuditWords() {
  const translate = useTranslate();
  const under = (path: string, key: string, values = {}) => translate(`app.administration.audit.${path}.${key}`, { _: key, ...values });
  const changeText = ({ table, verb, count }: Change) => {
    const what = translate(`app.administration.audit.table.${table}`, { smart_count: count, _: `${count} ${table}` });
    return under('verb', verb, { what });
  };
  const verbText = ({ table, verb }: Pick<Change, 'table' | 'verb'> | { table: string; verb: string }) => under('verb', verb, { what: translate(`app.administration.audit.table.${table}`, { smart_count: 1, _: table }).replace(/^1 /, '') });
  const actText = (action: string) => translate(`app.administration.audit.act.${partsOf(action).act}`, { _: action });
  return {
    /** `Klassenliste eingelesen`; the API's own name where we have no words. */
    actText,
    headline: (row: AuditRow) => (onlySeenAfter(row) ? translate('app.administration.audit.seen_after', { act: actText(row.action) }) : actText(row.action)),
    areaText: (action: string) => under('area', partsOf(action).area),
    changeText,
    /** `Schüler:in im Klartext gelesen`, without a number. */
    verbText,
    /** The reason in words where it is a code, else as it stands. */
    reasonText: (reason: string) => translate(`app.oversight.reason.${reason}`, { _: reason }),
    /** `24 Schüler:innen angelegt · 1 Gruppe geändert`. */
    changesText: (row: AuditRow) => changesOf(row).map(changeText).join(' · ') || translate('app.administration.audit.nothing'),
    actorText: ({ actorName }: AuditRow) => actorName ?? translate('app.administration.audit.system'),
    /** Empty where the machine acted, also on behalf of somebody. */
    roleText: ({ role }: Pick<AuditRow, 'role'>) => (role === 'BREAK_GLASS' ? translate('app.oversight.glass.role') : translate(`app.roles.${role}`, { _: ' ' }).trim()),
  };
}
