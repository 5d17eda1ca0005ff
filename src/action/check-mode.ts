/** `mode: check`: checks what the event changed. */
import { info } from '@actions/core';
import { check, lookAt } from '../check.js';
import { harmless } from '../fixes/sound.js';
import { actionsCache, hasActionsCache } from '../github/actions-cache.js';
import { readEvent, type TriggeringEvent } from '../github/event.js';
import type { KeptPlace } from '../servers/baseline-cache/baselines.js';
import { ownFolder } from '../servers/baseline-cache/folder.js';
import { resolveSettings } from '../settings/resolve.js';
import type { Settings } from '../settings/settings.js';
import { trustedSettings } from './base.js';
import { compare } from './compare.js';
import { foldersOf } from './folders.js';
import { type ActionContext, publishReport } from './publish-report.js';
import { render } from './render.js';
import { planSuggestions } from './suggest.js';

/** Each is tried by itself and with the others: more than a review takes, and yet not endlessly many. */
const MOST_SUGGESTIONS = 60;

/** The result is the exit code: the verdict alone decides it. */
export async function checkMode(event: TriggeringEvent, actionContext: ActionContext): Promise<number> {
  const { inputs, env, github } = actionContext;
  const { cwd, top } = await foldersOf(inputs, env);
  const change = readEvent(event);
  const trusted = await trustedSettings(change, github, top);
  const resolved = await resolveSettings({ inputs: inputs.settings, cwd, ...trusted });
  const settings = change.kind === 'pull_request' && change.isFork ? withoutStrangersCode(resolved) : resolved;
  const { diff, ...files } = await compare(change, github, top);
  const checked = { ...trusted, ...files };
  const remote = keptInFiles(settings) && hasActionsCache(env) ? keptRemotely(env) : null;
  const { report, sources } = await check({
    settings,
    // GitHub names files from the top of the repository, so reports do, too.
    cwd: top,
    change: checked,
    // On one line: a server's words must not begin a line of the log.
    ...(remote && { kept: remote.place }),
    progress: (step) => info(step.replaceAll(/\s+/g, ' ')),
  });

  const { commentKey } = inputs;
  const planned = inputs.suggestions ? planSuggestions(report.findings, sources, diff).slice(0, MOST_SUGGESTIONS) : [];
  // What is found out for a click must not cost the report.
  const look = lookAt({ settings, cwd: top, change: checked });
  const suggestions = await harmless(planned, sources, look).catch((error: unknown) => {
    info(`No repair is suggested: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`);
    return [];
  });
  await publishReport(
    report,
    render(report, { change, diff, commentKey, env, sources, suggestions }),
    change,
    actionContext,
  );
  await remote?.save();
  return report.verdict === 'pass' ? 0 : 1;
}

/** The application's program is the fork's own code, and here it would run beside the server's address. */
function withoutStrangersCode(settings: Settings): Settings {
  if (settings.applicationCommand.length === 0) return settings;
  const note = { check: 'the application’s program', reason: 'application-command is never run for a fork' };
  return { ...settings, applicationCommand: [], notes: [...settings.notes, note] };
}

/** To fetch takes a second or two, and what is fetched belongs to this job: what is built as quickly is not kept. */
const WORTH_MS = 2000;

/** A service keeps its baselines itself. */
function keptInFiles({ cache, server, databaseUrl }: Settings): boolean {
  return cache && (server === 'local' || server === 'embedded' || (server === 'auto' && databaseUrl === null));
}

function keptRemotely(env: NodeJS.ProcessEnv): { place: KeptPlace; save(): Promise<void> } | null {
  const folder = ownFolder(env.RUNNER_TEMP);
  if (folder === null) return null;
  const { fetch, save } = actionsCache(folder);
  return { place: { folder, worthMs: WORTH_MS, fetch }, save };
}
