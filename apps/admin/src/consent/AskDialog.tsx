import { Alert, Checkbox, FormControlLabel, FormGroup, Radio, RadioGroup, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { AskedByMailDialog } from './chase/AskedByMailDialog';
import type { AskedByMail } from './chase/verbs';
import { nameOf } from './name';
import type { MadeLink, Matrix, MatrixRow, PurposeCode } from './types';

export interface AskDialogProps {
  groupId: string;
  purposes: Matrix['purposes'];
  rows: MatrixRow[];
  onClose: () => void;
}

const ways = ['PAPER', 'MAIL', 'LINK'] as const;
interface Asked {
  count: number;
  links?: MadeLink[];
  mails?: AskedByMail[];
}

/** Asks a group for purposes, on paper, by mail or by links; links are shown once, to be handed out. */
export function AskDialog({ groupId, purposes, rows, onClose }: AskDialogProps) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<PurposeCode[]>([]);
  const [way, setWay] = useState<(typeof ways)[number]>('PAPER');
  const [withCode, setWithCode] = useState(false);
  const [links, setLinks] = useState<MadeLink[]>();
  const [mails, setMails] = useState<AskedByMail[]>();
  const ask = useAct<Asked>(
    async (verbs) => {
      if (way === 'PAPER') return { count: await verbs.requestConsents({ groupId, purposes: chosen }) };
      if (way === 'LINK') return verbs.createConsentLinks({ groupId, purposes: chosen, withCode }).then((made) => ({ count: made.length, links: made }));
      return verbs.askConsentsByMail({ groupId, purposes: chosen }).then((asked) => ({ count: asked.filter(({ written }) => written).length, mails: asked }));
    },
    {
      done: ({ count, links: made, mails: asked }) => ({ text: made ? 'app.consent.ask.linked' : asked ? 'app.chase.reminded' : 'app.consent.ask.asked', values: { smart_count: count } }),
      then: ({ links: made, mails: asked }) => (made ? setLinks(made) : asked ? setMails(asked) : onClose()),
    },
  );
  if (links) return <LinksDialog links={links} rows={rows} onClose={onClose} />;
  if (mails) return <AskedByMailDialog asked={mails} rows={rows} groupId={groupId} onClose={onClose} />;
  return (
    <ActDialog title={translate('app.consent.ask.title')} act={translate('app.consent.ask.act')} onAct={() => ask.mutate()} onClose={onClose} acting={ask.isPending} disabled={chosen.length === 0} error={ask.error}>
      <Typography>{translate('app.consent.ask.hint')}</Typography>
      <FormGroup>
        {purposes.map(({ code }) => (
          <FormControlLabel key={code} label={translate(`app.consent.purpose.${code}`)} control={<Checkbox checked={chosen.includes(code)} onChange={(_, on) => setChosen(on ? [...chosen, code] : chosen.filter((other) => other !== code))} />} />
        ))}
      </FormGroup>
      <RadioGroup aria-label={translate('app.consent.ask.way')} value={way} onChange={(_, to) => setWay(to as typeof way)}>
        {ways.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.consent.ask.by.${one}`)} />)}
      </RadioGroup>
      {way === 'LINK' && <FormControlLabel label={translate('app.consent.ask.with_code')} control={<Checkbox checked={withCode} onChange={(_, on) => setWithCode(on)} />} />}
    </ActDialog>
  );
}

function LinksDialog({ links, rows, onClose }: { links: MadeLink[]; rows: MatrixRow[]; onClose: () => void }) {
  const translate = useTranslate();
  const names = new Map(rows.map((row) => [row.pupilId, nameOf(row)]));
  const order = rows.map(({ pupilId }) => pupilId);
  const byName = links.toSorted((a, b) => order.indexOf(a.pupilId) - order.indexOf(b.pupilId));
  const asText = byName.map(({ pupilId, signer, url, code }) => [names.get(pupilId), translate(`app.consent.signer.${signer}`), url, code ?? ''].join('\t')).join('\n');
  return (
    <ActDialog title={translate('app.consent.links.title')} act={translate('app.consent.links.copy')} onAct={() => void navigator.clipboard.writeText(asText).then(onClose)} onClose={onClose} disabled={links.length === 0} wide closes>
      <Alert severity="info">{translate(links.length === 0 ? 'app.consent.links.none' : 'app.consent.links.once')}</Alert>
      {links.length > 0 && (
        <Table size="small">
          <TableHead><TableRow>{['pupil', 'signer', 'url', 'code'].map((key) => <TableCell key={key}>{translate(`app.consent.links.${key}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {byName.map(({ pupilId, signer, url, code }) => (
              <TableRow key={`${pupilId} ${signer}`}>
                <TableCell>{names.get(pupilId)}</TableCell>
                <TableCell>{translate(`app.consent.signer.${signer}`)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}><code>{url}</code></TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{code ?? translate('app.consent.links.birth_date')}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </ActDialog>
  );
}
