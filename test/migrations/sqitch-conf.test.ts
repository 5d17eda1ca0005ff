/** What sqitch.conf calls otherwise than sqitch does. */
import { describe, expect, it } from 'vitest';
import { sqitchPaths } from '../../src/migrations/layouts/sqitch-conf.js';
import { foundOnBranch } from '../support/branch.js';

const PLAN =
  '%project=x\n\nb 2026-01-01T00:00:00Z x <x@x> # b\na [b] 2026-01-02T00:00:00Z x <x@x> # a\nc [a] 2026-01-03T00:00:00Z x <x@x> # c\n';

describe('the paths of', () => {
  it.each<[string, string, string]>([
    ['', 'deploy/ revert/ verify/', 'sqitch.plan'],
    ['[core]\n\ttop_dir = db\n', 'db/deploy/ db/revert/ db/verify/', 'db/sqitch.plan'],
    [
      '[core]\n\tdeploy_dir = up\n\trevert_dir = down/\n\tplan_file = "my.plan" # ours\n',
      'up/ down/ verify/',
      'my.plan',
    ],
    [
      '[core]\ntop_dir = a\n[engine "pg"]\ntop_dir = b\n[engine "mysql"]\ntop_dir = c\n',
      'b/deploy/ b/revert/ b/verify/',
      'b/sqitch.plan',
    ],
    [
      '[engine "pg"]\ntarget = prod\ntop_dir = a\n[target "prod"]\ntop_dir = b\n[target "dev"]\ntop_dir = c\n',
      'b/deploy/ b/revert/ b/verify/',
      'b/sqitch.plan',
    ],
    ['# [core]\n; top_dir = x\n[core]\n\t# top_dir = y\n', 'deploy/ revert/ verify/', 'sqitch.plan'],
  ])('%j', (text, folders, plan) => {
    const paths = sqitchPaths(text, 'd/');
    expect([paths.deploy, paths.revert, paths.verify].join(' ')).toBe(folders.replaceAll(/(\S+)/g, 'd/$1'));
    expect(paths.plan).toBe(`d/${plan}`);
  });
});

it.each([
  [
    'names of their own',
    '[core]\nengine = pg\ndeploy_dir = install\nrevert_dir = uninstall\nplan_file = changes.plan\n',
    'install/',
    'uninstall/',
    'changes.plan',
  ],
  [
    'below a folder for the engine',
    '[core]\nplan_file = sqitch.plan\n[engine "pg"]\ntop_dir = sql/pg\n',
    'sql/pg/deploy/',
    'sql/pg/revert/',
    'sqitch.plan',
  ],
])('folders with %s are read by the plan', async (_, conf, deploy, revert, plan) => {
  const main = {
    'sqitch.conf': conf,
    [plan]: PLAN,
    [`${deploy}a.sql`]: 'SELECT 2;',
    [`${deploy}b.sql`]: 'SELECT 1;',
  };
  const change = { [`${deploy}c.sql`]: 'SELECT 3;', [`${revert}c.sql`]: 'SELECT 4;' };
  const found = await foundOnBranch(main, change);
  expect(found.changed.map(({ id, down }) => [id, down?.file.path])).toEqual([['c', `${revert}c.sql`]]);
  expect(found.baseline.map(({ file }) => file.path)).toEqual([`${deploy}b.sql`, `${deploy}a.sql`]);
  expect(found.layouts).toMatchObject([{ layout: 'sqitch', reason: expect.stringContaining(plan) }]);
  expect(found.problems).toEqual([]);
});
