/**
 * What is in migration files and is no SQL: commands of psql, the rows of a COPY, and placeholders that some tool
 * fills in. Each gets its own message: "syntax error at or near" doesn't help an author who wrote it on purpose.
 */

/** What a piece of text is, and how to repair it. */
export interface Explanation {
  message: string;
  help: string;
}

const IGNORE = 'or leave the file out with the setting `ignore`';

const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/^\\ir?\b|^\\include/, 'Put the SQL of the file that it names here, or make that file a migration of its own'],
  [/^\\copy\b/, 'Write the rows as INSERT statements, or load them outside the migrations'],
  [/^\\(gexec)\b/, 'Run what the query builds in a DO block, with EXECUTE'],
  [/^\\(set|unset|gset|prompt|getenv)\b/, 'Write the value itself where the variable stands'],
  [/^\\(if|elif|else|endif)\b/, 'Decide in a DO block, with IF … THEN … END IF'],
  [/^\\(c|connect)\b/, 'Take it out: the migration tool connects, one database to a set of migrations'],
  [/^\\(restrict|unrestrict)\b/, 'Take it out: pg_dump writes it, and only to guard psql'],
];

/** A backslash command. */
export function psqlCommand(text: string): Explanation {
  const command = text.split(/\s/, 1)[0] ?? '';
  const advice =
    COMMANDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'Take it out, or write SQL that does the same';
  return {
    message: `${command} is a command of psql, not SQL`,
    help: `${advice}: only psql knows the command, a migration tool can’t send it. If psql alone runs this file, ${IGNORE.slice(3)}.`,
  };
}

/** The lines between COPY … FROM STDIN and its closing mark. */
export const COPIED_ROWS: Explanation = {
  message: 'the rows after COPY … FROM STDIN are data that only psql sends, not SQL',
  help: `Write the rows as INSERT statements (pg_dump --inserts does), load them outside the migrations, ${IGNORE}.`,
};

/** The character before all others, which no statement begins with. */
export const BYTE_ORDER_MARK: Explanation = {
  message: 'the byte order mark at the file’s beginning is no SQL, and this tool sends it',
  help: 'Save the file as UTF-8 without a byte order mark.',
};

/** Each begins where it matches; what it is follows "is". */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/\$\{[^{}\n]{1,100}\}/y, 'a placeholder, as Flyway, envsubst and many others fill in'],
  [/#\{[^{}\n]{1,100}\}/y, 'a placeholder of a template'],
  [/\{\{[^\n]{1,200}?\}\}/y, 'a placeholder of a template (Jinja, Go, Handlebars and the like)'],
  [/\{%[^\n]{1,200}?%\}/y, 'a command of a template (Jinja and the like)'],
  [/<%[^\n]{1,200}?%>/y, 'a piece of a template (ERB and the like)'],
  [/%\(\w+\)s/y, 'a parameter as Python’s drivers write it'],
  [/\$%\w+%\$|%%\w+%%/y, 'a placeholder that a tool fills in'],
  [/:(?:'[^'\n]+'|"[^"\n]+")/y, 'a variable of psql'],
  [/(?<!:):[A-Za-z_]\w*/y, 'a variable of psql, or a parameter that a program binds'],
  [
    /(?<=[._])\$[A-Za-z_]\w*\$|\$[A-Za-z_]\w*\$(?=[._])/y,
    'a placeholder, as DbUp fills it in (to Postgres it opens a string)',
  ],
  [/\?/y, 'a parameter that a program binds'],
];

/** How far before the offset a placeholder may begin. */
const REACH = 60;

/** The placeholder where the grammar stopped, or right before: what begins as an operator is taken for one at first. */
export function placeholderAt(sql: string, offset: number): Explanation | undefined {
  for (let at = offset; at >= Math.max(0, offset - REACH); at--) {
    for (const [pattern, what] of PLACEHOLDERS) {
      pattern.lastIndex = at;
      const text = pattern.exec(sql)?.[0];
      if (text === undefined || sql.slice(at + text.length, offset).trim() !== '') continue;
      return {
        message: `${text.slice(0, 80)} is ${what}, not SQL`,
        help: `Nobody can read the statement before it is filled in, so no rule looked at it and no rehearsal can run it. Write what it stands for, check the files that the tool makes of these, ${IGNORE}.`,
      };
    }
  }
  return undefined;
}
