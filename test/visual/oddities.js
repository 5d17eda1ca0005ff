// Runs in the page. What has no business in a report: elements that aren't ours, links elsewhere, text that leaves its box.
(() => {
  const article = document.querySelector('article');
  const ours = new Set(
    'A B BR BLOCKQUOTE CODE DETAILS DIV EM H3 LI P PATH PRE STRONG SUB SUMMARY SVG TABLE TBODY TD TH THEAD TR UL WBR'.split(
      ' ',
    ),
  );
  const elements = [...article.querySelectorAll('*')].filter((element) => !element.closest('.chart'));
  const foreign = elements.filter(({ tagName }) => !ours.has(tagName.toUpperCase()));
  const links = [...article.querySelectorAll('a')].filter(
    ({ href }) => !href.startsWith('https://github.com/acme/shop/'),
  );
  const wide = [...article.querySelectorAll('p, li, summary, h3')].filter(
    (element) => element.scrollWidth > element.clientWidth + 1,
  );
  // Of what is in sight at once; folded tables may be wider than a telephone.
  const cut = [...article.querySelectorAll('table')].filter(
    (element) => !element.closest('details') && element.scrollWidth > element.clientWidth + 1,
  );
  const driven = elements.filter((element) => [...element.attributes].some(({ name }) => /^(on|style)/.test(name)));
  return [...foreign, ...links, ...wide, ...cut, ...driven].map(({ outerHTML }) => outerHTML.slice(0, 300));
})();
