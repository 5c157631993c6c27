import type { BreachContactsDocument, BreachDocument, BreachPeopleDocument, DataMapDocument, KeyInventoryDocument, ProcessingRecordDocument, ResultOf, VariablesOf } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type ProcessingRecord = ResultOf<typeof ProcessingRecordDocument>['processingRecord'];
export type Activity = ProcessingRecord['activities'][number];
export type Period = ProcessingRecord['periods'][number];
export type MappedTable = ResultOf<typeof DataMapDocument>['dataMap'][number];
export type MappedColumn = MappedTable['columns'][number];
export type KeyCount = ResultOf<typeof KeyInventoryDocument>['keyInventory'][number];
export type Breach = ResultOf<typeof BreachDocument>['breach'];
export type BreachFacts = VariablesOf<typeof BreachDocument>['input'];
export type BreachPerson = ResultOf<typeof BreachPeopleDocument>['breachPeople']['items'][number];
export type BreachContact = ResultOf<typeof BreachContactsDocument>['breachContacts']['items'][number];
