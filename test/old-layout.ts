// A data folder as the version before meetings had folders left it: its layout, and its tables (version 3).
import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { documentsBeside, fileOf, folderOf, meetingsFound, OLD } from '../server/meeting-folder.ts';

/** Leads a folder that nobody serves back; the newest commits of every meeting are only in its log, as after a kill. */
export function toOldLayout(data: string): void {
  mkdirSync(OLD.documents(data), { mode: 0o700 });
  for (const id of meetingsFound(data)) {
    const documents = join(data, documentsBeside(fileOf(id)));
    if (existsSync(documents)) cpSync(documents, OLD.documents(data), { recursive: true });
    inVersion3(join(data, fileOf(id)), join(data, OLD.fileOf(id)), 'meeting');
    rmSync(folderOf(data, id), { recursive: true });
  }
  const list = join(data, 'server.sqlite');
  renameSync(list, `${list}.new`);
  inVersion3(`${list}.new`, list, 'server');
  rmSync(`${list}.new`);
  const db = new Database(list);
  for (const id of db.prepare<[], string>('SELECT id FROM meetings').pluck().all())
    db.prepare('UPDATE meetings SET file = ? WHERE id = ?').run(OLD.fileOf(id as never), id);
  db.close();
}

function inVersion3(from: string, to: string, kind: 'meeting' | 'server'): void {
  const schema = new URL(`./vectors/${kind}-file-v3.sql`, import.meta.url);
  const draft = `${to}.draft`;
  const db = new Database(draft);
  db.exec(readFileSync(schema, 'utf8'));
  db.pragma('journal_mode = WAL');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('wal_autocheckpoint = 0');
  db.prepare('ATTACH ? AS source').run(from);
  const tables = db
    .prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  // Sums of the source's rows are no matter here, and who of the staff acted was not known then.
  const isKept = (table: string) => (table === 'directory' ? "WHERE kind <> 'staff'" : '');
  db.transaction(() => {
    for (const table of tables) {
      const columns = (db.pragma(`main.table_info(${table})`) as { name: string }[])
        .map(({ name }) => name)
        .join(', ');
      db.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (${columns})
        SELECT ${columns} FROM source.${table} ${isKept(table)} ORDER BY 1`);
    }
  })();
  // Taken while it is open: closing would tidy its log away.
  for (const side of ['', '-wal']) cpSync(draft + side, to + side);
  db.close();
  for (const side of ['', '-wal', '-shm']) rmSync(draft + side, { force: true });
}
