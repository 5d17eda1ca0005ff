/** What was seen of each migration: sections of their own where there is one migration, else parts of one section each. */
import type { MigrationReport } from '../../report-schema/types.js';
import { changes } from './changes.js';
import { checklist, proofTables, tally } from './checklist.js';
import { code, html, isEmpty, type Markup } from './markup.js';
import { plans, queries } from './queries.js';
import { rerun } from './rerun.js';
import { rollback } from './rollback.js';
import { statements } from './statements.js';
import { timeline } from './timeline.js';
import { validations } from './validations.js';
import { andMore, fold, type HtmlView, type PageSection, section } from './view.js';

/** Up to here they are open. */
const FEW = 3;

export function evidence(view: HtmlView): PageSection[] {
  const { migrations } = view.report;
  const [only, ...others] = migrations;
  if (only !== undefined && others.length === 0) return parts(view, only, 'm1');
  const shown = migrations.slice(0, view.limits.migrations);
  const sections = shown.map((migration, at): PageSection => {
    const id = `m${at + 1}`;
    const inner = parts(view, migration, id).filter(({ body }) => !isEmpty(body));
    const all = inner.map((it) => section(it.id, it.title, it.body, 3));
    const summary = `${tally(migration.proofs) || 'Nothing was run'}: all that was seen`;
    return { id, title: migration.id, body: fold(summary, html`${all}`, migrations.length <= FEW) };
  });
  const hidden = andMore(migrations.length - shown.length, 'migration');
  return isEmpty(hidden) ? sections : [...sections, { id: 'more', title: 'Other migrations', body: hidden }];
}

function parts(view: HtmlView, migration: MigrationReport, id: string): PageSection[] {
  const ran = migration.statements.some(({ status }) => status !== 'notRun');
  const tried = (body: Markup) => (ran ? body : html``);
  return [
    {
      id: `${id}-locks`,
      title: 'Lock timeline',
      count: migration.lockTimeline.length,
      body: timeline(view, migration, id),
    },
    { id: `${id}-checklist`, title: 'Checklist', count: migration.proofs.length, body: list(view, migration) },
    { id: `${id}-changes`, title: 'What changes', body: changes(view, migration) },
    { id: `${id}-rollback`, title: 'Rollback', body: tried(rollback(view, migration)) },
    { id: `${id}-rerun`, title: 'Running it again', body: tried(rerun(view, migration)) },
    { id: `${id}-plans`, title: 'Queries and plans', body: html`${plans(view, migration)}${queries(view, migration)}` },
    { id: `${id}-costs`, title: 'Costs', body: proofTables(view, migration) },
    {
      id: `${id}-validations`,
      title: 'Validation',
      count: migration.validations.length,
      body: validations(view, migration),
    },
    { id: `${id}-statements`, title: 'Statements', body: statements(view, migration, id) },
  ];
}

function list(view: HtmlView, migration: MigrationReport): Markup {
  const { path, layout } = migration;
  if (migration.proofs.length === 0) return html``;
  return html`<p class="lead">${code(path, 200)}${layout !== 'plain' && html`, read as ${layout}`}: ${tally(migration.proofs)}.</p>${checklist(view, migration)}`;
}
