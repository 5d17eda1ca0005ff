/** Which major version production runs, as the repository says it: compose files, pipelines, version managers. */
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readText } from '../../system/read-file.js';

export interface SaidVersion {
  major: number;
  /** `path:line`, or what else says so. */
  where: string;
}

/** Images whose tags name PostgreSQL's version: the last part of the name. */
const IMAGES = /^(postgres|postgresql|postgis|timescaledb|timescaledb-ha|pgvector|pgrouting|pgvecto-rs)$/;

const COMPOSE = /^(docker-)?compose([.-][\w.-]+)?\.ya?ml$/;
const PIPELINES = ['.gitlab-ci.yml', 'bitbucket-pipelines.yml', 'azure-pipelines.yml', '.circleci/config.yml'];
const MANAGERS = ['.tool-versions', 'mise.toml', '.mise.toml'];

/** All that is said in the folder and above it, up to `top`; the nearest first, and what runs a database before what installs one. */
export async function saidVersions(folder: string, top: string, cwd: string): Promise<SaidVersion[]> {
  const said: SaidVersion[] = [];
  for (let at = folder; ; at = dirname(at)) {
    // Ours may hold the version of the example, which nobody has said.
    const workflows = (await namesIn(join(at, '.github/workflows'))).filter((name) =>
      /^(?!migration-safety\.).*\.ya?ml$/.test(name),
    );
    const files = [
      ...(await namesIn(at)).filter((name) => COMPOSE.test(name)).sort(),
      ...['.devcontainer/docker-compose.yml', '.devcontainer/compose.yaml'],
      ...workflows.sort().map((name) => `.github/workflows/${name}`),
      ...PIPELINES,
      ...MANAGERS,
    ];
    for (const file of files) {
      const path = join(at, file);
      const read = await readText(path, cwd);
      if (!('text' in read)) continue;
      const find = MANAGERS.includes(file) ? toolVersion : imageVersion;
      read.text.split('\n').forEach((line, index) => {
        const major = find(line);
        if (major !== null) said.push({ major, where: `${fromHere(path, cwd)}:${index + 1}` });
      });
    }
    if (at === top || at === dirname(at)) return said;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** The version of a line that names an image, such as `image: postgis/postgis:17-3.5`; null for other lines, and for no certain one. Pure. */
export function imageVersion(line: string): number | null {
  const [, image] = /^\s*(?:-\s*)?(?:image|docker|name):\s*["']?([^\s"'#]+)/.exec(withDefaults(line)) ?? [];
  const [, name = '', tag = ''] = /^(?:.*\/)?([\w.-]+):([\w.-]+)/.exec(image ?? '') ?? [];
  if (image?.startsWith('supabase/') && name === 'postgres') return majorOf(/^(\d{2})\./.exec(tag)?.[1]);
  if (!IMAGES.test(name)) return null;
  // A number at the beginning is the extension's own where another says PostgreSQL's.
  return majorOf(
    /(?:^|[-.])pg(\d{2})(?!\d)/.exec(tag)?.[1] ??
      (/^timescaledb/.test(name) ? undefined : /^v?(\d{2})(?![\d])/.exec(tag)?.[1]),
  );
}

/** The version of a version manager's line: `postgres 17.2`, `postgres = "17"`. Pure. */
export function toolVersion(line: string): number | null {
  return majorOf(/^\s*"?postgres(?:ql)?"?\s*(?:=\s*)?["[ ]*(\d{2})(?![\d])/.exec(line)?.[1]);
}

/** Compose's and shells' variables with a default: `${VERSION:-17}`. */
function withDefaults(line: string): string {
  return line.replaceAll(/\$\{\w+:?-([^}]*)\}/g, '$1');
}

function majorOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** As one would type it from where one stands, also where it leads upwards. */
export function fromHere(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
