/** All that reads a script as text. */
import type { Script, SourceFile } from '../../src/model.js';
import { sessions } from '../../src/schema/session.js';
import { irreversibleReason, readDirectives } from '../../src/sql/directives.js';
import { expectationsOf } from '../../src/sql/expectations.js';
import { plainStringWithBackslash } from '../../src/sql/plain-strings.js';
import { applicationQueries } from '../../src/sql/queries.js';
import { isForPsql, refuse } from '../../src/sql/refuse.js';

export function readAsText(script: Script, file: SourceFile): void {
  readDirectives(script);
  irreversibleReason(script);
  sessions(script.statements);
  applicationQueries(file);
  for (const statement of script.statements) {
    expectationsOf(statement);
    refuse(statement);
    isForPsql(statement);
    plainStringWithBackslash(statement.sql);
  }
}
