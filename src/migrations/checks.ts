/** What the files are found to be, before any SQL is read. */
import { catalogue } from '../findings/check.js';
import { INTERNAL_CHECKS } from '../findings/internal-error.js';

export const { checks: FILE_CHECKS, finding: fileFinding } = catalogue({
  ...INTERNAL_CHECKS,
  'ambiguous-layout': {
    harm: 'stops',
    summary: 'Two layouts fit a folder of migrations',
    why: 'The folder holds the marks or the settings of more than one migration tool. They order, split and wrap files differently: a wrong guess would check something else than what production runs.',
    fix: 'Name the layout with the setting `layout`, or leave the other tool’s files out with `migrations` or `ignore`.',
  },
  'malformed-migration': {
    harm: 'stops',
    summary: 'The migration tool can’t read a file as it is meant',
    why: 'A section that is never closed, a down before an up, a name without a version, a plan that names a missing file: the tool stops there, or runs something else than the file seems to say.',
    fix: 'Write the file as the message says that the tool expects it.',
  },
  'unknown-placeholder': {
    harm: 'stops',
    summary: 'A placeholder has no value',
    why: 'The migration tool replaces the placeholder before Postgres sees the text. Without its value nobody can tell what will run.',
    fix: 'Give the value with the setting `placeholders`.',
  },
  'migration-edited': {
    harm: 'stops',
    summary: 'A migration that was merged already is edited',
    why: 'Databases that have applied it don’t run it again: they keep what it said before, and new databases get something else. Tools that compare checksums refuse to run.',
    fix: 'Leave the merged migration as it is, and write the change into a new one.',
  },
  'migration-renamed': {
    harm: 'stops',
    summary: 'A migration that was merged already is renamed',
    why: 'Migration tools know what they have applied by version or name. Under another one it is a new migration: it runs again, or the tool misses the old one and refuses to run.',
    fix: 'Keep the name of the merged migration.',
  },
  'migration-deleted': {
    harm: 'stops',
    summary: 'A migration that was merged already is deleted',
    why: 'Databases that have applied it keep what it made, and new ones never get it. Some tools refuse to run when a migration is missing that they have applied.',
    fix: 'Keep the file, and undo what it did in a new migration.',
  },
  'duplicate-version': {
    harm: 'stops',
    summary: 'Two migrations have the same version',
    why: 'Versions are how a tool knows what it has applied. Of two migrations with one version it refuses both, or runs one and takes the other for done. It happens when two branches pick the next number.',
    fix: 'Give the new migration a version of its own, after the newest on the base branch.',
  },
  'version-out-of-order': {
    harm: 'stops',
    summary: 'A new migration comes before one that was merged already',
    why: 'Databases that are up to date have applied the later one. Depending on the tool, the new one is refused, skipped without a word, or applied after what it stands before.',
    fix: 'Give the new migration a version after the newest on the base branch.',
  },
  'version-gap': {
    harm: 'note',
    summary: 'A number is missing between two migrations',
    why: 'In a folder that counts 1, 2, 3 a missing number often is a file that was never committed.',
    fix: 'Commit the missing migration, or give the new one the next number.',
  },
  'down-missing': {
    harm: 'decision',
    summary: 'A migration has no rollback although the others beside it do',
    why: 'Whoever has to roll back finds that one step has no way back.',
    fix: 'Write the rollback; where there can’t be one, say so in it: `-- irreversible: <reason>`.',
  },
  'bookkeeping-out-of-step': {
    harm: 'stops',
    summary: 'The migration tool’s own list doesn’t match the files',
    why: 'atlas.sum, Drizzle’s journal, Liquibase’s changelogs, Prisma’s lock file or sqitch’s plan say what there is and in which order. Where they and the files differ, usually after a merge, the tool refuses to run or leaves migrations out.',
    fix: 'Let the tool write its list anew, and commit it with the migrations.',
  },
  'unreadable-file': {
    harm: 'stops',
    summary: 'A migration file can’t be read as text',
    why: 'The file is missing, may not be read, is not UTF-8, has more than 16 MB, is a pipe or a device, or is a link that leads out of the repository, so nothing in it could be checked. Where such a link leads is never followed, and never shown.',
    fix: 'Put a regular file of UTF-8 text there, with rights to read it.',
  },
});

export type FileCheck = keyof typeof FILE_CHECKS;
