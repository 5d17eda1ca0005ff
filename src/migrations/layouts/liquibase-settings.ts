/** What settings say of Liquibase's changelogs: its own, Spring's, Maven's and Gradle's. Pure. */

const NAMED = [
  // liquibase.properties: changeLogFile, changelog-file, liquibase.command.changelogFile; Gradle: changelogFile 'x'.
  /\bchange-?log-?file\b["']?[ \t]*[:=(, ]?[ \t]*["']?([^\s"'<>,)]+)/gi,
  /<changeLogFile>\s*([^<\s]+)\s*<\/changeLogFile>/g,
  // Spring: spring.liquibase.change-log.
  /\bspring\.liquibase\.change-?log[ \t]*[:=][ \t]*["']?([^\s"']+)/gi,
];

/** The changelogs' paths, from the settings' folder, a search path or the resources. */
export function changelogFiles(text: string): string[] {
  const spring = /\bliquibase:/.test(text) ? [/^\s+change-?log:[ \t]*["']?([^\s"']+)/gim] : [];
  const found = [...NAMED, ...spring].flatMap((form) => [...text.matchAll(form)].map(([, path = '']) => path));
  return [...new Set(found.map((path) => path.replace(/^(?:classpath\*?:)?\/*/, '')))];
}

/** Where paths are looked for besides. */
export function searchPaths(text: string): string[] {
  const said = /\bsearch-?path\b[ \t]*[:=][ \t]*(\S+)/i.exec(text)?.[1];
  return (said ?? '').split(',').filter((path) => path !== '');
}
