import { Alert, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { nameOf } from '../name';
import type { MatrixRow } from '../types';
import type { AskedByMail } from './verbs';

/** Who of a group got a mail, and whom no mail reaches. */
export function AskedByMailDialog({ asked, rows, groupId, onClose }: { asked: AskedByMail[]; rows: MatrixRow[]; groupId: string; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const names = new Map(rows.map((row) => [row.pupilId, nameOf(row)]));
  const order = rows.map(({ pupilId }) => pupilId);
  const left = asked.filter(({ written, mail }) => !written && (mail === 'NO_ADDRESS' || mail === 'NO_BIRTH_DATE')).toSorted((a, b) => order.indexOf(a.pupilId) - order.indexOf(b.pupilId));
  const sent = asked.filter(({ written }) => written).length;
  return (
    <ActDialog title={translate('app.chase.asked_by_mail.title')} act={translate('app.chase.asked_by_mail.close')} onAct={() => void navigate(`/consent-chase?group=${groupId}`)} onClose={onClose} wide closes>
      <Alert severity={sent > 0 ? 'success' : 'info'}>{translate(sent > 0 ? 'app.chase.asked_by_mail.sent' : 'app.chase.asked_by_mail.none_sent', { smart_count: sent })}</Alert>
      <Alert severity="info">{translate(left.length > 0 ? 'app.chase.asked_by_mail.left' : 'app.chase.asked_by_mail.none_left')}</Alert>
      {left.length > 0 && (
        <Table size="small">
          <TableHead><TableRow>{['column.pupil', 'column.signer', 'column.latest'].map((key) => <TableCell key={key}>{translate(`app.chase.${key}`)}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {left.map(({ pupilId, signer, mail }) => (
              <TableRow key={`${pupilId} ${signer}`}><TableCell>{names.get(pupilId)}</TableCell><TableCell>{translate(`app.consent.signer.${signer}`)}</TableCell><TableCell>{translate(`app.chase.mail.${mail}`)}</TableCell></TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </ActDialog>
  );
}
