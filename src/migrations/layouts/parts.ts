/** Puts the files that make one migration together: by a key that they share. Pure. */
import type { ScriptRole, ScriptSource } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import type { FoundMigration, LayoutResult } from './layout.js';
import { saysIrreversible } from './sections.js';

export interface Part {
  /** What the scripts of one migration share. */
  key: string;
  id: string;
  version?: string;
  script: ScriptSource;
  /** Files that say how it runs. */
  beside?: string[];
}

/** One migration for each key that has an up script. What doesn't fit in is said. */
export function together(layout: string, parts: Part[], order: (a: FoundMigration, b: FoundMigration) => number) {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(part.key, [...(groups.get(part.key) ?? []), part]);
  const migrations: FoundMigration[] = [];
  const notChecked: NotChecked[] = [];
  for (const group of groups.values()) {
    // Two files for one part: the first is taken, and the other is not passed over in silence.
    for (const { script } of group) {
      const first = scriptFor(group, script.role)?.file ?? script.file;
      const reason = `${first.path} is the ${script.role} script of the same migration`;
      if (first !== script.file) notChecked.push({ check: script.file.path, reason });
    }
    const migration = assemble(layout, group);
    if (migration) migrations.push(migration);
    else {
      for (const { script } of group) {
        const reason = `it is a ${script.role} script, and no migration of that name stands beside it`;
        notChecked.push({ check: script.file.path, reason });
      }
    }
  }
  return { migrations: migrations.sort(order), problems: [], notChecked } satisfies LayoutResult;
}

/** The migration that the parts make; undefined without an up script. */
export function assemble(layout: string, parts: Part[]): FoundMigration | undefined {
  const up = scriptFor(parts, 'up');
  if (up === undefined) return undefined;
  const [down, verify, maintenance] = [
    scriptFor(parts, 'down'),
    scriptFor(parts, 'verify'),
    scriptFor(parts, 'maintenance'),
  ];
  const { id, version } = parts.find(({ script }) => script === up) as Part;
  const beside = parts.flatMap((part) => part.beside ?? []);
  const irreversible = down && saysIrreversible(down);
  return {
    id,
    path: up.file.path,
    layout,
    up,
    ...(down && irreversible === undefined && { down }),
    ...(verify && { verify }),
    ...(maintenance && { maintenance }),
    ...(version !== undefined && { version }),
    ...(irreversible !== undefined && { irreversible }),
    ...(beside.length > 0 && { beside }),
  };
}

function scriptFor(parts: Part[], role: ScriptRole): ScriptSource | undefined {
  return parts.find(({ script }) => script.role === role)?.script;
}
