import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { reasonWords } from './reason-text';
import { shortDay } from '../../common/short-day';
import type { RunResult } from '../types';
import { useNumbers } from '../../common/use-numbers';

const shownAtFirst = 3;

/** Every wish better than the place, each with its reason in a sentence. */
export function RefusedWishes({ result: { refused, places, bestRank } }: { result: RunResult }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { whole } = useNumbers();
  const [all, setAll] = useState(false);
  if (refused.length === 0) return <Typography variant="body2" color="textSecondary">{bestRank === 1 ? translate('app.rounds.result.best') : null}</Typography>;
  const shown = all ? refused : refused.slice(0, shownAtFirst);
  return (
    <Box sx={{ minWidth: '18rem' }}>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {shown.map((wish) => {
          const { key, values } = reasonWords(wish, places, whole);
          return (
            <Typography key={wish.rank} component="li" variant="body2" sx={{ mb: 0.5 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>{wish.rank}. {wish.title} ({shortDay(wish.startsAt, locale)})</Box>
              {' – '}
              <Box component="span" sx={{ color: 'text.secondary' }}>{translate(`app.rounds.reason.${key}`, { ...values, _: wish.code })}</Box>
            </Typography>
          );
        })}
      </Box>
      {refused.length > shownAtFirst && (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all} sx={{ ml: -0.75 }}>{all ? translate('app.rounds.result.less') : translate('app.rounds.result.more', { smart_count: refused.length - shownAtFirst })}</Button>
      )}
    </Box>
  );
}
