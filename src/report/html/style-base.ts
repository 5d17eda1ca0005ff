/** The page: colours for light and dark, type, landmarks, print. */
export const BASE = `
:root{color-scheme:light dark;
--bg:#fff;--soft:#f6f7f9;--ink:#1a1f26;--quiet:#59636e;--line:#dde2e8;--strong:#c3cad3;
--bad:#b3261e;--bad-bg:#fdf1f0;--warn:#845400;--warn-bg:#fdf6e7;--good:#1a6b3c;--good-bg:#eef8f1;
--link:#0a53be;--focus:#0a53be;--on:#fff;--mark:#ffe3a3;
--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--bg:#0e1217;--soft:#161b22;--ink:#e5e9ee;--quiet:#9ba6b3;--line:#29313b;--strong:#3d4753;
--bad:#ff9f95;--bad-bg:#2a1615;--warn:#eab54d;--warn-bg:#272012;--good:#74d196;--good-bg:#11231a;
--link:#8ab6ff;--focus:#8ab6ff;--on:#0e1217;--mark:#5c4710}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 var(--sans);overflow-wrap:break-word}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,pre,table{margin:0;padding:0}
ul,ol{list-style:none}
code,pre,kbd{font:0.875em/1.55 var(--mono)}
pre code{font:inherit}
code{unicode-bidi:isolate;overflow-wrap:anywhere}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
i{font-style:normal}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip{position:absolute;left:1rem;top:-4rem;padding:.5rem 1rem;background:var(--bg);border:1px solid var(--strong);z-index:9}
.skip:focus{top:.5rem}
.wide{max-width:86rem;margin:0 auto;padding:0 1.5rem}
.quiet{color:var(--quiet);font-weight:400}
.nowrap{white-space:nowrap}
.lead{color:var(--quiet);max-width:48rem;margin-bottom:1rem}
.more{color:var(--quiet);margin-top:.5rem}
[hidden]{display:none!important}

.top{border-top:4px solid var(--tone);background:var(--soft);border-bottom:1px solid var(--line);padding:1.5rem 0 1.25rem}
.bad{--tone:var(--bad);--tone-bg:var(--bad-bg)}
.warn{--tone:var(--warn);--tone-bg:var(--warn-bg)}
.good{--tone:var(--good);--tone-bg:var(--good-bg)}
.kicker{color:var(--quiet);font-size:.8125rem}
h1{font-size:1.625rem;line-height:1.3;font-weight:650;letter-spacing:-.012em;margin:.25rem 0 .9rem;text-wrap:balance}
.verdict{display:inline-block;background:var(--tone);color:var(--on);padding:.05em .5em;border-radius:4px;margin-right:.4em;font-size:.8em;text-transform:uppercase;letter-spacing:.05em;vertical-align:.06em}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-bottom:1rem}
.counts b{font-size:1.25rem;font-weight:650;font-variant-numeric:tabular-nums}
.counts .none{color:var(--quiet)}
.counts .error b{color:var(--bad)}.counts .warning b{color:var(--warn)}.counts .proofs b{color:var(--good)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:.4rem 2rem;font-size:.875rem}
.facts div{display:flex;gap:.75rem}
.facts dt{color:var(--quiet);flex:0 0 7.2rem}
.facts dd{min-width:0}

.columns{flex:1;width:100%;display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:0 2.5rem;align-items:start}
nav{position:sticky;top:0;max-height:100vh;overflow:auto;padding:1.75rem 0 1rem;font-size:.875rem}
nav a{display:flex;justify-content:space-between;gap:.5rem;padding:.28rem .6rem;border-left:2px solid var(--line);color:var(--ink);text-decoration:none;overflow-wrap:anywhere}
nav a:hover{border-color:var(--quiet);text-decoration:underline}
nav a[aria-current]{border-color:var(--link);font-weight:600}
nav .n{color:var(--quiet);font-variant-numeric:tabular-nums;font-weight:400}
main{padding:.5rem 0 3rem;min-width:0}
main>section{padding-top:1.25rem;margin-bottom:1.75rem}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.008em;margin-bottom:.85rem;overflow-wrap:anywhere}
h3{font-size:1.0625rem;line-height:1.4;font-weight:600}
section section{margin-top:1.75rem}
section section h3{margin-bottom:.6rem}
h4{font-size:.8125rem;font-weight:600;color:var(--quiet);margin:1rem 0 .25rem}
footer{border-top:1px solid var(--line);background:var(--soft);color:var(--quiet);font-size:.8125rem;padding:1.25rem 0 2rem}
footer p+p{margin-top:.35rem}

@media (max-width:60rem){
.columns{display:block}
nav{position:static;max-height:none;padding:1rem 0 0;border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:.1rem .35rem;padding-bottom:.75rem}
nav a,nav a[aria-current]{border:1px solid var(--line);border-radius:99px;padding:.15rem .65rem;font-weight:400}
}
@media (max-width:40rem){
.wide{padding:0 1rem}
h1{font-size:1.3125rem}
.facts{grid-template-columns:1fr}
.facts dt{flex-basis:7rem}
.counts{gap:.1rem 1.1rem}
}
@media print{
:root{color-scheme:light;--bg:#fff;--soft:#fff;--ink:#000;--quiet:#444;--line:#bbb;--strong:#888;--bad:#8f1a13;--bad-bg:#fff;--warn:#6b4400;--warn-bg:#fff;--good:#14532d;--good-bg:#fff;--link:#000;--on:#fff;--mark:#eee}
body{display:block;font-size:10pt}
nav,.skip,.filter,.tools,.inspector,button{display:none!important}
.columns{display:block}
.wide{max-width:none;padding:0}
.bar,.swatch,.verdict{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;display:block;height:auto}
h2,h3,h4,.meta,figcaption,caption{break-after:avoid}
tr,.alert,.timeline,.statement{break-inside:avoid}
pre{white-space:pre-wrap!important}
}
`;
