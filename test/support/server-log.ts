/** What was sent to a server, from its own log. */

/** Begins each entry: no statement of a test holds it. */
const BEGIN = '[[entry]]';

/** Settings that make a server write every statement down. */
export const LOG_ALL: Record<string, string> = {
  log_statement: 'all',
  log_line_prefix: `${BEGIN}%u|%d|%a|`,
};

export interface Sent {
  user: string;
  database: string;
  application: string;
  sql: string;
}

/** The statements in a log, in order. The server begins the second line of a statement, and those after it, with a tab. */
export function statementsSent(log: string): Sent[] {
  return log.split(BEGIN).flatMap((entry) => {
    const found = /^([^|]*)\|([^|]*)\|([^|]*)\|LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)$/.exec(entry);
    if (found === null) return [];
    const [, user = '', database = '', application = '', sql = ''] = found;
    return [{ user, database, application, sql: sql.trimEnd().replaceAll('\n\t', '\n') }];
  });
}
