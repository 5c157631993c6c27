import { Box } from '@mui/material';
import { diffWords } from './text-diff';

/** A text with what was added underlined and what was removed struck through; colour only repeats it. */
export function DiffText({ before, after, lang }: { before: string; after: string; lang: string }) {
  return (
    <Box lang={lang} sx={{ whiteSpace: 'pre-line', '& ins': { color: 'success.main' }, '& del': { color: 'error.main' } }}>
      {diffWords(before, after).map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>))}
    </Box>
  );
}
