/** The tool's own name and version, as reports show them, and where it is published. All of it stands in package.json. */
import { PACKAGE } from './package.js';

const { command, version, repository, major } = PACKAGE;

export const TOOL = { name: command, version } as const;

/** As workflows name it: the moving tag of the major version. */
export const ACTION = `${repository}@${major}`;

/** A page of the documentation, as the major version has it. */
export function documentation(path: string): string {
  return `https://github.com/${repository}/blob/${major}/${path}`;
}

/**
 * A file as it is, as the major version has it: what a JSON Schema is known by, and editors load.
 * @public the generator of the schemas takes it from the build
 */
export function published(path: string): string {
  return `https://raw.githubusercontent.com/${repository}/${major}/${path}`;
}
