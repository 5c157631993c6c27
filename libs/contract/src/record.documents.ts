import { graphql } from './graphql';

export const ProcessingRecordDocument = graphql(`
  query ProcessingRecord {
    processingRecord {
      region day
      controller { name address contact officer authority }
      activities { purpose basis article source adopted subjects recipients retention rests data { category dataClass } }
      periods { retentionClass termFrom termCount termUnit action source adopted }
      measures
    }
  }
`);

export const DataMapDocument = graphql(`
  query DataMap {
    dataMap { table retention nobodys internal subjects { kind onErasure because } columns { name purpose category dataClass rest of } }
  }
`);

export const KeyInventoryDocument = graphql(`query KeyInventory { keyInventory { key standing table column values } }`);

export const RotateKeysDocument = graphql(`mutation RotateKeys { rotateKeys }`);

export const BreachDocument = graphql(`
  query Breach($input: BreachInput!) { breach(input: $input) { deadline risk notListed affected { kind people byClass { dataClass people } } } }
`);

export const BreachPeopleDocument = graphql(`
  query BreachPeople($input: BreachInput!, $page: Int!, $perPage: Int!) { breachPeople(input: $input, page: $page, perPage: $perPage) { total items { id kind pseudonym classes } } }
`);

export const BreachCsvDocument = graphql(`query BreachCsv($input: BreachInput!) { breachCsv(input: $input) }`);

export const BreachContactsDocument = graphql(`
  query BreachContacts($input: BreachInput!, $reason: String!, $page: Int!, $perPage: Int!) {
    breachContacts(input: $input, reason: $reason, page: $page, perPage: $perPage) { total items { id kind pseudonym name contacts } }
  }
`);
