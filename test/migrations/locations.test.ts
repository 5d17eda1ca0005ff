/** Folders that Flyway's settings name are one history, with all below them. */
import { describe, expect, it } from 'vitest';
import { foundOnBranch } from '../support/branch.js';
import type { Files } from '../support/workspace.js';

const MERGED: Files = { 'db/changes/2024/V1__a.sql': 'CREATE TABLE a (id int);' };
const CHANGE: Files = { 'db/changes/2025/V2__b.sql': 'ALTER TABLE a ADD COLUMN b int;' };

const read = async (main: Files, change: Files = CHANGE) => {
  const { changed, baseline, layouts } = await foundOnBranch(main, change);
  return {
    changed: changed.map(({ id }) => id),
    baseline: baseline.map(({ file }) => file.path),
    roots: layouts.map(({ root }) => root),
  };
};

describe('the locations of', () => {
  it.each<[string, string, string]>([
    ['flyway.conf', 'flyway.conf', 'flyway.url=x\nflyway.locations=filesystem:./db/changes\n'],
    ['flyway.conf in its folder', 'conf/flyway.conf', 'flyway.locations = filesystem:db/changes\n'],
    ['flyway.toml', 'flyway.toml', '[flyway]\nlocations = [\n  "filesystem:db/changes",\n]\n'],
    ['a wildcard at the end', 'flyway.toml', '[flyway]\nlocations = ["filesystem:db/changes/**"]\n'],
    ['Maven', 'pom.xml', '<plugin>flyway<location>filesystem:db/changes</location></plugin>'],
    ['Gradle', 'build.gradle', "flyway { locations = ['filesystem:db/changes'] }"],
  ])('%s', async (_, path, text) => {
    expect(await read({ ...MERGED, [path]: text })).toEqual({
      changed: ['V2__b'],
      baseline: ['db/changes/2024/V1__a.sql'],
      roots: ['db/changes/'],
    });
  });

  it.each<[string, string]>([
    ['application.properties', 'spring.flyway.locations=classpath:/db/changes/common,classpath:/db/changes/{vendor}\n'],
    [
      'application.properties',
      'spring.flyway.locations[0]=classpath:db/changes/common\nspring.flyway.locations[1]=classpath:db/changes/postgresql\n',
    ],
    [
      'application.yml',
      'spring:\n  flyway:\n    locations: classpath:db/changes/common, classpath:db/changes/{vendor}\n',
    ],
    [
      'application.yaml',
      'a: 1\n---\nspring:\n  flyway:\n    locations:\n      - classpath:db/changes/common\n      - classpath:db/changes/{vendor}\n',
    ],
  ])('Spring in %s: %j', async (name, text) => {
    const resources = 'app/src/main/resources/';
    const main = {
      [`${resources}${name}`]: text,
      [`${resources}db/changes/common/V1__a.sql`]: 'CREATE TABLE a (id int);',
      [`${resources}db/changes/mysql/V1_1__a.sql`]: 'CREATE TABLE c (id int);',
    };
    expect(await read(main, { [`${resources}db/changes/postgresql/V2__b.sql`]: 'SELECT 1;' })).toEqual({
      changed: ['V2__b'],
      baseline: [`${resources}db/changes/common/V1__a.sql`],
      roots: [`${resources}db/changes/`],
    });
  });

  it('settings of another folder, or none, leave each folder by itself', async () => {
    for (const conf of ['flyway.locations=filesystem:elsewhere\n', '# flyway.locations=filesystem:db/changes\n', ''])
      expect(await read({ ...MERGED, 'flyway.conf': conf, 'elsewhere/V1__x.sql': 'SELECT 1;' })).toMatchObject({
        baseline: [],
        roots: ['db/changes/2025/'],
      });
  });

  it('files of several folders are in one order', async () => {
    const main = { ...MERGED, 'flyway.conf': 'flyway.locations=filesystem:db/changes\n' };
    const { changed } = await read(main, { 'db/changes/archive/V3__c.sql': 'SELECT 1;', ...CHANGE });
    expect(changed).toEqual(['V2__b', 'V3__c']);
  });
});
