/** Reads reports that other jobs wrote. They are untrusted data: nothing in them is relied on but their shape. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { NamedReport } from '../report/merge.js';
import { reportSchema } from '../report-schema/report.js';
import type { Report } from '../report-schema/types.js';
import { UsageError } from '../system/usage-error.js';

const FILE = 'report.json';
/** What an artifact's name may begin with, as our workflows name them. */
const PREFIX = 'migration-safety-';
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REPORTS = 100;

/** `folder/report.json`, or one in each folder below it, by the folders' names. Throws `UsageError`. */
export async function readReports(folder: string): Promise<NamedReport[]> {
  const single = await readReport(join(folder, FILE));
  if (single) return [{ name: '', report: single }];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (folders.length > MAX_REPORTS) throw new UsageError(`reports: more than ${MAX_REPORTS} folders in ${folder}.`);
  const reports: NamedReport[] = [];
  for (const { name } of folders) {
    const report = await readReport(join(folder, name, FILE));
    if (report) reports.push({ name: name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name, report });
  }
  return reports;
}

/** Null where there is no such file. A link is none: it could lead to anything on this machine. */
async function readReport(path: string): Promise<Report | null> {
  const stats = await lstat(path).catch(() => null);
  if (!stats?.isFile()) return null;
  if (stats.size > MAX_BYTES) throw new UsageError(`reports: ${path} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  const parsed = v.safeParse(reportSchema, parseJson(await readFile(path, 'utf8'), path));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? 'the top';
  throw new UsageError(
    `reports: ${path} is no report of this version of migration-safety: at ${where}: ${issue.message.slice(0, 300)}. Both workflows have to use the same version of the Action.`,
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`reports: ${path} is not JSON.`);
  }
}
