import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import { BlockSkeleton, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useAct, useVerbs } from '../common/use-act';
import { ControllerDialog } from './ControllerDialog';
import { PurposeCard } from './PurposeCard';

/** Purposes of the region with basis, rule and texts: one person proposes, another releases. */
export function PurposesPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayWrite = useAllowed()('purposes.write');
  const [naming, setNaming] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['purposes'], queryFn: () => verbs.purposesWithTexts() });
  const rules = useQuery({ queryKey: ['purposes', 'rules'], queryFn: () => verbs.signerRules() });
  const codes = [...new Set(rules.data?.filter(({ released }) => released).map(({ code }) => code) ?? [])];
  const adopt = useAct((acting) => acting.adoptPurposes(), { done: 'app.consent.purposes.adopted' });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <BlockSkeleton height={480} />;
  const { purposes, controller } = data;
  const name = mayWrite && <Button size="small" onClick={() => setNaming(true)}>{translate(controller ? 'ra.action.edit' : 'app.consent.controller.enter')}</Button>;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('resources.purposes.name', { smart_count: 2 })} />
      {adopt.error && <Alert severity="error" sx={{ mb: 2 }}>{adopt.error.message}</Alert>}
      <Alert severity={controller ? 'info' : 'warning'} action={name || undefined} sx={{ mb: 2 }}>
        {controller ? translate('app.consent.controller.is', { name: controller.name, contact: controller.contact, officer: controller.officer }) : translate('app.consent.controller.missing')}
      </Alert>
      {purposes.length === 0 ? (
        <Card>
          <DesignedEmpty
            title="app.consent.purposes.empty" hint="app.consent.purposes.empty_hint"
            actions={mayWrite && <Button variant="contained" loading={adopt.isPending} onClick={() => adopt.mutate()}>{translate('app.consent.purposes.adopt')}</Button>}
          />
        </Card>
      ) : (
        <Stack spacing={1.5}>
          <Typography color="textSecondary">{translate('app.consent.purposes.hint')}</Typography>
          {purposes.map((purpose) => <PurposeCard key={purpose.id} purpose={purpose} rules={codes} />)}
        </Stack>
      )}
      {naming && <ControllerDialog controller={controller} onClose={() => setNaming(false)} />}
    </Box>
  );
}
