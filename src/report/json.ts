/** The report as JSON, the one that scripts read. Its shape is published as docs/report.schema.json. */
import type { Report } from '../report-schema/types.js';

/** Render the report as indented JSON; invisible characters are written as escapes, so that a terminal can show it. */
export function renderJson(report: Report): string {
  const json = JSON.stringify(report, null, 2);
  return `${json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)}\n`;
}

function escapeUnits(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
