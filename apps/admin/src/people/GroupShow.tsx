import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, LinearProgress, Link as MuiLink, Stack } from '@mui/material';
import { Allowed, DesignedEmpty, Panel, useAllowed } from '@mintforge/ui-kit';
import { EditButton, Pagination, ReferenceManyField, Show, TopToolbar, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../common/Facts';
import { HistoryButton } from '../common/HistoryButton';
import { PupilTable } from './PupilTable';
import type { Group } from './types';

function ImportButton({ id }: { id: string }) {
  const translate = useTranslate();
  return (
    <Allowed to="people.write">
      <Button component={Link} to={`/groups/${id}/class-list`} size="small" variant="contained" startIcon={<UploadFileOutlined />}>{translate('app.people.groups.import')}</Button>
    </Allowed>
  );
}

function GroupActions() {
  const translate = useTranslate();
  const group = useRecordContext<Group>();
  if (!group) return null;
  return (
    <TopToolbar>
      <HistoryButton id={group.id} />
      <Allowed to="consent.read"><Button component={Link} to={`/consents?group=${group.id}`} size="small" startIcon={<HowToRegOutlined />}>{translate('app.consent.title')}</Button></Allowed>
      <Allowed to="people.write"><EditButton /></Allowed>
      <ImportButton id={group.id} />
    </TopToolbar>
  );
}

function GroupPage() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const group = useRecordContext<Group>();
  if (!group) return null;
  const { id, organisationId, organisationName, kind, grade, schoolYear, headCount, pupilCount } = group;
  const addOne = (
    <Allowed to="people.write">
      <Button component={Link} to="/pupils/create" state={{ record: { where: 'GROUP', groupId: id, grade } }} size="small" startIcon={<PersonAddOutlined />}>{translate('app.people.groups.add_pupil')}</Button>
    </Allowed>
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '20rem minmax(0, 1fr)' } }}>
      <Box sx={{ alignSelf: 'start' }}>
        <Panel title={translate('app.people.groups.particulars')}>
          <Facts>
            <Fact label="app.people.field.school"><MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{organisationName}</MuiLink></Fact>
            <Fact label="app.people.field.kind">{translate(`app.people.kind.${kind}`)}</Fact>
            {grade !== null && <Fact label="app.people.field.grade">{grade}</Fact>}
            <Fact label="app.people.field.school_year">{schoolYear}</Fact>
            <Fact label="app.people.field.head_count">
              {headCount}
              <LinearProgress aria-hidden variant="determinate" value={headCount === 0 ? 0 : (100 * pupilCount) / headCount} sx={{ my: 0.75, borderRadius: 1 }} />
              {translate('app.people.groups.named_of', { named: pupilCount, count: headCount })}
            </Fact>
          </Facts>
        </Panel>
      </Box>
      <Panel title={translate('resources.pupils.name', { smart_count: 2 })} actions={addOne}>
        <ReferenceManyField
          reference="pupils"
          target="groupId"
          perPage={50}
          sort={allowed('people.identify') ? { field: 'lastName', order: 'ASC' } : { field: 'pseudonym', order: 'ASC' }}
          pagination={<Pagination rowsPerPageOptions={[25, 50, 100]} />}
          empty={<DesignedEmpty title="app.people.groups.no_pupils" hint="app.people.groups.no_pupils_hint" actions={<Stack sx={{ alignItems: 'center' }}><ImportButton id={id} /></Stack>} />}
        >
          <PupilTable within="group" />
        </ReferenceManyField>
      </Panel>
    </Box>
  );
}

/** A group with its particulars and the pupils known by name. */
export const GroupShow = () => (
  <Show component="div" actions={<GroupActions />}>
    <GroupPage />
  </Show>
);
