/** The picture of locks. Places are classes, for the content policy allows no style of an element's own. */
import { MOST_COLUMNS } from './lanes.js';
import { MOST_ROWS } from './timeline.js';

const numbers = (most: number) => Array.from({ length: most }, (_, at) => at + 1);
const PLACES = [
  ...numbers(MOST_COLUMNS).map(
    (n) => `.n${n}{--n:${n}}.s${n}{grid-column-start:${n}}.e${n + 1}{grid-column-end:${n + 1}}`,
  ),
  ...numbers(MOST_ROWS).map((n) => `.r${n}{grid-row:${n}}`),
].join('');

export const TIMELINE = `
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.8125rem;margin-bottom:.9rem}
.legend li{display:flex;align-items:center;gap:.5rem}
.swatch{display:inline-flex;align-items:center;width:2.4rem;height:1.15rem;padding:0 .35rem;border-radius:3px;font:700 .6875rem/1 var(--mono)}
.timeline{--name:11.5rem;--w:5.1rem;margin:0 0 1.6rem}
.timeline figcaption{margin-bottom:.5rem;overflow-wrap:anywhere}
.timeline figcaption code{color:var(--quiet)}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1rem;margin-bottom:.5rem;font-size:.8125rem}
.tools>span{display:inline-flex;align-items:center;gap:.35rem}
.tools .quiet{margin-left:auto}
.chart{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:6px;background:var(--bg)}
.strip{display:grid;grid-template-columns:var(--name) minmax(0,1fr);min-width:calc(var(--name) + var(--n) * var(--w));border-top:1px solid var(--line)}
.strip.head{border-top:0}
.name{position:sticky;left:0;z-index:3;background:var(--bg);border-right:1px solid var(--line);padding:.35rem .75rem;font-size:.8125rem;line-height:1.35;display:flex;align-items:center}
.head .name,.axis .name{color:var(--quiet)}
.cols{display:grid;grid-template-columns:var(--cols,repeat(var(--n),minmax(0,1fr)));position:relative}
.lane .cols{grid-auto-rows:minmax(1.6rem,auto);gap:3px 0;padding:5px 0;align-content:center;background:linear-gradient(to right,var(--line) 1px,transparent 1px) 0 0/calc(100%/var(--n)) 100%}
.timed .lane .cols{background:none}
.cols>li{min-width:0;position:relative;z-index:1;display:flex;flex-direction:column}
.head li span{display:block;margin:.3rem 2px;padding:0 .35rem;border-bottom:2px solid var(--strong);font-size:.75rem;line-height:1.5;color:var(--quiet);text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.axis .cols{align-items:stretch}
.step{flex:1;display:block;padding:.3rem .35rem;color:inherit;text-decoration:none;font-size:.6875rem;line-height:1.3;text-align:center;min-width:0}
.step b{display:block;font-size:.8125rem;font-variant-numeric:tabular-nums}
.step .verb{display:block;color:var(--quiet);overflow-wrap:anywhere}
.step:hover b{text-decoration:underline}
.axis .skipped{font-size:.6875rem;color:var(--quiet);text-align:center}
.bar{flex:1;display:flex;flex-wrap:wrap;align-items:center;align-content:center;gap:.1rem .45rem;min-height:1.6rem;margin:0 2px;padding:.15rem .35rem;border-radius:3px;border:1px solid transparent;font:600 .6875rem/1.15 var(--mono);text-decoration:none;overflow:clip}
.bar>span:not(.unseen){overflow-wrap:anywhere;position:sticky;left:calc(var(--name) + .5rem)}
.bar>.who:not(.unseen){flex:none;font-weight:800}
.bar>.who+span:not(.unseen){left:calc(var(--name) + 1.75rem)}
.bar.on{border-radius:3px 0 0 3px;margin-right:-2px}
.bar:focus-visible,.step:focus-visible{outline-offset:-2px;outline-width:3px}
.reads{background:var(--bad);color:var(--on)}
.writes{color:var(--warn);border:1px solid var(--warn);background:repeating-linear-gradient(135deg,var(--warn-bg) 0 7px,color-mix(in srgb,var(--warn) 16%,var(--warn-bg)) 7px 9px)}
.ddl{color:var(--quiet);border:1px dashed var(--quiet);background:var(--bg)}
.bar.now{box-shadow:0 0 0 2px var(--ink)}
.chart .step[aria-current]{background:var(--ink);color:var(--bg)}
.chart .step[aria-current] .verb{color:inherit}
.cursor{position:absolute;inset:0 auto 0 0;width:max(100%,calc(var(--name) + var(--n) * var(--w)));min-width:0;border:0;pointer-events:none;z-index:0}
.cursor .name{visibility:hidden}
.cursor .cols>li{background:color-mix(in srgb,var(--link) 9%,transparent);border-inline:1px solid color-mix(in srgb,var(--link) 45%,transparent)}
.inspector{border:1px solid var(--line);border-top:0;border-radius:0 0 6px 6px;background:var(--soft);padding:.75rem 1rem .9rem;min-height:10rem}
.chart:has(+.inspector:not([hidden])){border-radius:6px 6px 0 0}
.inspector{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:.25rem 2rem;align-content:start;font-size:.875rem}
.inspector strong{font-weight:600}
.inspector .seen dt{flex-basis:6.5rem}
.inspector .held li{padding-left:1.1em;position:relative}
.inspector .held li::before{content:"•";position:absolute;left:.15em}
.inspector pre{background:var(--bg);border:1px solid var(--line);border-radius:5px;padding:.55rem .75rem;margin:.4rem 0}
@media (max-width:60rem){.inspector{grid-template-columns:minmax(0,1fr)}}
@media (max-width:40rem){
.timeline{--w:4.8rem}
.bar>span:not(.unseen){left:.5rem}.bar>.who+span:not(.unseen){left:1.75rem}
.strip{grid-template-columns:minmax(0,1fr);min-width:calc(var(--n) * var(--w))}
.name{border-right:0;width:fit-content;max-width:20rem;padding:.3rem .5rem 0;background:none}
.head .name{display:none}
.cursor{width:max(100%,calc(var(--n) * var(--w)))}
.cursor .name{display:none}
}
@media print{.chart{overflow:visible}.strip{min-width:0}.cursor{display:none}.bar.now{box-shadow:none}.chart .step[aria-current]{background:none;color:inherit}}
${PLACES}
`;
