import { Autocomplete, Button, Card, CardContent, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack, TextField } from '@mui/material';
import { breachSources, type BreachSource } from '@mintforge/domain/privacy';
import { fromBerlinClock, toBerlinClock } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { SearchSelect } from '../../common/SearchSelect';
import { useVerbs } from '../../common/use-act';
import type { GroupToAdd } from '../../rounds/types';
import type { BreachFacts } from './types';

interface Found {
  id: string;
  name: string;
}

/** What is known of a breach; times on the Berlin clock. */
export function BreachForm({ onAsk }: { onAsk: (asked: BreachFacts) => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: map = [] } = useQuery({ queryKey: ['data-map'], queryFn: () => verbs.dataMap() });
  const [source, setSource] = useState<BreachSource>('AUDIT');
  const [times, setTimes] = useState({ awareAt: toBerlinClock(new Date().toISOString()), from: '', to: '' });
  const [withKeys, setWithKeys] = useState(true);
  const [tables, setTables] = useState<string[]>([]);
  const [actor, setActor] = useState<Found | null>(null);
  const [organisation, setOrganisation] = useState<Found | null>(null);
  const [group, setGroup] = useState<GroupToAdd | null>(null);
  const through = source === 'AUDIT';

  const instant = (clock: string) => (clock ? fromBerlinClock(clock) : null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onAsk({
      source, withKeys: through || withKeys, awareAt: fromBerlinClock(times.awareAt), tables,
      from: through ? instant(times.from) : null, to: through ? instant(times.to) : null, actorId: through ? actor?.id : null, organisationId: organisation?.id, groupId: group?.id,
    });
  };
  const time = (key: keyof typeof times, required = false) => (
    <TextField type="datetime-local" required={required} label={translate(`app.breach.field.${key}`)} value={times[key]} onChange={({ target }) => setTimes((before) => ({ ...before, [key]: target.value }))} slotProps={{ inputLabel: { shrink: true } }} sx={{ flex: '1 1 12rem' }} />
  );
  const found = (resource: 'users' | 'organisations', sort: string) => (q: string | null) =>
    verbs.getList(resource, { pagination: { page: 1, perPage: 20 }, sort: { field: sort, order: 'ASC' }, filter: q ? { q } : {} })
      .then(({ data, total }) => ({ items: data.map((row): Found => ({ id: String(row.id), name: String(row['displayName'] ?? row['name']) })), total: total ?? data.length }));
  return (
    <Card component="form" onSubmit={ask}>
      <CardContent>
        <Stack spacing={2}>
          <FormControl>
            <FormLabel id="breach-source">{translate('app.breach.field.source')}</FormLabel>
            <RadioGroup aria-labelledby="breach-source" value={source} onChange={({ target }) => setSource(target.value as BreachSource)}>
              {breachSources.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.breach.source.${one}`)} />)}
            </RadioGroup>
          </FormControl>
          <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {time('awareAt', true)}
            {through && time('from')}
            {through && time('to')}
          </Stack>
          {through ? (
            <SearchSelect asked={['breach', 'users']} search={found('users', 'displayName')} nameOf={({ name }) => name} value={actor} onChange={setActor} label={translate('app.breach.field.actor')} />
          ) : (
            <FormControl>
              <FormLabel id="breach-keys">{translate('app.breach.field.keys')}</FormLabel>
              <RadioGroup row aria-labelledby="breach-keys" value={withKeys ? 'yes' : 'no'} onChange={({ target }) => setWithKeys(target.value === 'yes')}>
                {(['yes', 'no'] as const).map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.breach.keys.${one}`)} />)}
              </RadioGroup>
            </FormControl>
          )}
          <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', '& > *': { flex: '1 1 16rem' } }}>
            <SearchSelect asked={['breach', 'organisations']} search={found('organisations', 'name')} nameOf={({ name }) => name} value={organisation} onChange={setOrganisation} label={translate('app.breach.field.organisation')} />
            <SearchSelect asked={['breach', 'groups']} search={(q) => verbs.groupsToAdd({ page: 1, perPage: 20, filter: { q } })} nameOf={({ name, organisationName }) => `${name} · ${organisationName}`} value={group} onChange={setGroup} label={translate('app.breach.field.group')} />
          </Stack>
          <Autocomplete
            multiple options={map.filter(({ columns }) => columns.length > 0).map(({ table }) => table)} value={tables} onChange={(_, chosen) => setTables(chosen)}
            renderInput={(props) => <TextField {...props} label={translate('app.breach.field.tables')} helperText={translate('app.breach.tables_hint')} />}
            noOptionsText={translate('app.common.nothing_found')} openText={translate('ra.action.open')} closeText={translate('ra.action.close')} clearText={translate('ra.action.clear_input_value')}
          />
          <Button type="submit" variant="contained" sx={{ alignSelf: 'flex-start' }}>{translate('app.breach.ask')}</Button>
        </Stack>
      </CardContent>
    </Card>
  );
}
