import { Typography } from '@mui/material';
import { Panel } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useNumbers } from '../../common/use-numbers';
import type { ForecastRow } from './verbs';

export interface ForecastSharesProps {
  /** Text key of the heading. */
  title: string;
  rows: ForecastRow[];
  read: (row: ForecastRow) => ForecastRow['byArea'];
  nameOf: (key: string) => string;
}

/** Who profits: per school kind or area the share with a place, a column per rule. */
export function ForecastShares({ title, rows, read, nameOf }: ForecastSharesProps) {
  const translate = useTranslate();
  const { share, whole } = useNumbers();
  const usable = rows.filter(({ figures }) => figures);
  const parts = usable[0] ? read(usable[0]) : [];
  if (parts.length < 2) return null;
  const shareOf = (row: ForecastRow, key: string) => {
    const found = read(row).find((part) => part.key === key);
    return found && found.participants > 0 ? share(found.placed / found.participants) : '–';
  };
  const columns: Column<{ key: string; participants: number }>[] = [
    { label: title, cell: ({ key, participants }) => `${nameOf(key)} (${whole(participants)})` },
    ...usable.map((row) => ({ label: `app.forecast.rules.${row.rule}`, right: true, cell: ({ key }: { key: string }) => shareOf(row, key) })),
  ];
  return (
    <Panel title={translate(title)}>
      <Typography variant="body2" color="textSecondary">{translate('app.forecast.shares_hint')}</Typography>
      <Rows title={translate(title)} columns={columns} rows={parts} keyOf={({ key }) => key} />
    </Panel>
  );
}
