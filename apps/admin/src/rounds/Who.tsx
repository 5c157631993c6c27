import { Box, Typography } from '@mui/material';

export interface WhoProps {
  /** Pseudonym of a pupil, or name of a group. */
  label: string;
  /** The clear name of a pupil, null for whom the role does not let see it. */
  name?: string | null;
  groupName?: string | null;
  school?: string;
}

/** Who takes part: the clear name where it may be seen, else the pseudonym; below it group and school. */
export function Who({ label, name, groupName, school }: WhoProps) {
  const below = [name && label, groupName !== label && groupName, school].filter(Boolean).join(' · ');
  return (
    <Box sx={{ minWidth: '11rem' }}>
      <Typography variant="body2" component="span" sx={{ fontWeight: 600, display: 'block' }}>{name ?? label}</Typography>
      {below && <Typography variant="body2" component="span" color="textSecondary" sx={{ display: 'block', fontSize: '0.8rem' }}>{below}</Typography>}
    </Box>
  );
}
