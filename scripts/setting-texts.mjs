/** What action.yml and docs/inputs.md say of the settings that text can give. Pure: both texts in, the same texts with what the entries say. */

const WIDTH = 120;
const BEGIN = '  # Settings: written by `npm run generate` from src/settings/table.';
const END = '  # The Action’s own inputs: written by hand.';

/** action.yml with an input for each setting. No input has a default: it would win over the settings file. */
export function actionMetadata(text, settings) {
  const inputs = settings.map(
    (setting) => `  ${setting.name}:\n    description: ${scalar(inputDescription(setting))}\n`,
  );
  const [head, , tail] = parts(text, `${BEGIN}\n`, `${END}\n`, 'action.yml');
  return `${head}${BEGIN}\n${inputs.join('')}${END}\n${tail}`;
}

/** docs/inputs.md with a row for each setting in its table of inputs, before those of the Action’s own. */
export function inputsPage(text, settings) {
  const rows = settings.map(({ name, description, readme: short = lowerFirst(firstSentence(description)) }) => {
    return `| ${`\`${name}\``.padEnd(23)} | ${' '.repeat(21)} | ${short.padEnd(84)} |\n`;
  });
  const head = /^\| input .*\n\| -.*\n/m.exec(text)?.[0];
  if (head === undefined) throw new Error('docs/inputs.md: there is no table of inputs');
  const [before, , after] = parts(text, head, '| `github-token`', 'docs/inputs.md');
  return `${before}${head}${rows.join('')}| \`github-token\`${after}`;
}

/** Plain text: GitHub shows no Markdown there. */
function inputDescription({ description, kind, default: otherwise }) {
  const sentences = [description.replaceAll('`', '')];
  if (kind === 'list') sentences.push('One a line.');
  if (kind === 'flag') sentences.push('Either true or false.');
  if (otherwise !== undefined) sentences.push(`The default is ${otherwise}.`);
  return sentences.join(' ');
}

/** A YAML scalar, folded where it is long or where a plain one would be read as something else. */
function scalar(text) {
  const isPlain = /^[A-Z]/.test(text) && !/: | #/.test(text) && `    description: ${text}`.length <= WIDTH;
  return isPlain
    ? text
    : `>-\n${wrapped(text, WIDTH - 6)
        .map((line) => `      ${line}`)
        .join('\n')}`;
}

function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function firstSentence(text) {
  return /^(.*?)[.:](?= [A-Z]|$)/.exec(text)?.[1] ?? text;
}

/** Not an acronym's. */
function lowerFirst(text) {
  return /^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** What stands before, between and after two marks. */
function parts(text, begin, end, name) {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${name}: there is no ${JSON.stringify(from < 0 ? begin : end)}`);
  return [text.slice(0, from), text.slice(from + begin.length, to), text.slice(to + end.length)];
}
