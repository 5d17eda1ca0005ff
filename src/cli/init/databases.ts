/** Which folders of a repository are databases of their own, by where their migrations are. Pure. */

/** Folders that hold no database's migrations, whatever is in them. */
const ASIDE = /^(tests?|__tests__|spec|fixtures|testdata|examples?|samples?|docs?|vendor)$/i;

/** What tools and habit put between a project and its migrations. */
const BETWEEN =
  /^(migrations?|migrate|deploy|changelogs?|versions|sql|schema|schemas|db|database|databases|prisma|drizzle|supabase|alembic|flyway|liquibase|priv|repo|resources|main|src|lib|internal|app)$/i;

/**
 * The projects that folders with migrations belong to, relative as they are: `services/billing/db/migrations/` is `services/billing`'s.
 * `projects`: folders that hold a project's own file, such as package.json.
 */
export function databasesOf(roots: readonly string[], projects: ReadonlySet<string>): string[] {
  const found = roots.flatMap((root) => {
    const parts = root.split('/').filter((part) => part !== '' && part !== '.');
    return parts.some((part) => ASIDE.test(part)) ? [] : [projectOf(parts, projects)];
  });
  return [...new Set(found)].sort();
}

function projectOf(parts: readonly string[], projects: ReadonlySet<string>): string {
  for (let length = parts.length; length > 0; length--) {
    const folder = parts.slice(0, length).join('/');
    if (projects.has(folder)) return folder;
  }
  const own = [...parts];
  while (own.length > 0 && BETWEEN.test(own.at(-1) ?? '')) own.pop();
  return own.join('/') || '.';
}
