import { Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { gradesText } from '../../activities/words';
import type { NeedRow, OfferRow } from '../types';

type Row = NeedRow | OfferRow;

/** What it is called and whose it is. */
export function TitleCell({ title, organisation: { name, mainSite } }: Row) {
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography variant="body2" color="textSecondary">{[name, mainSite?.town].filter(Boolean).join(', ')}</Typography>
    </>
  );
}

/** Grades as chips, neighbours drawn together. */
export function GradeChips({ grades }: { grades: readonly number[] }) {
  if (grades.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {gradesText(grades).split(', ').map((run) => <Chip key={run} size="small" variant="outlined" label={run} />)}
    </Stack>
  );
}

export function FormatText({ format }: Pick<Row, 'format'>) {
  const translate = useTranslate();
  return translate(`app.formats.${format}`);
}

/** The organisation as a link. */
export const OrganisationLink = ({ organisation: { id, name, mainSite } }: Pick<Row, 'organisation'>) => (
  <>
    <MuiLink component={Link} to={`/organisations/${id}/show`}>{name}</MuiLink>
    {mainSite?.town && `, ${mainSite.town}`}
  </>
);
