import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { type InitRequest, initialize } from '../../src/cli/init/init.js';
import { parseSettings } from '../../src/settings/file.js';
import { FILE_NAME } from '../../src/settings/find-file.js';
import { PACKAGE } from '../../src/system/package.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';
import { newestMajor, startService } from '../support/postgres.js';

const WORKFLOW = '.github/workflows/migration-safety.yml';
const newest = newestMajor();
const SQL = 'CREATE TABLE t (id bigint PRIMARY KEY);\n';

const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository with these files, not committed. */
function repository(files: Record<string, string> = {}, isGit = true) {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'init-')));
  folders.push(dir);
  if (isGit) execFileSync('git', ['init', '--quiet'], { cwd: dir });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');
  return {
    ...{ dir, write, read },
    has: (path: string) => existsSync(join(dir, path)),
    /** Of a repository with one database: it stands in the workflow, and nowhere else. */
    version: () => {
      expect(parseSettings(read(FILE_NAME), FILE_NAME)).not.toHaveProperty('postgres-version');
      const { image } = parse(read(WORKFLOW)).jobs.check.services.postgres;
      expect(read(WORKFLOW).split(image)).toHaveLength(2);
      return Number(image.replace('postgres:', ''));
    },
    settings: (path = FILE_NAME) => parseSettings(read(path), path),
    init: (request: Partial<InitRequest> = {}, folder = '.') =>
      initialize({ overwrite: false, ...request, folder: join(dir, folder) }),
  };
}

describe('init at the top of a repository', () => {
  it('writes the workflow and the settings, and says where to read on', async () => {
    const { init, read, settings } = repository({ 'db/migrations/001_a.sql': SQL });
    const said = await init();
    expect(said).toMatch(
      /^Wrote\n {2}\.github\/workflows\/migration-safety\.yml\n {2}\.migration-safety\.yml\nNext: name /,
    );
    expect(said).toContain(`Read on: https://github.com/${PACKAGE.repository}/blob/${PACKAGE.major}/docs/github.md\n`);
    // A guess that is written down would not be said to be one any more.
    expect(settings()).toEqual({ 'fail-on': 'error' });
    expect(parse(read(WORKFLOW))).toMatchObject({
      name: 'Migration safety',
      on: { pull_request: null, merge_group: null },
      jobs: { check: { services: { postgres: { image: 'postgres:17' } } } },
    });
  });

  it('says where no migrations are recognised, and only there', async () => {
    const words = /^No migrations are recognised below this folder\. If there are some, name them /m;
    expect(await repository({ 'README.md': '# x\n' }).init()).toMatch(words);
    expect(await repository({ 'db/migrations/001_a.sql': SQL }).init()).not.toMatch(words);
  });

  it('begins the settings with the line that editors know their schema by, which is the schema’s id', async () => {
    const { init, read } = repository();
    await init();
    const [, url] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(FILE_NAME)) ?? [];
    const schema = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), 'utf8'));
    expect(url).toBe(schema('settings').$id);
    expect(schema('report').$id).toBe(url?.replace('settings', 'report'));
  });

  it('writes nothing where one of the files is there', async () => {
    const { init, read, has } = repository({ [FILE_NAME]: 'mine' });
    const error = await rejection(init(), UsageError);
    expect(error.message).toBe(`init: ${FILE_NAME} is there already. Nothing was written. To overwrite, add --yes.`);
    expect(read(FILE_NAME)).toBe('mine');
    expect(has(WORKFLOW)).toBe(false);
  });

  it('names both files where both are there, and writes over them when told to', async () => {
    const { init, version } = repository();
    await init();
    const error = await rejection(init(), UsageError);
    expect(error.message).toMatch(/^init: \S+ and \S+ are there already\./);
    await init({ overwrite: true, given: { 'postgres-version': '16' } });
    expect(version()).toBe(16);
  });

  it('asks where somebody can be asked, and does as they say', async () => {
    const { init, read } = repository({ [FILE_NAME]: 'mine', [WORKFLOW]: 'mine' });
    const asked: string[] = [];
    const say = (answer: string) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    const given = { 'postgres-version': '17' };
    await rejection(init({ given, ask: say('') }), UsageError);
    expect(read(FILE_NAME)).toBe('mine');
    await init({ given, ask: say('y') });
    expect(read(FILE_NAME)).toContain('fail-on: error');
    expect(asked[0]).toBe(`${WORKFLOW} and ${FILE_NAME} are there already. Overwrite? [y/N]`);
  });

  it('names the layout that it finds', async () => {
    const goose = '-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n';
    const { init, read, settings } = repository({ 'db/migrations/001_a.sql': goose });
    await init();
    expect(settings()).toEqual({ layout: 'goose', 'fail-on': 'error' });
    expect(read(FILE_NAME)).toMatch(/^# Found here:\n# .*: goose, /m);
  });

  it('offers settings that are all known, also the ones in comments', async () => {
    const { init, read } = repository();
    await init();
    const uncommented = read(FILE_NAME).replace(/^# (?=[a-z-]+: )(?!yaml-language)/gm, '');
    expect(parseSettings(uncommented, FILE_NAME)).toEqual({
      layout: 'auto',
      migrations: 'db/migrations/*.sql',
      'postgres-version': 17,
      'fail-on': 'error',
      'required-checks': ['rehearsal', 'rollback', 'rerun'],
    });
  });

  it('gives each database of a monorepo its settings, and the repository the workflow for several', async () => {
    const { init, read, settings, has } = repository({
      'services/billing/migrations/001_a.sql': SQL,
      'services/shop/package.json': '{}',
      'services/shop/src/db/migrations/20260101000000_a/migration.sql': SQL,
      'services/shop/src/db/migrations/migration_lock.toml': 'provider = "postgresql"\n',
      'test/fixtures/migrations/001_a.sql': SQL,
    });
    const said = await init({ given: { 'postgres-version': '16' } });
    expect(said).toContain(`  services/billing/${FILE_NAME}\n  services/shop/${FILE_NAME}\n`);
    expect(settings(`services/billing/${FILE_NAME}`)).toEqual({ 'postgres-version': 16, 'fail-on': 'error' });
    expect(settings(`services/shop/${FILE_NAME}`)).toMatchObject({ layout: 'prisma', 'postgres-version': 16 });
    expect(has(FILE_NAME)).toBe(false);
    expect(has(`test/${FILE_NAME}`)).toBe(false);
    const { jobs } = parse(read(WORKFLOW));
    // The version stands once, in the settings of each database: the plan tells it to the job.
    expect(jobs.check.services.postgres.image).toMatch(/^postgres:\$\{\{ matrix\.postgres-version \}\}$/);
  });
});

describe('init in a folder of a repository', () => {
  const files = { 'services/billing/migrations/001_base.sql': 'CREATE TABLE t(id bigint primary key);\n' };

  it('writes the workflow at the top, where GitHub reads it, and the settings there', async () => {
    const { init, has, read } = repository(files);
    const said = await init({}, 'services/billing');
    expect(said).toMatch(
      /^Wrote\n {2}\.\.\/\.\.\/\.github\/workflows\/migration-safety\.yml\n {2}\.migration-safety\.yml\n/,
    );
    expect(has(`services/billing/${WORKFLOW}`)).toBe(false);
    expect(parse(read(WORKFLOW)).jobs).toHaveProperty('plan');
    expect(has(`services/billing/${FILE_NAME}`)).toBe(true);
  });

  it('leaves a workflow that is there as it is, and says what it checks', async () => {
    const { init, read, write } = repository(files);
    await init({}, 'services/billing');
    const workflow = read(WORKFLOW);
    write('services/shop/migrations/1.sql', SQL);
    expect(await init({}, 'services/shop')).toContain(
      '../../.github/workflows/migration-safety.yml is there already, and checks every folder with settings: it was left as it is.\n',
    );
    expect(read(WORKFLOW)).toBe(workflow);

    write(WORKFLOW, 'name: mine\n');
    write('services/third/migrations/1.sql', SQL);
    expect(await init({}, 'services/third')).toContain('is there already, for one database: it was left as it is.');
    expect(read(WORKFLOW)).toBe('name: mine\n');
    await init({ overwrite: true }, 'services/third');
    expect(read(WORKFLOW)).toBe(workflow);
  });

  it('leaves settings alone that stand in package.json', async () => {
    const { init, has, read } = repository({
      'package.json': '{"migration-safety": {"postgres-version": 16}}',
      'db/migrations/1.sql': SQL,
    });
    const said = await init();
    expect(said).toMatch(
      /^Wrote\n {2}\.github\/\S+\npackage\.json holds settings already: they were left as they are\.\nPostgreSQL 16, as package\.json says\./,
    );
    expect(has(FILE_NAME)).toBe(false);
    expect(read(WORKFLOW)).toContain('image: postgres:16\n');
  });

  it('is the top where there is no repository', async () => {
    const { init, has } = repository(files, false);
    await init({}, 'services/billing');
    expect(has(`services/billing/${WORKFLOW}`)).toBe(true);
  });
});

describe('the version that init writes', () => {
  it.each<[string, Record<string, string>, number, string]>([
    ['a compose file', { 'compose.yaml': 'services:\n  db:\n    image: postgres:16.4-alpine\n' }, 16, 'compose.yaml:3'],
    [
      'a workflow',
      { '.github/workflows/ci.yml': 'x:\n  image: "postgis/postgis:15-3.4"\n' },
      15,
      '.github/workflows/ci.yml:2',
    ],
    ['a version manager', { '.tool-versions': 'nodejs 22.1.0\npostgres 18.1\n' }, 18, '.tool-versions:2'],
    ['GitLab', { '.gitlab-ci.yml': 'services:\n  - name: postgres:17\n' }, 17, '.gitlab-ci.yml:2'],
  ])('is found in %s, and stands in the workflow without anybody’s doing', async (_, files, major, where) => {
    const { init, version } = repository({ ...files, 'db/migrations/001_a.sql': SQL });
    const said = await init();
    expect(said).toContain(`PostgreSQL ${major}, as ${where} says.\nNext: commit them, and make `);
    expect(version()).toBe(major);
  });

  it('is the nearest one’s, and what contradicts it is named', async () => {
    const { init } = repository({
      'a/compose.yml': 'image: postgres:16\n',
      'compose.yml': 'image: postgres:17\n',
      '.tool-versions': 'postgres 16.2\n',
      'a/m/1.sql': SQL,
    });
    const said = await init({}, 'a');
    expect(said).toContain('PostgreSQL 16, as compose.yml:1 says; but ');
    expect(said).toMatch(/compose\.yml:1 says 17: correct it if production runs that\.\n/);
  });

  it('is what was given, whatever the repository says', async () => {
    const { init, version } = repository({ 'compose.yml': 'image: postgres:16\n' });
    await init({ given: { 'postgres-version': '18' } });
    expect(version()).toBe(18);
    const error = await rejection(init({ overwrite: true, given: { 'postgres-version': 'new' } }), UsageError);
    expect(error.message).toBe('init: postgres-version: expected a major version, such as 17, got "new".');
  });

  it('is kept where the settings said it before, and a guess is not taken for it', async () => {
    const { init, version, write } = repository({ 'compose.yml': 'image: postgres:16\n' });
    write(FILE_NAME, 'postgres-version: 15\n');
    await init({ overwrite: true });
    expect(version()).toBe(15);
    await init({ overwrite: true });
    expect(version()).toBe(15);
    const other = repository();
    await other.init();
    expect(await other.init({ overwrite: true })).toContain(
      `Next: name production’s Postgres version in ${WORKFLOW}, `,
    );
    other.write(WORKFLOW, other.read(WORKFLOW).replace(/^.*nobody has said.*\n/m, ''));
    expect(await other.init({ overwrite: true })).toMatch(
      /^PostgreSQL 17, as \.github\/workflows\/migration-safety\.yml:\d+ says\.$/m,
    );
  });

  it.each(['14', '19', '99', '170000', '9.6'])('is refused where it is not supported: %s', async (wrong) => {
    const { init, has } = repository();
    const error = await rejection(init({ given: { 'postgres-version': wrong } }), UsageError);
    expect(error.message).toMatch(/^init: postgres-version: /);
    if (wrong === '99')
      expect(error.message).toBe(
        'init: postgres-version: got 99, and 15 to 18 are supported: each rule is proven on those.',
      );
    expect(has(WORKFLOW) || has(FILE_NAME)).toBe(false);
  });

  it('is not taken from what says one that is not supported, and that is told', async () => {
    const { init, read } = repository({ 'compose.yml': 'image: postgres:14\n' });
    const said = await init();
    expect(said).toContain('compose.yml:1 says PostgreSQL 14: 15 to 18 are supported: each rule is proven on those.\n');
    expect(read(WORKFLOW)).toContain('nobody has said');
  });

  it('is named by paths from where one stands', async () => {
    const { init, dir } = repository({ 'compose.yml': 'image: postgres:16\n', 'a/b/1.sql': SQL });
    const said = await init({}, 'a/b');
    expect(said).toContain('PostgreSQL 16, as ../../compose.yml:1 says.');
    expect(said).not.toContain(dir);
  });

  it.skipIf(newest === undefined)('is what the server behind a URL says', async () => {
    const { url, stop } = await startService(newest as number);
    const { init, version } = repository({ 'compose.yml': 'image: postgres:14\n' });
    const said = await init({ given: { 'database-url': url } }).finally(stop);
    expect(version()).toBe(newest);
    expect(said).toMatch(/as the server at 127\.0\.0\.1:\d+ says\.\n/);
  });

  it('is asked for where nothing says it', async () => {
    const { init, version } = repository({ 'compose.yml': 'image: postgres\n' });
    await init({ ask: async () => '17' });
    expect(version()).toBe(17);
  });
});
