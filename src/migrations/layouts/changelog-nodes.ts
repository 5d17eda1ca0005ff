/** What a Liquibase changelog holds, in one form for XML, YAML and JSON. Pure. */

/** SQL in a changelog: as long as what it stands for, so that its places are those of the file. */
export interface EmbeddedSql {
  start: number;
  sql: string;
}

export interface ChangelogNode {
  name: string;
  /** 1-based. */
  line: number;
  /** What it says where it is a text or an attribute. */
  value?: string;
  /** The same as SQL, at its place. */
  text?: EmbeddedSql;
  children: ChangelogNode[];
}

/** The first child of that name. */
export function childOf({ children }: ChangelogNode, name: string): ChangelogNode | undefined {
  return children.find((child) => child.name === name);
}

/** What an attribute, or a text of that name, says. */
export function said(node: ChangelogNode, name: string): string | undefined {
  return childOf(node, name)?.value;
}

/** The SQL of an element: its text, or that of its key `sql`. */
export function sqlOf(node: ChangelogNode): EmbeddedSql | undefined {
  return childOf(node, 'sql')?.text ?? node.text;
}
