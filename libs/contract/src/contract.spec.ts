import { buildSchema, Kind, validate, type DocumentNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as contract from '.';

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../console.graphql'), 'utf8'));
const documents = Object.entries(contract).filter((entry): entry is [string, typeof entry[1] & DocumentNode] => (entry[1] as DocumentNode).kind === Kind.DOCUMENT);

describe('the documents of the contract', () => {
  it('are named after their operation and ask only for what the committed schema has', () => {
    expect(documents.length).toBeGreaterThan(0);
    for (const [name, document] of documents) {
      const [operation] = document.definitions;
      expect([name, validate(schema, document).map((error) => error.message)]).toEqual([name, []]);
      if (operation?.kind === Kind.OPERATION_DEFINITION) expect(name).toBe(`${operation.name?.value}Document`);
    }
  });
});
