/** How changesets are written, and how a changelog in XML, YAML or JSON names their files. Pure. */
import { posix } from 'node:path';
import type { MigrationHome } from '../../model.js';
import { code } from '../../sql/words.js';
import { folderOf } from './names.js';
import type { MigrationDraft, Writing } from './writing.js';

const HEADER = '--liquibase formatted sql';

/** The way out of the transaction, in each language. */
const MARKS: Record<string, string> = {
  yaml: 'write `runInTransaction: false` beside the changeset’s `id` and `author`',
  json: 'write `"runInTransaction": false` beside the changeset’s `id` and `author`',
  xml: 'write `runInTransaction="false"` beside the changeset’s `id` and `author`',
};
/** That nothing is to be rolled back. */
const NONE: Record<string, string> = {
  yaml: '`rollback: empty` in the changeset',
  json: '`"rollback": "empty"` in the changeset',
  xml: '`<rollback/>` in the changeset',
};
const MARK = 'write `runInTransaction:false` after the changeset’s author and id';

export const liquibaseWriting: Writing = { ...beside({}), beside };

function beside({ folder, file, list, inList, author = 'author' }: MigrationHome): Writing {
  const language = list === undefined || !inList ? undefined : languageOf(list);
  return {
    transaction: 'per-script',
    wayOut: { mark: (language && MARKS[language]) ?? MARK },
    files: (draft) => {
      const text = changesetOf(draft, author);
      if (file !== undefined) return [{ path: file, text }];
      return [{ path: `${folder ?? ''}${draft.version}-${draft.name}.sql`, text: `${HEADER}\n${text}` }];
    },
    noWayBack:
      (language && NONE[language]) ?? '`--rollback empty` in the changeset, and above it `-- irreversible: <reason>`',
    ...(file !== undefined && { appends: true as const }),
    ...(file === undefined && (list !== undefined || folder === undefined) && { listing: listingIn(list) }),
  };
}

function changesetOf(
  { version, name, up, down, outside, oneWay, unknownDown }: MigrationDraft,
  author: string,
): string {
  const whole = [
    ...(up.includes('$$') ? [' splitStatements:false'] : []),
    ...(down?.includes('$$') ? [' rollbackSplitStatements:false'] : []),
  ].join('');
  const head = `--changeset ${author}:${version}-${name}${outside ? ' runInTransaction:false' : ''}${whole}`;
  const none = unknownDown ? [] : ['--rollback empty'];
  const back = down === null ? none : down.split('\n').map((line) => `--rollback ${line}`);
  const why = down === null && oneWay !== undefined && !unknownDown ? [`-- irreversible: ${oneWay}`] : [];
  return `${[head, ...why, up, ...back].join('\n')}\n`;
}

/** What the changelog has to say of new files; without one, what most of them would. */
function listingIn(list: string | undefined): NonNullable<Writing['listing']> {
  return (paths, before) => {
    const where = list === undefined ? 'the changelog, unless an `includeAll` of it does' : code(list);
    const place = before ? 'above this changeset' : 'where this changeset stands';
    const what = paths.length === 1 ? 'Include the new file' : 'Include the new files';
    return `${what} in ${where}, ${paths.length === 1 ? '' : 'in this order, '}${place}:\n${includesIn(list, paths)}`;
  };
}

/** The lines that include files. */
export function includesIn(list: string | undefined, paths: readonly string[]): string {
  const relative = (path: string) => (list === undefined ? path : posix.relative(folderOf(list) || '.', path));
  const language = list === undefined ? 'yaml' : languageOf(list);
  const lines = paths.map(relative).map((path) => {
    if (language === 'xml') return `  <include file="${path}" relativeToChangelogFile="true"/>`;
    if (language === 'json') return `  { "include": { "file": "${path}", "relativeToChangelogFile": true } },`;
    return `  - include:\n      file: ${path}\n      relativeToChangelogFile: true`;
  });
  return lines.join('\n');
}

function languageOf(path: string): string {
  return /\.xml$/i.test(path) ? 'xml' : /\.json$/i.test(path) ? 'json' : 'yaml';
}
