/** Which version `init` writes: what was given, what a server says, what the settings said before, what the repository says, what a person says. */
import * as v from 'valibot';
import { resolveSettings } from '../../settings/resolve.js';
import { majorVersion } from '../../settings/values.js';
import { displayPath } from '../../system/source.js';
import { UsageError } from '../../system/usage-error.js';
import type { Ask } from '../ask.js';
import { type SaidVersion, saidVersions } from './production-version.js';

export interface Said {
  version: SaidVersion | null;
  contradicted: SaidVersion[];
}

export interface VersionRequest {
  cwd: string;
  top: string;
  given: Readonly<Record<string, string | undefined>>;
  ask: Ask | undefined;
}

/** Throws `UsageError` for a version that is none, `ServerUnavailable` where the server that was named says nothing. */
export async function sayVersion({ cwd, top, given, ask }: VersionRequest): Promise<Said> {
  const flag = given['postgres-version'];
  if (flag !== undefined) return { version: { major: checked(flag), where: '--postgres-version' }, contradicted: [] };
  const url = given['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  if (url) {
    const { versionOf } = await import('./ask-server.js');
    return { version: await versionOf(url), contradicted: [] };
  }
  const written = await writtenIn(cwd);
  if (written !== null) return { version: written, contradicted: [] };
  const said = (await saidVersions(cwd, top, cwd)).filter(({ major }) => v.is(majorVersion, major));
  const [first] = said;
  if (first !== undefined) {
    const others = said.filter(
      ({ major }, at) => major !== first.major && said.findIndex((it) => it.major === major) === at,
    );
    return { version: first, contradicted: others };
  }
  const answer = await ask?.('Which major version of Postgres does production run, such as 17? (Enter: say it later)');
  return { version: answer ? { major: checked(answer), where: 'you' } : null, contradicted: [] };
}

/** What the settings say that are there already. */
async function writtenIn(cwd: string): Promise<SaidVersion | null> {
  try {
    const { postgresVersion, file } = await resolveSettings({ inputs: {}, cwd });
    return postgresVersion === null || file === null ? null : { major: postgresVersion, where: displayPath(file, cwd) };
  } catch (error) {
    // They are written anew.
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function checked(text: string): number {
  const result = v.safeParse(majorVersion, text.trim());
  if (result.success) return result.output;
  throw new UsageError(`init: postgres-version: ${result.issues[0].message}, got "${text}".`);
}
