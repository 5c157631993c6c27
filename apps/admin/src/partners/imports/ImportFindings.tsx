import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Box, Button, ButtonBase, Chip, Link as MuiLink, Stack, TextField, Typography } from '@mui/material';
import { DesignedEmpty, StateChip, useDownload } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FigureTile } from '../../common/FigureTile';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useSettled } from '../../common/use-settled';
import { verdictTones } from '../tones';
import type { Import, ImportCounts, ImportRow } from '../types';

type Verdict = ImportRow['verdict'];
/** Which rows are shown: of one verdict or the flagged ones, perhaps with one finding. */
interface Shown {
  only?: Verdict | 'FLAGGED';
  code?: string;
}

const tileKeys = [['CREATE', 'create'], ['UPDATE', 'update'], ['SKIP', 'skip'], ['REFUSE', 'refuse']] as const;
const filterOf = ({ only, code }: Shown, q: string) => ({ ...(only === 'FLAGGED' ? { flagged: true } : only && { verdict: only }), ...(code && { code }), ...(q && { q }) });

/** The numbers of an import as tiles, why they are so, and the rows behind them. */
export function ImportFindings({ found, counts }: { found: Import; counts: ImportCounts }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const { download, downloading } = useDownload();
  const [shown, setShown] = useState<Shown>({});
  const [q, setQ] = useState('');
  const filter = filterOf(shown, useSettled(q).trim());
  const tiles: { only?: Shown['only']; label: string; count: number }[] = [
    { label: 'app.imports.preview.all', count: counts.rows },
    ...tileKeys.map(([only, key]) => ({ only, label: `app.imports.verdict.${only}`, count: counts[key] })),
    { only: 'FLAGGED', label: 'app.imports.preview.flagged', count: counts.flagged },
  ];
  const parts = (['organisations', 'partnerships', 'aliases'] as const).filter((key) => counts[key] > 0).map((key) => translate(`app.imports.preview.${key}`, { smart_count: counts[key], count: whole(counts[key]) }));
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))' }}>
        {tiles.map(({ only, label, count }) => (
          <ButtonBase
            key={label}
            aria-pressed={shown.only === only}
            onClick={() => setShown({ only })}
            sx={{ justifyContent: 'flex-start', textAlign: 'left', p: 1.25, borderRadius: 1, border: 1, borderColor: shown.only === only ? 'primary.main' : 'divider', boxShadow: ({ palette }) => (shown.only === only ? `inset 0 0 0 1px ${palette.primary.main}` : 'none') }}
          >
            <FigureTile label={translate(label)} value={whole(count)} />
          </ButtonBase>
        ))}
      </Box>
      {parts.length > 0 && <Typography sx={{ mt: 1.5 }}>{translate('app.imports.preview.totals', { parts: parts.join(', ') })}</Typography>}
      <Codes title="app.imports.preview.why" counts={counts.reasons} shown={shown} onShow={setShown} />
      <Codes title="app.imports.preview.flags" counts={counts.flags} shown={shown} onShow={setShown} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center', my: 1 }}>
        <TextField type="search" label={translate('app.imports.preview.search')} value={q} onChange={(event) => setQ(event.target.value)} sx={{ width: '18rem' }} />
        {counts.refuse + counts.flagged > 0 && (
          <Button startIcon={<DownloadOutlined />} loading={downloading} onClick={() => download({ path: `/imports/${found.id}/errors.csv`, fallbackName: 'import.csv' })}>{translate('app.imports.preview.download')}</Button>
        )}
      </Stack>
      <ImportRows importId={found.id} filter={filter} />
    </>
  );
}

/** How often each reason or note occurs; a press shows just those rows. */
function Codes({ title, counts, shown, onShow }: { title: string; counts: ImportCounts['reasons']; shown: Shown; onShow: (shown: Shown) => void }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  if (counts.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.75, alignItems: 'center', mt: 1.5 }}>
      <Typography variant="body2" color="textSecondary" sx={{ minWidth: '4.5rem' }}>{translate(title)}</Typography>
      {counts.map(({ code, verdict, count }) => {
        const only = verdict ?? 'FLAGGED';
        const on = shown.code === code && shown.only === only;
        return (
          <Chip
            key={`${verdict} ${code}`}
            size="small"
            variant={on ? 'filled' : 'outlined'}
            color={on ? 'primary' : 'default'}
            aria-pressed={on}
            label={`${translate(`app.imports.finding.${code}`, { _: code })} ${whole(count)}`}
            onClick={() => onShow(on ? {} : { only, code })}
          />
        );
      })}
    </Stack>
  );
}

function ImportRows({ importId, filter }: { importId: string; filter: ReturnType<typeof filterOf> }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const columns: Column<ImportRow>[] = [
    { label: 'app.imports.preview.row', right: true, width: '4rem', cell: ({ number }) => number },
    { label: 'app.imports.preview.verdict', width: '8rem', cell: ({ verdict }) => <StateChip label={translate(`app.imports.verdict.${verdict}`)} tone={verdictTones[verdict]} /> },
    {
      label: 'app.imports.preview.entry',
      cell: ({ title, targetId }) => (targetId ? <MuiLink component={Link} to={`/organisations/${targetId}/show`} color="inherit">{title}</MuiLink> : title),
    },
    {
      label: 'app.imports.preview.findings',
      width: '45%',
      cell: ({ findings }) => findings.map(({ text, about }, at) => <Typography key={at} variant="body2" color={about === 'FLAG' ? 'warning.main' : 'text.secondary'}>{text}</Typography>),
    },
  ];
  return (
    <PagedRows
      title={translate('app.imports.preview.title')}
      columns={columns}
      keyOf={({ number }) => String(number)}
      asked={['imports', 'rows', importId, filter]}
      read={(page, perPage) => verbs.importRows({ importId, page, perPage, filter })}
      empty={<DesignedEmpty title="app.imports.preview.none" hint=" " actions={false} />}
    />
  );
}
