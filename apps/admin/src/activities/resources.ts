import { ActivitiesDocument, ActivityDocument, CreateActivityDocument, DeleteActivityDocument, OccurrenceDocument, OccurrencesDocument, OrganisationDocument, OrganisationNamesDocument, UpdateActivityDocument } from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import { createElement, Fragment } from 'react';
import { Route } from 'react-router-dom';
import type { ConsoleResource } from '../common/console-resource';
import { newOccurrences, type OccurrencesDraft } from './occurrences/occurrence-draft';

const AttendancePage = lazyNamed(() => import('./attendance/AttendancePage'), 'AttendancePage');
const HostViewPage = lazyNamed(() => import('./host-view/HostViewPage'), 'HostViewPage');
const MediaPage = lazyNamed(() => import('./media/MediaPage'), 'MediaPage');
const SchoolHolidaysPage = lazyNamed(() => import('./calendar/SchoolHolidaysPage'), 'SchoolHolidaysPage');

/** The form holds the occurrences as they are typed. */
const activityInput = ({ occurrences, ...fields }: Record<string, unknown>) => ({ ...fields, occurrences: newOccurrences(occurrences as OccurrencesDraft) });

export const activityResources: Record<string, ConsoleResource> = {
  activities: {
    access: { read: 'activities.read', write: 'activities.write' },
    entry: { list: ActivitiesDocument, one: ActivityDocument, create: CreateActivityDocument, update: UpdateActivityDocument, remove: DeleteActivityDocument, toInput: activityInput },
    screens: {
      list: lazyNamed(() => import('./ActivityList'), 'ActivityList'),
      show: lazyNamed(() => import('./ActivityShow'), 'ActivityShow'),
      create: lazyNamed(() => import('./ActivityCreate'), 'ActivityCreate'),
      edit: lazyNamed(() => import('./ActivityEdit'), 'ActivityEdit'),
      recordRepresentation: 'title',
    },
  },
  occurrences: {
    access: { read: 'activities.read' },
    entry: { list: OccurrencesDocument, one: OccurrenceDocument },
    screens: {
      list: lazyNamed(() => import('./occurrences/OccurrenceList'), 'OccurrenceList'),
      recordRepresentation: 'activityTitle',
      children: createElement(
        Fragment, null,
        createElement(Route, { path: ':id/attendance', element: createElement(AttendancePage) }),
        createElement(Route, { path: ':id/host', element: createElement(HostViewPage) }),
        createElement(Route, { path: ':id/media', element: createElement(MediaPage) }),
      ),
    },
  },
  calendar: {
    access: { read: 'activities.read' },
    screens: {
      list: lazyNamed(() => import('./calendar/CalendarPage'), 'CalendarPage'),
      children: createElement(Route, { path: 'school-holidays', element: createElement(SchoolHolidaysPage) }),
    },
  },
  /** Organisations to choose a host from; they are looked after as organisations. */
  hosts: {
    access: { read: 'partners.read' },
    entry: { list: OrganisationNamesDocument, one: OrganisationDocument, toFilter: (filter) => ({ ...filter, closed: false }) },
    screens: { recordRepresentation: 'name' },
  },
};
