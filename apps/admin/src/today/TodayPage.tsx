import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useAllowed, useSignedIn } from '@mintforge/ui-kit';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { session } from '../console';
import { navigation } from '../navigation';
import { resources } from '../resources';

/** Where the day starts: who and where I am, and the doors to everything my role may open. */
export function TodayPage() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const signedIn = useSignedIn(session);
  const doors = navigation.flatMap(({ entries }) => entries).filter(({ resource }) => resources[resource] && allowed(resources[resource].access.read));
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.menu.today')} />
      <Typography variant="h2" component="p" sx={{ mb: 2 }}>{translate('app.today.greeting', { name: signedIn?.user.displayName ?? '' })}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(12rem, 1fr))' }}>
        {doors.map(({ resource, Icon }) => (
          <Card key={resource}>
            <CardActionArea component={Link} to={`/${resource}`} sx={{ p: 2, display: 'flex', gap: 1.5, justifyContent: 'flex-start' }}>
              <Box sx={{ color: 'primary.main', display: 'flex' }}><Icon /></Box>
              <Typography sx={{ fontWeight: 600 }}>{translate(`resources.${resource}.name`, { smart_count: 2 })}</Typography>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </Box>
  );
}
