/** The tool's own name and version, as reports show them. */
export const TOOL = { name: 'migration-safety', version: '0.1.0' } as const;
