/** Folders whose files contradict each other, or whose tool's list can't be read: that is said, and the rest is checked. */
import { expect, it } from 'vitest';
import { foundOnBranch } from '../support/branch.js';
import type { Files } from '../support/workspace.js';

/** No text. */
const BINARY = 'x\0y';

async function branch(main: Files, change: Files) {
  const { changed, baseline, problems, unreadable, layouts, notChecked } = await foundOnBranch(main, change);
  return {
    changed: changed.map(({ id }) => id),
    baseline: baseline.map(({ file }) => file.path),
    sent: changed.map(({ up }) => up.transaction),
    said: problems.map(({ rule, path, line, message }) => `${rule} ${path}:${line} ${message}`),
    unreadable: unreadable.map(({ path }) => path),
    layouts: layouts.map(({ root, layout }) => `${root} ${layout}`),
    notChecked: notChecked.map(({ check, reason }) => `${check}: ${reason}`),
  };
}

it('two tools’ marks: at the changed file; other folders are checked', async () => {
  const main = { 'db/migrations/1_a.sql': '-- +goose Up\nSELECT 1;\n' };
  const change = { 'db/migrations/2_b.sql': '-- migrate:up\nSELECT 2;\n', 'other/migrations/001_x.sql': 'SELECT 3;' };
  expect(await branch(main, change)).toMatchObject({
    changed: ['001_x'],
    said: [
      expect.stringMatching(
        /^ambiguous-layout db\/migrations\/2_b\.sql:1 Two layouts fit `db\/migrations\/`: dbmate .* and goose/,
      ),
    ],
    layouts: ['db/migrations/ unknown', 'other/migrations/ plain'],
  });
});

it('a list that can’t be read: the one of the base branch tells the tool and the order', async () => {
  const plan = '%project=x\nz 2026-01-01T00:00:00Z A <a@x>\na 2026-01-01T00:00:00Z A <a@x>\n';
  const sqitch = { 'sqitch.plan': plan, 'deploy/z.sql': 'SELECT 1;', 'deploy/a.sql': 'SELECT 2;' };
  expect(await branch(sqitch, { 'sqitch.plan': BINARY, 'deploy/b.sql': 'SELECT 3;' })).toMatchObject({
    changed: ['b'],
    baseline: ['deploy/z.sql', 'deploy/a.sql'],
    said: [],
    unreadable: ['sqitch.plan'],
    notChecked: [],
  });
  const atlas = { 'm/atlas.sum': 'h1:x\n', 'm/20260101_a.sql': 'SELECT 1;' };
  expect(await branch(atlas, { 'm/atlas.sum': BINARY, 'm/20260102_b.sql': 'SELECT 2;' })).toMatchObject({
    changed: ['20260102_b'],
    sent: ['per-script'],
    said: [],
    unreadable: ['m/atlas.sum'],
  });
});

it('a changelog that can’t be read: the files below it are read by their names', async () => {
  const of = (id: number) => `--liquibase formatted sql\n--changeset a:${id}\nSELECT ${id};\n`;
  const changelog = 'databaseChangeLog:\n- includeAll:\n    path: sql\n    relativeToChangelogFile: true\n';
  const main = { 'db/changelog/m.yaml': changelog, 'db/changelog/sql/1.sql': of(1) };
  expect(await branch(main, { 'db/changelog/m.yaml': BINARY, 'db/changelog/sql/2.sql': of(2) })).toMatchObject({
    changed: ['a:2'],
    baseline: ['db/changelog/sql/1.sql'],
    said: [],
    unreadable: ['db/changelog/m.yaml'],
    notChecked: [],
  });
});

it('a list with a merge’s marks: once, and both sides are read', async () => {
  const on = '2026-01-01T00:00:00Z A <a@x>';
  const main = { 'sqitch.plan': `%project=x\na ${on}\n`, 'deploy/a.sql': 'SELECT 1;' };
  const conflict = `%project=x\na ${on}\n<<<<<<< HEAD\nb ${on}\n=======\nc ${on}\n>>>>>>> other\n`;
  expect(
    await branch(main, { 'sqitch.plan': conflict, 'deploy/b.sql': 'SELECT 2;', 'deploy/c.sql': 'SELECT 3;' }),
  ).toMatchObject({
    changed: ['b', 'c'],
    said: [expect.stringMatching(/^malformed-migration sqitch\.plan:3 The plan holds an unresolved merge conflict/)],
  });
});

it('a chain that forks: both branches are named, and checked', async () => {
  const committed = (previous: string, hash: string) =>
    `--! Previous: ${previous}\n--! Hash: ${hash}\n--! AllowInvalidHash\n\nSELECT 1;\n`;
  const main = { 'migrations/committed/000001.sql': committed('-', 'sha1:a') };
  const fork = {
    'migrations/committed/000002.sql': committed('sha1:a', 'sha1:b'),
    'migrations/committed/000003.sql': committed('sha1:a', 'sha1:c'),
  };
  expect(await branch(main, fork)).toMatchObject({
    changed: ['committed/000002', 'committed/000003'],
    said: [
      expect.stringMatching(
        /^bookkeeping-out-of-step migrations\/committed\/000003\.sql:1 The chain forks: `migrations\/committed\/000002\.sql` and this one both follow `sha1:a`\./,
      ),
    ],
  });
});
