/** The workflow of a repository with one database is where production's version stands: whoever checks at home reads it there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MONOREPO_WORKFLOW } from '../../src/cli/monorepo-workflow.js';
import { versionOfWorkflow, WORKFLOW_PATH } from '../../src/cli/own-workflow.js';
import { workflowFor } from '../../src/cli/workflow.js';

const top = mkdtempSync(join(tmpdir(), 'own-workflow-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

it.each([
  ['of a repository of one database', workflowFor(16), 16],
  [
    'that was corrected',
    workflowFor(null)
      .replace(/^.*nobody has said.*\n/m, '')
      .replace('postgres:17', 'postgres:18'),
    18,
  ],
  ['with a guess', workflowFor(null), null],
  ['for several databases', MONOREPO_WORKFLOW, null],
  ['of another kind', 'name: x\n', null],
])('a workflow %s', async (_, text, major) => {
  mkdirSync(dirname(join(top, WORKFLOW_PATH)), { recursive: true });
  writeFileSync(join(top, WORKFLOW_PATH), text);
  expect((await versionOfWorkflow(top, top))?.major ?? null).toBe(major);
});

it('none', async () => {
  expect(await versionOfWorkflow(join(top, 'elsewhere'), top)).toBeNull();
});
