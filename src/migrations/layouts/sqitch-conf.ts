/** Where `sqitch.conf` says that scripts and plan are (manual, sqitch-configuration). Pure. */
import { posix } from 'node:path';

export interface SqitchPaths {
  /** Folders, with a slash at the end. */
  deploy: string;
  revert: string;
  verify: string;
  plan: string;
}

/** By sections such as `core`, `engine "pg"` and `target "prod"`, in lower case but for their names. */
function sectionsOf(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, of] = /^\s*\[\s*(\w+)(?:\s+"([^"]*)")?\s*\]/.exec(line) ?? [];
    if (name !== undefined) {
      const key = of === undefined ? name.toLowerCase() : `${name.toLowerCase()} ${of}`;
      current = sections.get(key) ?? new Map();
      sections.set(key, current);
      continue;
    }
    const [, key, value] = /^\s*([\w-]+)\s*=\s*"?(.*?)"?\s*(?:[#;].*)?$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) current.set(key.toLowerCase(), value);
  }
  return sections;
}

/** For PostgreSQL: a target's word counts before its engine's, and that before the core's. `folder`: the file's own. */
export function sqitchPaths(text: string, folder: string): SqitchPaths {
  const sections = sectionsOf(text);
  const [core, engine] = [sections.get('core'), sections.get('engine pg')];
  const target = sections.get(`target ${engine?.get('target') ?? core?.get('target') ?? ''}`);
  const said = (key: string) => target?.get(key) ?? engine?.get(key) ?? core?.get(key);
  const at = (path: string) => posix.join(folder, path);
  const top = said('top_dir') ?? '.';
  const inFolder = (key: string) => `${at(said(`${key}_dir`) ?? posix.join(top, key)).replace(/\/$/, '')}/`;
  return {
    deploy: inFolder('deploy'),
    revert: inFolder('revert'),
    verify: inFolder('verify'),
    plan: at(said('plan_file') ?? posix.join(top, 'sqitch.plan')),
  };
}
