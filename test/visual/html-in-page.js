// Runs in the page. What is wrong with how it looks: text that leaves the page or its box.
(() => {
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  const text = [...document.querySelectorAll('p, li, dd, dt, h1, h2, h3, h4, summary, figcaption, td, th, caption')];
  const out = text
    .filter((element) => !element.closest('.chart, pre, .scroll, .unseen, [hidden]') && element.offsetParent !== null)
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 200));
  // Labels of the picture of locks wrap, and are never cut.
  const cut = [...document.querySelectorAll('.chart .bar, .chart .bar > span:not(.unseen), .chart .verb')]
    .filter((element) => element.checkVisibility())
    .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight, localName, className }) => {
      const inline = localName === 'span' && clientWidth === 0 && className !== 'verb';
      return !inline && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    })
    .map(({ textContent }) => `cut off: ${textContent}`);
  return [...wide, ...out, ...cut];
})();
