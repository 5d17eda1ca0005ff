/** sqitch: `deploy/`, `revert/` and `verify/` in the order of `sqitch.plan`; psql runs them. */
import type { SourceFile } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { configured } from './evidence.js';
import { type FileSet, type FoundMigration, type Layout, wholeFile } from './layout.js';
import { below, byName, byText, configsNamed, folderOf, sqlFiles } from './names.js';
import { assemble } from './parts.js';
import { type SqitchPaths, sqitchPaths } from './sqitch-conf.js';
import { type PlannedChange, readPlan } from './sqitch-plan.js';
import { downOf } from './writing.js';

const ROLES = [
  ['deploy', 'up'],
  ['revert', 'down'],
  ['verify', 'verify'],
] as const;

export const sqitch: Layout = {
  name: 'sqitch',
  tool: 'sqitch',
  summary: '`deploy/`, `revert/` and `verify/` with a script for each change of `sqitch.plan`, in its order',
  placeholders: 'psql',
  psql: true,
  sendsRows: true,
  listed: true,
  refuses: {
    late: 'sqitch refuses a plan in which a change comes before one that was deployed: the plan is only added to.',
    deleted: 'sqitch can’t find the script of a change that was deployed.',
    renamed: 'sqitch tells changes apart by their names in the plan: "sqitch rework" makes a new version of one.',
  },
  writing: {
    transaction: 'autocommit',
    files: (draft) => [
      { path: `deploy/${draft.name}.sql`, text: `${draft.up}\n` },
      { path: `revert/${draft.name}.sql`, text: `${downOf(draft) ?? ''}\n` },
    ],
    besides: 'Make each with `sqitch add`, which writes it into the plan.',
  },
  recognise(set) {
    const deploys = sqlFiles(set).some((file) => keyOf(set, file).startsWith('deploy/'));
    const plan = planOf(set);
    if (plan) return { kind: 'marks', reason: plan.path };
    if (!deploys) return undefined;
    return configured(set, /^sqitch\.conf$/);
  },
  read(set) {
    const scripts = new Map(sqlFiles(set).map((file) => [keyOf(set, file).replace(/\.sql$/i, ''), file]));
    const plan = planOf(set);
    if (plan === undefined) return unplanned(scripts);
    const { changes, problems } = readPlan(plan);
    const notChecked: NotChecked[] = [];
    const migrations = changes.flatMap((planned): FoundMigration[] => {
      const script = scriptOf(planned, scripts);
      const migration = change(script, scripts);
      if (migration) return [{ ...migration, identity: `${planned.name} ${planned.version}` }];
      problems.push(missing(plan, planned, script));
      return [];
    });
    for (const [key, file] of scripts) {
      const name = /^deploy\/(.+)$/.exec(key)?.[1];
      if (name === undefined || changes.some((planned) => planned.name === name.replace(/@.*$/, ''))) continue;
      problems.push({
        rule: 'bookkeeping-out-of-step',
        path: file.path,
        line: 1,
        message: `${code(plan.path)} does not name ${code(name)}. Sqitch never deploys it.`,
        help: `Add it to the plan: sqitch add ${name}`,
      });
      const found = change(name, scripts);
      if (found) migrations.push(found);
    }
    return { migrations, problems, notChecked };
  },
};

/** Where the settings say that everything is. */
function pathsOf(set: FileSet): SqitchPaths | undefined {
  const conf = configsNamed(set, /^sqitch\.conf$/)[0];
  return conf && sqitchPaths(conf.text, folderOf(conf.path));
}

/** `deploy/x.sql`, whatever the folder for it is called. */
function keyOf(set: FileSet, file: SourceFile): string {
  const paths = pathsOf(set);
  const role = paths && ROLES.find(([name]) => file.path.startsWith(paths[name]))?.[0];
  return paths && role ? `${role}/${file.path.slice(paths[role].length)}` : below(set, file);
}

function planOf(set: FileSet): SourceFile | undefined {
  const own = pathsOf(set)?.plan;
  const found =
    [...set.files, ...set.configs].find(({ path }) => path === own) ??
    set.files.find((file) => below(set, file) === 'sqitch.plan') ??
    configsNamed(set, /^sqitch\.plan$/)[0];
  return found && sqlFiles(set).some((file) => /^(deploy|revert|verify)\//.test(keyOf(set, file))) ? found : undefined;
}

function change(script: string, scripts: ReadonlyMap<string, SourceFile>): FoundMigration | undefined {
  const parts = ROLES.flatMap(([folder, role]) => {
    const file = scripts.get(`${folder}/${script}`);
    // psql sends statement by statement; a transaction is what the script itself begins.
    return file ? [{ key: script, id: script, script: wholeFile(role, file, 'autocommit') }] : [];
  });
  return assemble('sqitch', parts);
}

/** Without a plan there are names only. */
function unplanned(scripts: ReadonlyMap<string, SourceFile>) {
  const names = [...scripts.keys()].flatMap((key) => /^deploy\/(.+)$/.exec(key)?.[1] ?? []);
  const migrations = names.sort((a, b) => byName(a, b) || byText(a, b)).flatMap((name) => change(name, scripts) ?? []);
  return { migrations, problems: [], notChecked: [] };
}

/** A reworked change keeps its earlier scripts under a tag: the first for which there is a deploy script. */
function scriptOf({ name, keptAs = [] }: PlannedChange, scripts: ReadonlyMap<string, SourceFile>): string {
  const tag = keptAs.find((one) => scripts.has(`deploy/${name}@${one}`)) ?? keptAs[0];
  return tag === undefined ? name : `${name}@${tag}`;
}

function missing(plan: SourceFile, { name, line }: PlannedChange, script: string): FileProblem {
  const help =
    script === name
      ? 'Add the script, or take the change out of the plan.'
      : `A later line reworks ${name}: "sqitch rework" copies its scripts as they were to that name.`;
  return malformed(
    plan,
    line,
    `The plan names ${code(name)}, and there is no ${code(`deploy/${script}.sql`)}. Sqitch expects one.`,
    help,
  );
}
