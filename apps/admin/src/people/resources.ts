import { CreateGroupDocument, CreatePupilDocument, DeleteGroupDocument, GroupDocument, GroupsDocument, PupilDocument, PupilsDocument, SchoolDocument, SchoolsDocument, UpdateGroupDocument, UpdatePupilDocument } from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import { createElement } from 'react';
import { Route } from 'react-router-dom';
import type { ConsoleResource } from '../common/console-resource';

const ClassListPage = lazyNamed(() => import('./ClassListPage'), 'ClassListPage');

/** Only what a new pupil is made of; the form also holds the choice between group and school. */
const pupilInput = ({ firstName, lastName, birthDate, grade, interests, provisions, groupId, organisationId, where }: Record<string, unknown>) => ({
  firstName, lastName, birthDate, grade, interests, provisions, ...(where === 'SCHOOL' ? { organisationId } : { groupId }),
});

export const peopleResources: Record<string, ConsoleResource> = {
  groups: {
    access: { read: 'people.read', write: 'people.write' },
    entry: { list: GroupsDocument, one: GroupDocument, create: CreateGroupDocument, update: UpdateGroupDocument, remove: DeleteGroupDocument },
    screens: {
      list: lazyNamed(() => import('./GroupList'), 'GroupList'),
      show: lazyNamed(() => import('./GroupShow'), 'GroupShow'),
      create: lazyNamed(() => import('./GroupForms'), 'GroupCreate'),
      edit: lazyNamed(() => import('./GroupForms'), 'GroupEdit'),
      recordRepresentation: 'name',
      children: createElement(Route, { path: ':id/class-list', element: createElement(ClassListPage) }),
    },
  },
  pupils: {
    access: { read: 'people.read', write: 'people.write' },
    entry: { list: PupilsDocument, one: PupilDocument, create: CreatePupilDocument, update: UpdatePupilDocument, toInput: pupilInput },
    screens: {
      list: lazyNamed(() => import('./PupilList'), 'PupilList'),
      show: lazyNamed(() => import('./PupilShow'), 'PupilShow'),
      create: lazyNamed(() => import('./PupilForms'), 'PupilCreate'),
      edit: lazyNamed(() => import('./PupilForms'), 'PupilEdit'),
      recordRepresentation: 'pseudonym',
    },
  },
  /** Schools to choose from; they are looked after as organisations. */
  schools: {
    access: { read: 'partners.read' },
    entry: { list: SchoolsDocument, one: SchoolDocument, toFilter: (filter) => ({ ...filter, roles: ['SCHOOL'], closed: false }) },
    screens: { recordRepresentation: 'name' },
  },
};
