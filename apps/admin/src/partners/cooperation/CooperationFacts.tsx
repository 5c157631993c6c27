import { DateTimeField, TopicsField } from '@mintforge/ui-kit';
import type { ReactNode } from 'react';
import { Fact, Facts } from '../../common/Facts';
import { FormatText, GradeChips, OrganisationLink } from './CooperationCells';
import { PeriodText } from './PeriodText';
import type { Need, Offer } from '../types';

/** The particulars needs and offers share, and what each adds. */
export function CooperationFacts({ of, resource, children }: { of: Need | Offer; resource: 'needs' | 'offers'; children: ReactNode }) {
  const label = (field: string) => `resources.${resource}.fields.${field}`;
  const { organisation, format, topics, grades, periodFrom, periodTo, requirements, accessibility } = of;
  return (
    <Facts>
      <Fact label={label('organisationId')}><OrganisationLink organisation={organisation} /></Fact>
      <Fact label={label('format')}><FormatText format={format} /></Fact>
      {topics.length > 0 && <Fact label={label('topics')}><TopicsField source="topics" texts="app.topics" /></Fact>}
      {grades.length > 0 && <Fact label={label('grades')}><GradeChips grades={grades} /></Fact>}
      {(periodFrom || periodTo) && <Fact label={label('period')}><PeriodText from={periodFrom} to={periodTo} /></Fact>}
      {children}
      {accessibility.length > 0 && <Fact label={label('accessibility')}><TopicsField source="accessibility" texts="app.partners.accessibility" /></Fact>}
      {requirements && <Fact label={label('requirements')}><span style={{ whiteSpace: 'pre-line' }}>{requirements}</span></Fact>}
      <Fact label={label('createdAt')}><DateTimeField source="createdAt" /></Fact>
    </Facts>
  );
}
