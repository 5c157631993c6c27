import { Alert, Box, Button, Card, Link as MuiLink, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { berlinDay, schoolYearOf } from '@mintforge/domain/kernel';
import { dayText, DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../common/Facts';
import { useAct, useVerbs } from '../common/use-act';
import { emptyDraft, faultsOf, isComplete, newOccurrences, withNextDay } from './occurrences/occurrence-draft';
import { OccurrenceFields } from './occurrences/OccurrenceFields';
import type { Offer } from './types';
import { gradesText } from './words';

/** Makes an activity of an open offer: what the offer says is taken over, the days are added. */
export function CreateFromOffer({ offerId }: { offerId: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: offer, error, refetch } = useQuery({ queryKey: ['activities', 'offer', offerId], queryFn: () => verbs.offerToTake(offerId) });
  return (
    <>
      <Title title={translate('app.activities.from_offer.title')} />
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : offer ? <OfferForm key={offer.id} offer={offer} /> : <ListSkeleton />}
    </>
  );
}

function OfferForm({ offer }: { offer: Offer }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const today = berlinDay(new Date());
  const soonest = offer.periodFrom && offer.periodFrom > today ? offer.periodFrom : today;
  const years = [...new Set([schoolYearOf(soonest), schoolYearOf(today), schoolYearOf(`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`)])].sort();
  const [title, setTitle] = useState(offer.title);
  const [schoolYear, setSchoolYear] = useState(schoolYearOf(soonest));
  const [draft, setDraft] = useState(() => withNextDay(emptyDraft(offer.capacity)));
  const create = useAct((verbs) => verbs.createActivityFromOffer({ offerId: offer.id, input: { title: title.trim(), schoolYear, occurrences: newOccurrences(draft) } }), {
    done: 'app.activities.from_offer.done',
    then: ({ id }) => redirect('show', 'activities', id),
  });
  const open = offer.state === 'OPEN';
  const ready = open && title.trim() !== '' && isComplete(draft) && faultsOf(offer.format, draft).every((fault) => fault === undefined);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) create.mutate();
      }}
      sx={{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 24rem' }, alignItems: 'start' }}
    >
      <Card sx={{ p: 2 }}>
        <Stack spacing={1}>
          {!open && <Alert severity="warning">{translate('app.activities.from_offer.not_open')}</Alert>}
          {create.error && <Alert severity="error">{create.error.message}</Alert>}
          <TextField required label={translate('app.activities.field.title')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <TextField select required label={translate('app.activities.field.school_year')} value={schoolYear} onChange={(event) => setSchoolYear(event.target.value)} sx={{ maxWidth: 240 }}>
            {years.map((year) => <MenuItem key={year} value={year}>{year}</MenuItem>)}
          </TextField>
          <Typography variant="h3" component="h2" sx={{ pt: 1 }}>{translate('app.activities.form.occurrences')}</Typography>
          <OfferedPeriod offer={offer} />
          <OccurrenceFields format={offer.format} hostId={offer.organisationId} value={draft} onChange={setDraft} />
          <Box sx={{ pt: 1 }}>
            <Button type="submit" variant="contained" loading={create.isPending} disabled={!ready}>{translate('app.activities.from_offer.act', { smart_count: draft.days.length })}</Button>
          </Box>
        </Stack>
      </Card>
      <OfferPanel offer={offer} />
    </Box>
  );
}

function OfferedPeriod({ offer: { periodFrom, periodTo } }: { offer: Offer }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (!periodFrom && !periodTo) return null;
  const which = periodFrom && periodTo ? 'between' : periodFrom ? 'from' : 'to';
  const day = (text: string | null) => (text ? dayText(text, locale) : '');
  return <Typography variant="body2" color="textSecondary">{translate(`app.activities.from_offer.period_${which}`, { from: day(periodFrom), to: day(periodTo) })}</Typography>;
}

function OfferPanel({ offer }: { offer: Offer }) {
  const translate = useTranslate();
  const { id, title, organisation, format, grades, topics, minimumAge, capacity, requirements, description } = offer;
  return (
    <Panel title={translate('app.activities.from_offer.taken_over')}>
      <Facts>
        <Fact label="app.activities.field.offer"><MuiLink component={Link} to={`/offers/${id}/show`}>{title}</MuiLink></Fact>
        <Fact label="app.activities.field.host">{[organisation.name, organisation.mainSite?.town].filter(Boolean).join(', ')}</Fact>
        <Fact label="app.activities.field.format">{translate(`app.formats.${format}`)}</Fact>
        <Fact label="app.activities.field.grades">{gradesText(grades) || '–'}</Fact>
        {minimumAge !== null && <Fact label="app.activities.field.minimum_age">{translate('app.activities.show.years', { smart_count: minimumAge })}</Fact>}
        <Fact label="app.activities.field.topics">{topics.map((topic) => translate(`app.topics.${topic}`)).join(', ') || '–'}</Fact>
        {capacity !== null && <Fact label="app.activities.from_offer.capacity">{capacity}</Fact>}
        {requirements && <Fact label="app.activities.from_offer.requirements">{requirements}</Fact>}
      </Facts>
      {description && <Typography variant="body2" sx={{ mt: 1.5, whiteSpace: 'pre-line' }}>{description}</Typography>}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate('app.activities.from_offer.later')}</Typography>
    </Panel>
  );
}
