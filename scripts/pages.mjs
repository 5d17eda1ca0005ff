/** The generated pages of the documentation. Pure: what the rules and the settings say of themselves, as Markdown. */

const LEVELS = { error: 'Error', warning: 'Warning', info: 'Note' };

/** A rule's page: why, what instead, and the examples that its tests and its proof run. */
export function rulePage(check, rule) {
  const parts = [
    `# ${check.id}`,
    GENERATED(rule ? `src/rules/${check.id}.ts` : 'src/built-in.ts'),
    `**${check.summary}.** ${LEVELS[check.severity]} by default.`,
    paragraph(check.why),
    '## What to do instead',
    paragraph(check.fix),
  ];
  if (rule) {
    parts.push('## Found', ...rule.examples.bad.map((example) => exampleBlock(example)));
    parts.push('## Not found', ...rule.examples.good.map((example) => exampleBlock(example)));
  }
  parts.push(
    '## Switching it off',
    'For one statement, with a reason:',
    fence('sql', `-- migration-safety: ignore ${check.id} <reason>`),
    'For the project, or with another severity, in `.migration-safety.yml`:',
    fence('yaml', `rules:\n  ${check.id}: off`),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The list of everything that can be reported. */
export function rulesIndex(checks, rules) {
  const ids = new Set(rules.map(({ id }) => id));
  const rows = (wanted) =>
    checks
      .filter(({ id }) => ids.has(id) === wanted)
      .map(({ id, severity, summary }) => `| [\`${id}\`](${id}.md) | ${severity} | ${summary} |`)
      .join('\n');
  const head = '| id | severity | what it finds |\n| --- | --- | --- |';
  const parts = [
    '# Rules',
    GENERATED('src/rules/ and src/built-in.ts'),
    'Hazards that can be seen in the SQL. Where a rehearsal has run, each finding says whether the server confirmed it.',
    `${head}\n${rows(true)}`,
    'Found by reading the files and by the rehearsal itself:',
    `${head}\n${rows(false)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The table of settings. */
export function settingsPage(schema, defaults) {
  const rows = Object.entries(schema.properties).map(([name, property]) => {
    const fallback = name in defaults ? `\`${defaults[name]}\`` : '';
    return `| \`${name}\` | ${values(property)} | ${fallback} | ${property.description} |`;
  });
  return `${[
    '# Settings',
    GENERATED('src/settings/schema.ts'),
    'Settings stand in `.migration-safety.yml`, in the folder that holds the migrations or above it. Each but `rules` and `seed-hints` may also be given as an input of the Action or as a flag of the command line under the same name, which wins over the file. Paths in the file are relative to the file. `database-url` is never read from the file: it may hold a password.',
    'Editors that know JSON Schema can check the file against [settings.schema.json](settings.schema.json).',
    `| setting | value | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
    '## An example',
    fence('yaml', EXAMPLE),
  ].join('\n\n')}\n`;
}

const EXAMPLE = `migrations: db/migrations/*.sql
baseline: db/structure.sql
seed: db/seed.sql
postgres-version: 17
fail-on: error
rules:
  drop-index-not-concurrent: error
  like-underscore-wildcard: off`;

const GENERATED = (source) => `<!-- Generated from ${source} by \`npm run generate\`. -->`;

function values(property) {
  const alternatives = property.anyOf ?? [property];
  const words = alternatives.flatMap((it) => {
    if (it.enum) return it.enum.map((value) => `\`${value}\``);
    if (it.type === 'boolean') return ['`true`', '`false`'];
    if (it.type === 'array') return ['a list'];
    if (it.type === 'object') return ['a map'];
    return [it.type === 'number' || it.type === 'integer' ? 'a number' : 'text'];
  });
  return words.join(', ');
}

function exampleBlock({ setup, sql, role = 'up', up, down, transaction, claim }) {
  const scripts = [
    setup && ['before the change', setup],
    up && ['the migration', up],
    [TITLES[role], sql],
    down && ['its rollback', down],
  ].filter(Boolean);
  const text = scripts.map(([title, body]) => (scripts.length > 1 ? `-- ${title}\n${body}` : body)).join('\n\n');
  const notes = [WRAPPERS[transaction], claim && claimText(claim)].filter(Boolean);
  return [fence('sql', text), ...notes].join('\n\n');
}

const TITLES = {
  up: 'the migration',
  down: 'the rollback',
  verify: 'the validation',
  maintenance: 'the maintenance script',
};

const WRAPPERS = {
  'per-script': 'The migration tool runs each file in a transaction.',
  'single-query': 'The migration tool sends the file as one query string.',
};

function claimText({ lock, on, scans, rewrites, sqlstate, leaves }) {
  if (sqlstate) return `Postgres answers with SQLSTATE \`${sqlstate}\`.`;
  if (leaves) return `The rollback leaves the ${leaves.kind} \`${short(leaves.name)}\` behind.`;
  const more = [scans && 'reads all of it', rewrites && 'writes it anew'].filter(Boolean);
  return `Takes \`${lock}\` on \`${short(on)}\`${more.length > 0 ? ` and ${more.join(' and ')}` : ''}.`;
}

function short(name) {
  return name.replace(/^public\./, '');
}

function paragraph(text) {
  return text.trim();
}

function fence(language, text) {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}
