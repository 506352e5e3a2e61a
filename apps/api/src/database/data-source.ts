import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { migrations } from './migrations';
import { rows } from './rows';

/** `dueOn` in code is `due_on` in the database. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? snake(property)].join('_');
  }
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The rows and their writes, as the API's role. Pipelined: statements need not wait for one another's answers. */
export function dataSource(url: string, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: rows,
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    poolSize,
    extra: { pipeline: true, application_name: 'followthrough' },
  });
}

/** Migrations, as whoever may become the owner. */
export function migrationSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'migration', migrationsTransactionMode: 'all', installExtensions: false, namingStrategy: new SnakeCase(), poolSize: 1, extra: { options: '-c role=followthrough_owner' } });
}
