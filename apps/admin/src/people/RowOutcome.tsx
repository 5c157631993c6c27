import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ClassListRow } from './types';

/** Why a row is what it is, one sentence each. */
export function RowOutcome({ row }: { row: ClassListRow }) {
  const translate = useTranslate();
  const { verdict, pseudonym, movesFrom, candidates, sameAsRow, problems, notes } = row;
  const problemText = ({ field, code }: ClassListRow['problems'][number]) =>
    translate(`app.people.class_list.problem.${code}`, { field: field ? translate(`app.people.class_list.target.${field}`) : '' });
  const sentences = [
    ...(verdict === 'KNOWN' ? [translate(movesFrom ? 'app.people.class_list.moves_from' : 'app.people.class_list.known_as', { pseudonym, group: movesFrom })] : []),
    ...candidates.map(({ pseudonym: known, groupName, hasBirthDate }) =>
      translate(hasBirthDate && row.birthDate ? 'app.people.class_list.doubt.other' : 'app.people.class_list.doubt.unknown', { pseudonym: known, group: groupName ?? translate('app.people.pupils.without_group') })),
    ...(sameAsRow === null || verdict !== 'DOUBTFUL' ? [] : [translate('app.people.class_list.doubt.row', { row: sameAsRow })]),
    ...[...problems, ...notes].map(problemText),
  ];
  return sentences.map((sentence) => <Typography key={sentence} variant="body2" component="p" color="textSecondary" sx={{ mt: 0.25, maxWidth: '26rem' }}>{sentence}</Typography>);
}
