import { describe, expect, it } from 'vitest';
import type { NotChecked } from '../../src/report-schema/types.js';
import { REQUIRABLE } from '../../src/settings/words.js';
import { missingChecks, type RehearsalResult } from '../../src/verdict/required-checks.js';
import { greenReport } from '../report/fixtures.js';

const [migration] = greenReport.migrations;
if (migration === undefined) throw new Error('the green report has a migration');
const paths = [migration.path];
const server = greenReport.postgres.server;
const rehearsed = (over: Partial<RehearsalResult> = {}): RehearsalResult => ({
  server,
  migrations: greenReport.migrations,
  notChecked: [],
  ...over,
});
const messages = (required: Parameters<typeof missingChecks>[0], state: RehearsalResult) =>
  missingChecks(required, paths, state).map(({ finding }) => finding.message);

describe('required checks', () => {
  it('find nothing where all were made', () => {
    const optional = ['queries', 'application'];
    expect(
      messages(
        REQUIRABLE.filter((name) => !optional.includes(name)),
        rehearsed(),
      ),
    ).toEqual([]);
  });

  it('say which setting is missing', () => {
    expect(messages(['queries', 'application', 'probes'], rehearsed())).toEqual([
      'Required checks were not made: `queries` (the setting queries names no query of the application), `application` (the setting application-command names no program).',
    ]);
  });

  it('find nothing where none is required, or nothing changed', () => {
    expect(messages([], rehearsed({ server: null }))).toEqual([]);
    expect(missingChecks(REQUIRABLE, [], rehearsed({ server: null, migrations: [] }))).toEqual([]);
  });

  it('are a finding with the reason where nothing ran', () => {
    const notChecked: NotChecked[] = [
      { check: 'rehearsal', id: 'rehearsal', reason: 'no PostgreSQL binaries on this machine' },
    ];
    const [prediction, ...rest] = missingChecks(['rehearsal', 'rerun'], paths, rehearsed({ server: null, notChecked }));
    expect(rest).toEqual([]);
    expect(prediction?.finding).toMatchObject({
      rule: 'required-check-missing',
      severity: 'error',
      path: migration.path,
      line: 1,
      message:
        'Required checks were not made: `rehearsal` (no PostgreSQL binaries on this machine), `rerun` (no PostgreSQL binaries on this machine).',
    });
  });

  it('name the obstacle of the one migration that was skipped', () => {
    const { path } = migration;
    const notChecked: NotChecked[] = [
      { check: `rehearsal of ${path}`, id: 'rehearsal', path, reason: 'the baseline fails in 001.sql' },
    ];
    expect(messages(['rehearsal'], rehearsed({ migrations: [], notChecked }))).toEqual([
      'A required check was not made: `rehearsal` (the baseline fails in 001.sql).',
    ]);
  });

  it('take the reason from the checklist', () => {
    const proofs = migration.proofs.map((proof) =>
      proof.check === 'rollback'
        ? { ...proof, status: 'not checked' as const, detail: 'there is no rollback script' }
        : proof,
    );
    const migrations = [{ ...migration, proofs }];
    expect(messages(['rollback', 'rerun'], rehearsed({ migrations }))).toEqual([
      'A required check was not made: `rollback` (there is no rollback script).',
    ]);
  });

  it('leave a proof that failed to its own finding', () => {
    const proofs = migration.proofs.map((proof) => ({ ...proof, status: 'failed' as const }));
    expect(messages(['rollback', 'plans'], rehearsed({ migrations: [{ ...migration, proofs }] }))).toEqual([]);
  });

  it('say that the migration did not apply, or that nothing asks for it', () => {
    const without = (check: string) => ({ ...migration, proofs: migration.proofs.filter((it) => it.check !== check) });
    const broken = { ...migration, proofs: [{ ...migration.proofs[0], status: 'failed' }] } as typeof migration;
    expect(messages(['rollback'], rehearsed({ migrations: [broken] }))[0]).toContain('the migration did not apply');
    expect(messages(['plans'], rehearsed({ migrations: [without('plans')] }))[0]).toContain(
      'no validation query says which index it uses',
    );
    expect(messages(['objects'], rehearsed({ migrations: [without('objects')] }))).toEqual([]);
  });
});
