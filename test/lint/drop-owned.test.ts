import { expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';

const grammar = await loadGrammar();
const rules = RULES.filter(({ id }) => id === 'drop-owned');
const found = (sql: string) =>
  lint([migrationOf({ sql }, grammar).migration], new Schema(), { rules, postgresVersion: null }).map(
    ({ finding }) => finding.message,
  );

it('says whose objects DROP OWNED drops, and nothing where they were handed over', () => {
  expect(found('DROP OWNED BY app, CURRENT_ROLE CASCADE;').join()).toContain(
    'everything that `app` and `CURRENT_ROLE`',
  );
  expect(found('REASSIGN OWNED BY app TO admin;\nDROP OWNED BY app;')).toEqual([]);
  expect(found('REASSIGN OWNED BY app TO admin;\nDROP OWNED BY app, other;').join()).toContain(
    'everything that `other`',
  );
});
