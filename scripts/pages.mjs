/** The generated pages of the documentation. Pure: what the rules and the settings say of themselves, as Markdown. */

const LEVELS = { error: 'Error', warning: 'Warning', info: 'Note' };

/** A rule's page: why, what instead, and the examples that its tests and its proof run. */
export function rulePage(check, rule, options = {}) {
  const parts = [
    `# ${check.id}`,
    GENERATED(rule ? `src/rules/${check.id}.ts` : 'the checks.ts of what raises it'),
    `**${check.summary}.** ${standing(check, rule)}`,
    paragraph(check.why),
    '## What to do instead',
    paragraph(check.fix),
  ];
  if (rule) {
    parts.push('## Found', ...rule.examples.bad.map((example) => exampleBlock(example)));
    parts.push('## Not found', ...rule.examples.good.map((example) => exampleBlock(example)));
  }
  parts.push(
    ...(Object.keys(options).length > 0 ? ['## Options', optionTable(options)] : []),
    '## Switching it off',
    'For one statement, with a reason:',
    fence('sql', `-- migration-safety: ignore ${check.id} <reason>`),
    'For the project, or with another severity, in `.migration-safety.yml`:',
    fence('yaml', `rules:\n  ${check.id}: off`),
  );
  return `${parts.join('\n\n')}\n`;
}

/** What each kind of harm means; the severity follows from it. */
const HARMS = {
  stops: 'the deployment stops',
  loses: 'rows, values or protection are lost',
  blocks: 'reads or writes wait for a time that grows with the table',
  breaks: 'code that still runs fails',
  rollback: 'the rollback doesn’t lead back',
  decision: 'somebody who knows the application or the data has to decide',
  note: 'good to know',
};

function standing({ severity, harm }, rule) {
  const level = `${LEVELS[severity]} (${HARMS[harm]})`;
  if (rule?.preset !== 'strict') return `${level} by default.`;
  return `${level}, in the \`strict\` preset only, or where the settings give the rule a severity.`;
}

/** A rule's options: what the settings may say to it. */
function optionTable(options) {
  const rows = Object.entries(options).map(
    ([name, property]) =>
      `| \`${name}\` | ${values(property)} | \`${JSON.stringify(property.default)}\` | ${property.description ?? ''} |`,
  );
  return `| option | value | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

/** The list of everything that can be reported. */
export function rulesIndex(checks, rules) {
  const ids = new Set(rules.map(({ id }) => id));
  const rows = (wanted) =>
    checks
      .filter(({ id }) => ids.has(id) === wanted)
      .map(({ id, severity, harm, preset, summary }) => {
        const level = preset === 'strict' ? `${severity} (strict)` : severity;
        return `| [\`${id}\`](${id}.md) | ${level} | ${harm} | ${summary} |`;
      })
      .join('\n');
  const head = '| id | severity | harm | what it finds |\n| --- | --- | --- | --- |';
  const parts = [
    '# Rules',
    GENERATED('src/rules/ and the checks.ts of each room'),
    'Hazards that can be seen in the SQL. Where a rehearsal has run, each finding says whether the server confirmed it.',
    'The severity says what to do, and follows from the harm. **Error**: don’t merge; it would stop the deployment, lose or expose data, block reads or writes for a time that grows with the table, break code that runs, or leave no way back. **Warning**: decide. **Info**: good to know.',
    `| harm | means |\n| --- | --- |\n${Object.entries(HARMS)
      .map(([harm, meaning]) => `| ${harm} | ${meaning} |`)
      .join('\n')}`,
    `${head}\n${rows(true)}`,
    'Found by reading the files and by the rehearsal itself:',
    `${head}\n${rows(false)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The table of settings. */
export function settingsPage(schema, settings, options) {
  const defaults = new Map(settings.map((setting) => [setting.name, setting.default]));
  const rows = Object.entries(schema.properties).map(([name, property]) => {
    const fallback = defaults.get(name) === undefined ? '' : `\`${defaults.get(name)}\``;
    return `| \`${name}\` | ${values(property)} | ${fallback} | ${property.description} |`;
  });
  return `${[
    '# Settings',
    GENERATED('src/settings/table'),
    `Settings stand in \`.migration-safety.yml\`, in the folder that holds the migrations or above it, or as the same object under \`"migration-safety"\` in a package.json there; one of the two, not both. Each but ${fileOnly(settings)} may also be given as an input of the Action or as a flag of the command line under the same name, which wins over the file. Paths in the file are relative to the file. \`database-url\` is never read from the file: it may hold a password.`,
    'Editors that know JSON Schema can check the file against [settings.schema.json](settings.schema.json).',
    `| setting | value | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
    '## Rules',
    RULES_TEXT,
    ...ruleOptions(options),
    '## An example',
    fence('yaml', EXAMPLE),
  ].join('\n\n')}\n`;
}

function fileOnly(settings) {
  const names = settings.filter(({ only }) => only === 'file').map(({ name }) => `\`${name}\``);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const RULES_TEXT = `Under \`rules\` each rule has a severity, or an object:

| key | value | meaning |
| --- | --- | --- |
| \`severity\` | \`off\`, \`info\`, \`warning\`, \`error\` | instead of the rule’s own |
| \`ignore\` | text, a list | globs of files that the rule doesn’t speak of, relative to the settings file |

Whatever else stands in the object is an option of the rule. A rule of the \`strict\` preset is on where \`preset\` is \`strict\`, or where \`rules\` gives it a severity. [All rules](rules/README.md).

\`postgres-version\` changes what rules say: a hazard that production’s version doesn’t have is no finding. Without it the command line takes the version of the image in \`.github/workflows/migration-safety.yml\`; the Action, and where there is none, that of the server that rehearses; and with none of these the rules speak of all versions. A server of another major version than production’s confirms predictions, but refutes none.`;

function ruleOptions(options) {
  const rows = [...options].flatMap(([id, properties]) =>
    Object.entries(properties).map(
      ([name, property]) =>
        `| [\`${id}\`](rules/${id}.md) | \`${name}\` | ${values(property)} | \`${JSON.stringify(property.default)}\` | ${property.description ?? ''} |`,
    ),
  );
  if (rows.length === 0) return [];
  return [`| rule | option | value | default | meaning |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`];
}

const EXAMPLE = `migrations: db/migrations/*.sql
baseline: db/structure.sql
seed: db/seed.sql
postgres-version: 17
fail-on: error
rules:
  drop-index-not-concurrent: error
  like-underscore-wildcard: off
  index-not-concurrent:
    ignore: db/migrations/2019*`;

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

function exampleBlock({ setup, sql, role = 'up', up, down, transaction, layout, claim }) {
  const scripts = [
    setup && ['before the change', setup],
    up && ['the migration', up],
    [TITLES[role], sql],
    down && ['its rollback', down],
  ].filter(Boolean);
  const text = scripts.map(([title, body]) => (scripts.length > 1 ? `-- ${title}\n${body}` : body)).join('\n\n');
  const notes = [
    WRAPPERS[transaction],
    layout && `Run by the tool of the layout \`${layout}\`.`,
    claim && claimText(claim),
  ].filter(Boolean);
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

function claimText(claim) {
  const [first, ...others] = Array.isArray(claim) ? claim : [claim];
  switch (first.kind) {
    case 'refused':
      return `Postgres answers with SQLSTATE \`${first.sqlstate}\`.`;
    case 'refused on rows':
      return `Postgres answers with SQLSTATE \`${first.sqlstate}\` as soon as the table has a row.`;
    case 'rewrite':
      return `Writes \`${short(first.of)}\` anew.`;
    case 'leaves':
      return `The rollback leaves the ${first.object.kind} \`${short(first.object.name)}\` behind.`;
    case 'lock': {
      const words = { scan: 'reads all of it', rewrite: 'writes it anew' };
      const more = others.flatMap(({ kind }) => words[kind] ?? []);
      return `Takes \`${first.mode}\` on \`${short(first.on)}\`${more.length > 0 ? ` and ${more.join(' and ')}` : ''}.`;
    }
    default:
      throw new Error(`no example claims a fact of the kind ${first.kind} yet: say here how its page tells it`);
  }
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
