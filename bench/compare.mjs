// Which ratios have grown from one run of the benchmark to another: the lines of a comment, nothing where none has.
// Usage: node bench/compare.mjs base.json head.json   (each written by bench.mjs --json)
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What grows by less may be the machine's doing. */
const MOST_GROWTH = 1.1;

/** @typedef {{ name: string, ratio: number, limit: number }} Aim */

/**
 * @param {readonly Aim[]} base
 * @param {readonly Aim[]} head
 * @returns {string} Markdown; empty where no ratio has grown by more than a tenth.
 */
export function comparison(base, head) {
  const grown = head.flatMap((now) => {
    const was = base.find(({ name }) => name === now.name);
    return was !== undefined && now.ratio > was.ratio * MOST_GROWTH ? [{ ...now, was: was.ratio }] : [];
  });
  if (grown.length === 0) return '';
  const rows = grown.map(
    ({ name, was, ratio, limit }) =>
      `| ${name} | ${was.toFixed(2)} × | ${ratio.toFixed(2)} × | +${Math.round((ratio / was - 1) * 100)} % | ${limit} × |`,
  );
  return [
    `**${grown.length === 1 ? 'One ratio has' : `${grown.length} ratios have`} grown by more than 10 %.** Measured side by side on one machine, with \`npm run bench\`.`,
    '',
    '| What | Before | With this change | Growth | Aim |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [base, head] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  process.stdout.write(comparison(base, head));
}
