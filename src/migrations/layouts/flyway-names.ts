/** Flyway's file names and settings. Pure. */
import type { SourceFile } from '../../model.js';
import type { FileSet } from './layout.js';
import { baseName, byNumber, configsNamed, plainNumber } from './names.js';

export interface FlywayName {
  kind: 'V' | 'U' | 'R' | 'B';
  /** `2.1` for `V2_1__x` and `V002.1__x`; empty for a repeatable one. */
  version: string;
  description: string;
}

const NAME = /^(?:([VUB])(\d+(?:[._]\d+)*)|(R))__(.+)\.sql$/;
/** Hooks that Flyway runs around migrations. */
export const CALLBACK = /^(before|after)[A-Z]\w*(__.*)?\.sql$/;

/** Undefined for what is no migration. */
export function flywayName({ path }: Pick<SourceFile, 'path'>): FlywayName | undefined {
  const [, kind, version = '', repeatable, description = ''] = NAME.exec(baseName(path)) ?? [];
  if (kind === undefined && repeatable === undefined) return undefined;
  const parts = version === '' ? [] : version.split(/[._]/).map(plainNumber);
  // Flyway takes 1 and 1.0 for the same version.
  while (parts.length > 1 && parts.at(-1) === '0') parts.pop();
  return { kind: (kind ?? 'R') as FlywayName['kind'], version: parts.join('.'), description };
}

/** By their parts, a missing one as 0. */
export function byVersion(a: string, b: string): number {
  const [x, y] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = byNumber(x[i] ?? '0', y[i] ?? '0');
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What `flyway.conf` or `flyway.toml` says. */
export interface FlywayConfig {
  /** A file may hold statements that can't run in a transaction beside others. */
  mixed: boolean;
  /** All pending files share one transaction. */
  group: boolean;
  /** The lock that keeps other runs out is held in a transaction, which is the default. */
  transactionalLock: boolean;
  placeholders: Record<string, string>;
}

/** The settings nearest to the files count. */
export function flywayConfig(set: FileSet): FlywayConfig {
  const placeholders: Record<string, string> = {};
  const switches = { mixed: false, group: false };
  let transactionalLock = true;
  for (const { path, text } of configsNamed(set, /^flyway\.(conf|toml)$/).reverse()) {
    for (const name of ['mixed', 'group'] as const) {
      const value = new RegExp(`^\\s*(?:flyway\\.)?${name}\\s*=\\s*"?(true|false)`, 'm').exec(text)?.[1];
      if (value !== undefined) switches[name] = value === 'true';
    }
    const lock = /^\s*(?:flyway\.)?(?:postgresql\.)?transactional\.lock\s*=\s*"?(true|false)/m.exec(text)?.[1];
    const table = /^\[(?:flyway\.)?postgresql\.transactional\]\s*$\s*lock\s*=\s*(true|false)/m.exec(text)?.[1];
    transactionalLock = (lock ?? table ?? String(transactionalLock)) === 'true';
    const section = path.endsWith('.toml')
      ? (/^\[flyway\.placeholders\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '')
      : text;
    const entry = path.endsWith('.toml')
      ? /^\s*"?([\w.:-]+)"?\s*=\s*["'](.*)["']\s*$/gm
      : /^\s*flyway\.placeholders\.([\w.:-]+)\s*=\s*(.*?)\s*$/gm;
    for (const [, name, given] of section.matchAll(entry)) if (name !== undefined) placeholders[name] = given ?? '';
  }
  return { ...switches, transactionalLock, placeholders };
}
