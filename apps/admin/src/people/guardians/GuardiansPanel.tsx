import { Box, Button, Divider, Link as MuiLink, Stack, Typography } from '@mui/material';
import { guardianSlots } from '@mintforge/domain/people';
import { Allowed, DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Confirm, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../../common/Facts';
import { useAct, useVerbs } from '../../common/use-act';
import { ContactDialog } from './ContactDialog';
import { GuardianDialog } from './GuardianDialog';
import type { Guardian, GuardiansOf, Slot } from './verbs';

type Opened = { what: 'guardian'; slot: Slot; guardian?: Guardian } | { what: 'contact' } | { what: 'release'; slot: Slot; guardian: Guardian };

/** Who signs for a pupil and how they are reached; places that are free can be filled. */
export function GuardiansPanel({ pupilId }: { pupilId: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data, error, refetch } = useQuery({ queryKey: ['guardians', pupilId], queryFn: () => verbs.guardiansOf(pupilId) });
  return (
    <Panel title={translate('app.people.guardians.title')}>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : data ? <Places known={data} /> : <ListSkeleton rows={2} />}
    </Panel>
  );
}

function Places({ known }: { known: GuardiansOf }) {
  const translate = useTranslate();
  const { pupilId, guardians, contact } = known;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const release = useAct((verbs, slot: Slot) => verbs.releaseGuardian({ pupilId, slot }), { done: 'app.people.guardians.released', then: close });
  const holderOf = (slot: Slot) => guardians.find(({ wards }) => wards.some((ward) => ward.pupilId === pupilId && ward.slot === slot));
  return (
    <>
      {guardianSlots.map((slot) => {
        const guardian = holderOf(slot);
        return (
          <Fragment key={slot}>
            <Place slot={slot} pupilId={pupilId} guardian={guardian} onFill={() => setOpened({ what: 'guardian', slot, guardian })} onRelease={guardian && (() => setOpened({ what: 'release', slot, guardian }))} />
            <Divider sx={{ my: 1.5 }} />
          </Fragment>
        );
      })}
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{translate('app.people.guardians.own')}</Typography>
          <Typography variant="body2" color="textSecondary">{contact?.email ?? translate('app.people.guardians.no_own')}</Typography>
        </Box>
        <Allowed to="people.write"><Button size="small" aria-label={`${translate(contact ? 'ra.action.edit' : 'app.people.guardians.enter')}: ${translate('app.people.guardians.own')}`} onClick={() => setOpened({ what: 'contact' })}>{translate(contact ? 'ra.action.edit' : 'app.people.guardians.enter')}</Button></Allowed>
      </Stack>
      {opened?.what === 'guardian' && <GuardianDialog pupilId={pupilId} slot={opened.slot} guardian={opened.guardian} onClose={close} />}
      {opened?.what === 'contact' && <ContactDialog pupilId={pupilId} contact={contact} onClose={close} />}
      {opened?.what === 'release' && (
        <Confirm
          isOpen
          loading={release.isPending}
          title={translate('app.people.guardians.release_title')}
          content={translate(opened.guardian.wards.length > 1 ? 'app.people.guardians.release_keeps' : 'app.people.guardians.release_erases', { name: opened.guardian.name })}
          confirm="app.people.guardians.release"
          onConfirm={() => release.mutate(opened.slot)}
          onClose={close}
        />
      )}
    </>
  );
}

function Place({ slot, pupilId, guardian, onFill, onRelease }: { slot: Slot; pupilId: string; guardian: Guardian | undefined; onFill: () => void; onRelease: (() => void) | undefined }) {
  const translate = useTranslate();
  const locale = useLocale();
  const place = translate(`app.consent.signer.${slot}`);
  const siblings = guardian?.wards.filter((ward) => ward.pupilId !== pupilId) ?? [];
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="body2" color="textSecondary">{place}</Typography>
          <Typography sx={{ fontWeight: 600 }}>{guardian?.name ?? translate('app.people.guardians.nobody')}</Typography>
        </Box>
        <Allowed to="people.write">
          <Button size="small" aria-label={`${translate(guardian ? 'ra.action.edit' : 'app.people.guardians.enter')}: ${place}`} onClick={onFill}>{translate(guardian ? 'ra.action.edit' : 'app.people.guardians.enter')}</Button>
          {onRelease && <Button size="small" color="error" aria-label={`${translate('app.people.guardians.release')}: ${place}`} onClick={onRelease}>{translate('app.people.guardians.release')}</Button>}
        </Allowed>
      </Stack>
      {guardian && (
        <Box sx={{ mt: 0.5 }}>
          <Facts>
            <Fact label="app.people.guardians.email">{guardian.email ?? translate('app.people.guardians.none')}</Fact>
            <Fact label="app.people.guardians.phone">{guardian.phone ?? translate('app.people.guardians.none')}</Fact>
            <Fact label="app.people.guardians.language">{[new Intl.DisplayNames([locale], { type: 'language' }).of(guardian.language), guardian.plain && translate('app.people.guardians.plain_short')].filter(Boolean).join(', ')}</Fact>
            {siblings.length > 0 && (
              <Fact label="app.people.guardians.siblings">
                {siblings.map((ward, at) => <Fragment key={ward.pupilId}>{at > 0 && ', '}<MuiLink component={Link} to={`/pupils/${ward.pupilId}/show`}>{[ward.firstName, ward.lastName].filter(Boolean).join(' ') || ward.pseudonym}</MuiLink></Fragment>)}
              </Fact>
            )}
          </Facts>
        </Box>
      )}
    </Box>
  );
}
