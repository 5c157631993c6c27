import { BreachContactsDocument, BreachCsvDocument, BreachDocument, BreachPeopleDocument, DataMapDocument, KeyInventoryDocument, ProcessingRecordDocument, RotateKeysDocument, type VariablesOf } from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { BreachFacts } from './types';

/** What one asks of the record of processing, the data map, the keys, and after a breach. */
export const recordVerbs = ({ transport }: VerbTools) => ({
  processingRecord: async () => (await transport.run(ProcessingRecordDocument, {})).processingRecord,
  dataMap: async () => (await transport.run(DataMapDocument, {})).dataMap,
  keyInventory: async () => (await transport.run(KeyInventoryDocument, {})).keyInventory,
  rotateKeys: async () => (await transport.run(RotateKeysDocument, {})).rotateKeys,
  breach: async (input: BreachFacts) => (await transport.run(BreachDocument, { input })).breach,
  breachPeople: async (asked: VariablesOf<typeof BreachPeopleDocument>) => (await transport.run(BreachPeopleDocument, asked)).breachPeople,
  breachCsv: async (input: BreachFacts) => (await transport.run(BreachCsvDocument, { input })).breachCsv,
  breachContacts: async (asked: VariablesOf<typeof BreachContactsDocument>) => (await transport.run(BreachContactsDocument, asked)).breachContacts,
});
