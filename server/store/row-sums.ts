// A checksum in every row of the tables that no chain of hashes holds: kept by triggers, so that no statement can forget it.
import type Database from 'better-sqlite3';
import { hash } from 'node:crypto';

/** The column that holds it, in every table that has one. */
const SUM = 'sum';

interface Column {
  readonly name: string;
  /** Place in the primary key, from 1; 0 for a column that is not part of it. */
  readonly pk: number;
}

/** Offers `row_sum(table, …)` to statements of this connection: 48 bits over the table's name and the values. */
export function offerSums(db: Database.Database): void {
  db.function(
    'row_sum',
    { varargs: true, deterministic: true, safeIntegers: true },
    (...values: unknown[]) => {
      // Whole numbers come as either, from a row or from a statement's parameter.
      const text = JSON.stringify(values, (_, value: unknown) =>
        typeof value === 'bigint' || typeof value === 'number' ? [String(value)] : value,
      );
      return BigInt(`0x${hash('sha256', text).slice(0, 12)}`);
    },
  );
}

/** From now on whatever this connection writes has its checksum. Needs {@link offerSums}. */
export function keepSums(db: Database.Database): void {
  // Triggers of the connection alone lie there; there is never more in it.
  db.pragma('temp_store = MEMORY');
  for (const { table, key, others } of summed(db)) {
    const sum = `UPDATE ${table} SET ${SUM} = ${sumOf(table, others, 'NEW.')}
      WHERE ${key.map((name) => `${name} = NEW.${name}`).join(' AND ')};`;
    db.exec(`CREATE TEMP TRIGGER ${table}_sum_in AFTER INSERT ON main.${table} BEGIN ${sum} END;
      CREATE TEMP TRIGGER ${table}_sum_on AFTER UPDATE OF ${others.join(', ')} ON main.${table}
      BEGIN ${sum} END;`);
  }
}

/** Takes all rows as they are, of a file that is being made or migrated. Needs {@link offerSums}. */
export function sumAll(db: Database.Database): void {
  for (const { table, others } of summed(db))
    db.exec(`UPDATE ${table} SET ${SUM} = ${sumOf(table, others)}`);
}

/** Names the first row whose checksum is not its own, as "table key", or null. Needs {@link offerSums}. */
export function falseRow(db: Database.Database): string | null {
  for (const { table, key, others } of summed(db)) {
    const found = db
      .prepare<[], string>(
        `SELECT concat_ws('/', ${key.join(', ')}) FROM ${table}
         WHERE ${SUM} IS NOT ${sumOf(table, others)} LIMIT 1`,
      )
      .pluck()
      .get();
    if (found !== undefined) return `${table} ${found}`;
  }
  return null;
}

function summed(db: Database.Database) {
  return db
    .prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .map((table) => {
      const columns = db.pragma(`main.table_info(${table})`) as readonly Column[];
      const others = columns.map(({ name }) => name).filter((name) => name !== SUM);
      const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
      return { table, key, others, has: others.length < columns.length };
    })
    .filter(({ has }) => has);
}

function sumOf(table: string, columns: readonly string[], row = ''): string {
  return `row_sum('${table}', ${columns.map((name) => row + name).join(', ')})`;
}
