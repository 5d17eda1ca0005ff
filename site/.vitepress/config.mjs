/** The documentation site: the pages of docs/, as they are read on GitHub, too. A link that leads nowhere fails the build. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { repository: source } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const repository = source.url.replace(/^git\+|\.git$/g, '');

// Pages outside of this folder would find none of its packages.
const pages = fileURLToPath(new URL('../pages/', import.meta.url));
rmSync(pages, { recursive: true, force: true });
cpSync(join(root, 'docs'), pages, { recursive: true });

/** What is no page of docs/ is read in the repository. */
const isPage = (path) => path.endsWith('.md') && existsSync(join(root, path));

/** The address of a link on a page, relative to the repository's top; null for what isn't relative. */
function linked(page, href) {
  if (/^([a-z]+:|#|\/)/.test(href)) return null;
  const [path] = href.split('#');
  return posix.normalize(posix.join('docs', posix.dirname(page), decodeURIComponent(path)));
}

/** Links to files that the site doesn't have lead to the repository; a file that isn't there fails the build. */
function outward(md) {
  for (const [kind, attribute] of [
    ['link_open', 'href'],
    ['image', 'src'],
  ]) {
    const otherwise =
      md.renderer.rules[kind] ?? ((tokens, at, options, _, self) => self.renderToken(tokens, at, options));
    md.renderer.rules[kind] = (tokens, at, options, env, self) => {
      const href = tokens[at].attrGet(attribute) ?? '';
      const target = linked(env.relativePath, href);
      if (target !== null && !(target.startsWith('docs/') && isPage(target)) && kind === 'link_open') {
        if (!existsSync(join(root, target))) throw new Error(`docs/${env.relativePath}: ${href} is not there`);
        tokens[at].attrSet(attribute, `${repository}/blob/main/${target}${href.slice(href.split('#')[0].length)}`);
        tokens[at].attrSet('target', '_blank');
        tokens[at].attrSet('rel', 'noreferrer');
        return self.renderToken(tokens, at, options);
      }
      return otherwise(tokens, at, options, env, self);
    };
  }
}

/** Curly braces and angle brackets are text here, not Vue's; notes to whoever edits a page are left out. */
function literal(md) {
  md.core.ruler.before('normalize', 'comments', (state) => {
    state.src = state.src.replaceAll(/^<!--.*?-->$/gms, '');
  });
  const { code_inline: inline, text } = md.renderer.rules;
  md.renderer.rules.code_inline = (...all) => inline(...all).replace('<code', '<code v-pre');
  md.renderer.rules.text = (...all) => text(...all).replaceAll('{{', '&#123;&#123;');
}

/** The rules by their severity, as their list has them. */
function rules() {
  const list = readFileSync(join(root, 'docs/rules/README.md'), 'utf8');
  const rows = [...list.matchAll(/^\| \[`([\w-]+)`\]\([\w-]+\.md\) \| (\w+) \|/gm)];
  return ['error', 'warning', 'info'].map((severity) => ({
    text: { error: 'Errors', warning: 'Warnings', info: 'Notes' }[severity],
    collapsed: true,
    items: rows
      .filter((row) => row[2] === severity)
      .map(([, id]) => ({ text: id, link: `/rules/${id}` }))
      .sort((a, b) => a.text.localeCompare(b.text)),
  }));
}

export default defineConfig({
  srcDir: './pages',
  outDir: './dist',
  cacheDir: './.vitepress/cache',
  base: process.env.SITE_BASE ?? '/',
  title: 'migration-safety',
  description: 'Rehearse every Postgres migration before it merges.',
  lang: 'en',
  cleanUrls: true,
  rewrites: { 'rules/README.md': 'rules/index.md' },
  head: [['meta', { name: 'referrer', content: 'no-referrer' }]],
  markdown: {
    html: false,
    config(md) {
      literal(md);
      outward(md);
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page' },
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'Getting started', link: '/getting-started' },
          { text: 'What it reads', link: '/files' },
          { text: 'Migration tools', link: '/layouts' },
          { text: 'GitHub', link: '/github' },
          { text: 'Other CI systems', link: '/elsewhere' },
          { text: 'From a program', link: '/library' },
          { text: 'Settings', link: '/settings' },
          { text: 'Inputs and outputs', link: '/inputs' },
        ],
      },
      {
        text: 'How it works',
        items: [
          { text: 'The rehearsal', link: '/rehearsal' },
          { text: 'The report', link: '/report' },
          { text: 'Evidence and trust', link: '/trust' },
          { text: 'Untrusted SQL', link: '/untrusted-sql' },
          { text: 'Beside other tools', link: '/comparison' },
          { text: 'Architecture', link: '/architecture' },
        ],
      },
      { text: 'Rules', link: '/rules/', items: rules() },
    ],
    footer: { message: 'MIT licence. No telemetry: neither the tool nor this site reports anything to anybody.' },
  },
});
