/** What sections are made of: findings with their SQL, tables, lists, marks. */
export const PARTS = `
.alert{border:1px solid var(--line);border-left:4px solid var(--tone);background:var(--tone-bg);border-radius:4px;padding:.8rem 1rem;margin-bottom:1rem}
.alert>*+*{margin-top:.6rem}
.mark{display:inline-flex;gap:.35em;color:var(--tone)}
.mark .told{color:var(--ink)}
.mark.open{--tone:var(--quiet)}
.mark>span:first-child{flex:none;min-width:.9em;text-align:center;font-weight:700}
.allclear{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;font-size:1.0625rem}

.filter{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;padding:.6rem .85rem;margin-bottom:1rem;background:var(--soft);border:1px solid var(--line);border-radius:6px;font-size:.875rem}
.filter label{display:inline-flex;align-items:center;gap:.4rem}
.filter input[type=search]{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--strong);border-radius:4px;padding:.2rem .5rem;width:13rem;max-width:100%}
.filter output{color:var(--quiet);margin-left:auto}

.finding{--tone:var(--quiet);--tone-bg:var(--soft);border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:6px;padding:.9rem 1.1rem 1.1rem;margin-bottom:1.1rem}
.finding.error{--tone:var(--bad);--tone-bg:var(--bad-bg)}
.finding.warning{--tone:var(--warn);--tone-bg:var(--warn-bg)}
.finding:target{outline:2px solid var(--focus);outline-offset:2px}
.meta{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .7rem;font-size:.8125rem;margin-bottom:.3rem}
.severity{color:var(--tone);font-weight:700}
.finding h3{max-width:60rem;text-wrap:pretty}
h3 code{font-weight:600}
.others{margin:.5rem 0 0;max-width:60rem}
.others li,.about li,.plain li{padding-left:1.1em;position:relative}
.others li::before,.about li::before,.plain li::before{content:"•";position:absolute;left:.15em;color:var(--quiet)}
.plain li+li{margin-top:.35rem}
.beside{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1fr);gap:0 1.75rem;margin-top:.9rem;align-items:start}
.beside:not(:has(.about)){grid-template-columns:minmax(0,1fr)}
.about>h4:first-child{margin-top:0}
.about{font-size:.9375rem;min-width:0}
.help p+p{margin-top:.5rem}
.remedy>summary,.ignore>summary{font-size:.875rem;font-weight:600}
.ignore>summary{font-weight:400}
.help{max-width:62rem}

.frame{margin-bottom:.75rem;border:1px solid var(--line);border-radius:5px;background:var(--bg);overflow:hidden}
.frame figcaption{padding:.25rem .75rem;background:var(--soft);border-bottom:1px solid var(--line);font-size:.8125rem;overflow-wrap:anywhere}
.frame pre{overflow-x:auto;padding:.4rem 0}
.frame pre:focus-visible,.scroll:focus-visible,.chart:focus-visible,pre:focus-visible{outline-offset:-2px}
.frame pre code{display:grid;min-width:max-content;overflow-wrap:normal}
.l{position:relative;min-height:1.55em;padding:0 .9rem 0 4.1rem}
.l::before{content:attr(data-n);position:absolute;left:0;width:2.6rem;text-align:right;color:var(--quiet);user-select:none}
.hit{background:var(--tone-bg)}
.hit::after{content:"▸";position:absolute;left:3rem;color:var(--tone);font-weight:700}
.gap{padding-left:2rem;color:var(--quiet);line-height:1.2}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--tone,currentColor)}
.k{font-weight:600}
.c{color:var(--quiet)}
.s{color:var(--good)}

pre{overflow-x:auto;tab-size:4}
.copy,.statement pre,.statements pre,.frame+pre{background:var(--soft);border:1px solid var(--line);border-radius:5px;padding:.55rem .75rem;position:relative;margin:.4rem 0}
.copied{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .6rem;align-items:start;margin:.4rem 0}
.copied pre{margin:0}
button{font:500 .8125rem/1.3 var(--sans);color:var(--ink);background:var(--bg);border:1px solid var(--strong);border-radius:4px;padding:.2rem .6rem;cursor:pointer}
button:hover{border-color:var(--quiet);background:var(--soft)}
button[aria-pressed=true]{background:var(--ink);color:var(--bg);border-color:var(--ink)}

.scroll{overflow-x:auto;margin-bottom:1.1rem}
p+.scroll,.copied+.scroll{margin-top:.9rem}
.scroll+p{margin-bottom:.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
caption{text-align:left;color:var(--quiet);font-size:.8125rem;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);font-weight:400;min-width:5.5rem}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;color:var(--quiet);border-color:var(--strong);font-size:.8125rem;white-space:nowrap}
.checklist th[scope=row]{font-weight:500}
.checklist td+td{color:var(--quiet)}
.was,.is{display:block}
.was code{color:var(--quiet)}
.is code::before{content:"→ ";color:var(--quiet)}
.change{white-space:nowrap}
.plan li+li{padding-left:.9rem;position:relative}
.plan li+li::before{content:"└";position:absolute;left:.1rem;color:var(--quiet)}
.plan li+li+li{padding-left:1.8rem}.plan li+li+li::before{left:1rem}

td code,th code{overflow-wrap:break-word}
td .path,th .path{white-space:nowrap}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--link);width:fit-content;padding:.15rem 0}
summary:hover{text-decoration:underline}
.folded{padding-top:.5rem}
.statements>li{padding:.8rem 0;border-top:1px solid var(--line)}
.statements>li:first-child{border-top:0;padding-top:.2rem}
.statement:target{background:var(--warn-bg);box-shadow:-.75rem 0 0 var(--warn-bg),.75rem 0 0 var(--warn-bg)}
.seen{font-size:.875rem}
.seen div{display:flex;gap:.75rem}
.seen dt{flex:0 0 9.5rem;color:var(--quiet)}
.seen dd{min-width:0}

@media (max-width:72rem){.beside{grid-template-columns:minmax(0,1fr)}.about{margin-top:.25rem}}
@media (max-width:40rem){
.finding{padding:.75rem .75rem .9rem}
.l{padding-left:3.2rem}.l::before{width:1.9rem}.hit::after{left:2.2rem}
.seen div{display:block}
.filter output{margin-left:0}
.filter input[type=search]{width:100%}
.copied{grid-template-columns:minmax(0,1fr)}
.copied button{justify-self:end;margin-top:.25rem}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,caption{display:block}
tr{display:block;padding:.55rem 0;border-bottom:1px solid var(--line)}
th,td{display:block;border:0;padding:.1rem 0;min-width:0}
tbody th{font-weight:600}
td:empty{display:none}
td[data-h]::before{content:attr(data-h) ": ";color:var(--quiet)}
td .path,th .path{white-space:normal}
td code,th code{overflow-wrap:anywhere}
}
`;
