import driver, { types } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';

const int8 = 20;
const date = 1082;

/** The API's data source: as `mintforge_app`, every entity class that was imported, statement timeout 30 s, no schema changes. */
export function makeDataSource(url: string, { pool = 10, name = 'mintforge-api' }: { pool?: number; name?: string } = {}): DataSource {
  types.setTypeParser(int8, Number);
  types.setTypeParser(date, (day) => day);
  return new DataSource({
    type: 'postgres',
    // TypeORM would load another copy beside the bundle, and these parsers would not reach it.
    driver,
    url,
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) => (typeof target === 'function' ? [target] : [])),
    synchronize: false,
    installExtensions: false,
    poolSize: pool,
    applicationName: name,
    poolErrorHandler: () => undefined,
    extra: { statement_timeout: 30_000, connectionTimeoutMillis: 5000, idle_in_transaction_session_timeout: 60_000 },
  });
}
