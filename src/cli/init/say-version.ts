/** Which version `init` writes: what was given, what a server says, what the settings said before, what the repository says, what a person says. */
import * as v from 'valibot';
import { resolveSettings } from '../../settings/resolve.js';
import { isProvenOn, majorVersion, PROVEN_ON } from '../../settings/values.js';
import { wrongValue } from '../../settings/wrong.js';
import { UsageError } from '../../system/usage-error.js';
import type { Ask } from '../ask.js';
import { versionOfWorkflow } from '../own-workflow.js';
import { fromHere, type SaidVersion, saidVersions } from './production-version.js';

export interface Said {
  version: SaidVersion | null;
  contradicted: SaidVersion[];
  /** What says a version that is not supported. */
  unsupported: SaidVersion[];
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
  const only = (version: SaidVersion | null): Said => ({ version, contradicted: [], unsupported: [] });
  if (flag !== undefined) return only({ major: checked(flag), where: '--postgres-version' });
  const url = given['database-url'] ?? process.env.MIGRATION_SAFETY_DATABASE_URL;
  if (url) {
    const { versionOf } = await import('./ask-server.js');
    const server = await versionOf(url);
    if (isProvenOn(server.major)) return only(server);
    throw new UsageError(`init: ${server.where} is PostgreSQL ${server.major}, and ${PROVEN_ON}.`);
  }
  const written = (await writtenIn(cwd)) ?? (await versionOfWorkflow(top, cwd));
  if (written !== null) return only(written);
  const all = await saidVersions(cwd, top, cwd);
  const said = all.filter(({ major }) => isProvenOn(major));
  const unsupported = all.filter(({ major }) => !isProvenOn(major)).slice(0, 1);
  const [first] = said;
  if (first !== undefined) {
    const others = said.filter(
      ({ major }, at) => major !== first.major && said.findIndex((it) => it.major === major) === at,
    );
    return { version: first, contradicted: others, unsupported: [] };
  }
  const answer = await ask?.('Which major version of Postgres does production run, such as 17? (Enter: say it later)');
  return { ...only(answer ? { major: checked(answer), where: 'you' } : null), unsupported };
}

/** What the settings say that are there already. */
async function writtenIn(cwd: string): Promise<SaidVersion | null> {
  try {
    const { postgresVersion, file } = await resolveSettings({ inputs: {}, cwd });
    return postgresVersion === null || file === null ? null : { major: postgresVersion, where: fromHere(file, cwd) };
  } catch (error) {
    // They are written anew.
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function checked(text: string): number {
  const result = v.safeParse(majorVersion, text.trim());
  if (!result.success) throw new UsageError(`init: postgres-version: ${wrongValue(result.issues[0])}`);
  if (isProvenOn(result.output)) return result.output;
  throw new UsageError(`init: postgres-version: got ${text.trim()}, and ${PROVEN_ON}.`);
}
