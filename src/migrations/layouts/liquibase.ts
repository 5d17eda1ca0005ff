/** Liquibase's formatted SQL: each changeset is a migration of its own. */
import type { NotChecked } from '../../report-schema/types.js';
import type { FileProblem } from '../problem.js';
import { marked } from './evidence.js';
import type { FoundMigration, Layout } from './layout.js';
import { changesetsOf, FORMATTED } from './liquibase-changesets.js';
import { CHANGELOG, includedFiles } from './liquibase-includes.js';
import { byName, sqlFiles } from './names.js';

export const liquibase: Layout = {
  name: 'liquibase',
  tool: 'Liquibase',
  summary:
    'files with `--liquibase formatted sql`, a migration for each `--changeset author:id`, in the order of the changelog',
  placeholders: 'dollar-brace',
  bookkeeping: {
    table: 'databasechangelog',
    sql: `CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
      dateexecuted timestamp NOT NULL, orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35),
      description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
      labels varchar(255), deployment_id varchar(10));
      CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255))`,
  },
  refuses: {
    edited:
      'Liquibase compares checksums and refuses to run: "Validation Failed: … changesets check sum" (unless it has validCheckSum).',
    renamed: 'Liquibase tells changesets apart by author, id and file: it would run this one again.',
    duplicate: 'Liquibase refuses to run: "duplicate changeSets".',
  },
  recognise: (set) => marked(sqlFiles(set), /^\s*--\s*liquibase\s+formatted\s+sql\b/i, '--liquibase formatted sql'),
  read(set) {
    const problems: FileProblem[] = [];
    const notChecked: NotChecked[] = [];
    const migrations: FoundMigration[] = [];
    const formatted = sqlFiles(set)
      .filter(({ text }) => FORMATTED.test(text))
      .sort((a, b) => byName(a.path, b.path));
    const changelogs = set.files.filter(({ path, text }) => CHANGELOG.test(path) && text.includes('databaseChangeLog'));
    const included = includedFiles(changelogs, formatted);
    problems.push(...included.problems);
    for (const path of included.coded) {
      const reason =
        'its changesets are not SQL: what "liquibase update-sql" prints can be checked with the setting command';
      notChecked.push({ check: path, reason });
    }
    for (const file of formatted) {
      if (changelogs.length === 0 || included.files.includes(file)) continue;
      notChecked.push({ check: file.path, reason: 'no changelog includes it: Liquibase never runs it' });
    }
    for (const file of changelogs.length === 0 ? formatted : included.files) {
      const read = changesetsOf(file);
      problems.push(...read.problems);
      for (const { migration, dbms } of read.changesets) {
        if (dbms === null || isForPostgres(dbms))
          migrations.push({ ...migration, version: `${migration.id} ${file.path}` });
        else
          notChecked.push({ check: `${file.path} (${migration.id})`, reason: `it is for ${dbms}, not for PostgreSQL` });
      }
    }
    return { migrations, problems, notChecked };
  },
};

function isForPostgres(dbms: string): boolean {
  const names = dbms
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (names.includes('!postgresql') || names.includes('none')) return false;
  return names.some((name) => name === 'postgresql' || name === 'all' || name.startsWith('!'));
}
