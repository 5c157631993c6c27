/** Roles of an organisation (Partner); one organisation may hold several at once. */
export const organisationRoles = ['SCHOOL', 'COMPANY', 'RESEARCH_CENTRE', 'UNIVERSITY', 'MUNICIPALITY', 'FOUNDATION', 'ASSOCIATION', 'CHAMBER', 'OTHER'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** Stages of contact (Kontaktstand) between the office and an organisation, in their usual order. */
export const contactStages = ['NEW', 'CONTACTED', 'IN_TALKS', 'ACTIVE', 'PAUSED', 'ENDED'] as const;
export type ContactStage = (typeof contactStages)[number];

/** Formats of an activity: MINT-Werkstatt, Mentoring, Job-Shadowing, Forschungsprojekt, Betriebsbesuch. */
export const activityFormats = ['TECH_WORKSHOP', 'MENTORING', 'JOB_SHADOWING', 'RESEARCH_PROJECT', 'COMPANY_VISIT'] as const;
export type ActivityFormat = (typeof activityFormats)[number];

/** The fixed STEM topics (Themen) of needs, offers and activities; close to the ISCED-F 2013 fields 05 to 07. */
export const topics = [
  'MATHEMATICS',
  'STATISTICS_AND_DATA',
  'PHYSICS',
  'CHEMISTRY',
  'BIOLOGY',
  'EARTH_AND_SPACE',
  'ENVIRONMENT_AND_CLIMATE',
  'MEDICINE_AND_HEALTH',
  'AGRICULTURE_AND_FOOD',
  'MARINE_TECHNOLOGY',
  'PROGRAMMING',
  'ARTIFICIAL_INTELLIGENCE',
  'NETWORKS_AND_SECURITY',
  'MEDIA_AND_DESIGN',
  'ROBOTICS',
  'ELECTRONICS',
  'MECHANICAL_ENGINEERING',
  'MATERIALS',
  'ADDITIVE_MANUFACTURING',
  'ENERGY',
  'MOBILITY_AND_LOGISTICS',
  'AEROSPACE',
  'CONSTRUCTION',
  'CRAFTS',
] as const;
export type Topic = (typeof topics)[number];

/** Grades (Klassenstufen) 1 to 13. */
export const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
export type Grade = (typeof grades)[number];
