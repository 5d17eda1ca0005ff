/** Chains of several services in one repository: each by itself where they can't share a database. */
import { describe, expect, it } from 'vitest';
import { foundOnBranch } from '../support/branch.js';
import type { Files } from '../support/workspace.js';

const goose = (up: string, down: string) => `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`;
const ACCOUNTS: Files = {
  'accounts/migrations/001_a.sql': goose('CREATE TABLE "users" (id int);', 'DROP TABLE users;'),
};
const ORDERS: Files = { 'orders/migrations/001_z.sql': goose('create table Users (id int);', 'DROP TABLE users;') };
const CHANGE: Files = {
  'accounts/migrations/002_b.sql': goose('ALTER TABLE users ADD COLUMN a int;', 'ALTER TABLE users DROP COLUMN a;'),
  'orders/migrations/002_y.sql': goose('ALTER TABLE users ADD COLUMN b int;', 'ALTER TABLE users DROP COLUMN b;'),
};

async function chains(main: Files, change: Files, over: Parameters<typeof foundOnBranch>[2] = {}) {
  const found = await foundOnBranch(main, change, over);
  return {
    chains: found.chains.map(({ changed, baseline }) => [
      ...baseline.map(({ file }) => file.path),
      ...changed.map(({ path }) => `+ ${path}`),
    ]),
    notes: found.notChecked.map(({ reason }) => reason.replace(/:.*/s, '')),
    problems: found.problems,
  };
}

describe('folders that make the same table', () => {
  it('are each rehearsed in a database of their own', async () => {
    expect(await chains({ ...ACCOUNTS, ...ORDERS }, CHANGE)).toEqual({
      chains: [
        ['accounts/migrations/001_a.sql', '+ accounts/migrations/002_b.sql'],
        ['orders/migrations/001_z.sql', '+ orders/migrations/002_y.sql'],
      ],
      notes: [],
      problems: [],
    });
  });

  it('are in one where the settings name what is in it', async () => {
    const seeded = { ...ACCOUNTS, ...ORDERS, 'schema.sql': 'CREATE TABLE users (id int);' };
    expect((await chains(seeded, CHANGE, { baseline: ['schema.sql'] })).chains).toEqual([
      ['schema.sql', '+ accounts/migrations/002_b.sql', '+ orders/migrations/002_y.sql'],
    ]);
  });
});

it('folders that share no table may share a database: it is said that they did', async () => {
  const orders = {
    'orders/migrations/001_z.sql': goose('CREATE TABLE IF NOT EXISTS users (); CREATE TABLE o ();', ''),
  };
  const found = await chains({ ...ACCOUNTS, ...orders }, CHANGE);
  expect(found.chains).toHaveLength(1);
  expect(found.notes).toEqual(['they were rehearsed in one database, one folder after the other']);
});
