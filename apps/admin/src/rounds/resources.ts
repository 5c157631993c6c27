import { CreateRoundDocument, DeleteRoundDocument, RoundDocument, RoundsDocument, UpdateRoundDocument } from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import { createElement } from 'react';
import { Route } from 'react-router-dom';
import type { ConsoleResource } from '../common/console-resource';

const RunPage = lazyNamed(() => import('./runs/RunPage'), 'RunPage');
const ComparePage = lazyNamed(() => import('./runs/ComparePage'), 'ComparePage');

export const roundResources: Record<string, ConsoleResource> = {
  rounds: {
    access: { read: 'matching.read', write: 'matching.run' },
    entry: { list: RoundsDocument, one: RoundDocument, create: CreateRoundDocument, update: UpdateRoundDocument, remove: DeleteRoundDocument },
    screens: {
      list: lazyNamed(() => import('./RoundList'), 'RoundList'),
      create: lazyNamed(() => import('./setup/RoundCreate'), 'RoundCreate'),
      edit: lazyNamed(() => import('./setup/RoundEdit'), 'RoundEdit'),
      show: lazyNamed(() => import('./RoundPage'), 'RoundPage'),
      recordRepresentation: 'title',
      children: [
        createElement(Route, { key: 'run', path: ':id/runs/:runId/*', element: createElement(RunPage) }),
        createElement(Route, { key: 'compare', path: ':id/compare/:beforeId/:afterId', element: createElement(ComparePage) }),
      ],
    },
  },
};
