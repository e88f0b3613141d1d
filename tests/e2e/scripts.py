"""What is asked of the page in its own language."""

from __future__ import annotations

POINT = """([view, key]) => {
  const chart = document.querySelector(`#graph-${view} .js-plotly-plot`);
  const mark = chart.querySelector(`[data-key="${key}"]`);
  const box = mark.getBoundingClientRect(), inverse = mark.getScreenCTM().inverse(), inside = [];
  for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {
    const x = box.left + box.width * i / 20, y = box.top + box.height * j / 20;
    const hit = mark.isPointInFill(new DOMPoint(x, y).matrixTransform(inverse));
    if (hit && chart.contains(document.elementFromPoint(x, y))) inside.push([x, y]);
  }
  return inside[Math.floor(inside.length / 2)];
}"""

# The first line of a mark's hover box stands first in its label.
HOVERED = r"""([view, key]) => {
  const chart = document.querySelector(`#graph-${view} .js-plotly-plot`);
  const told = text => text.replace(/\s/g, '');
  const box = chart.querySelector('.hovertext');
  const name = chart.querySelector(`[data-key="${key}"]`).getAttribute('aria-label').split(', ')[0];
  return box !== null && told(box.textContent).startsWith(told(name));
}"""

UNHOVERED = "view => !document.querySelector(`#graph-${view} .hovertext`)"

LABELS = """view => [...document.querySelectorAll(`#graph-${view} [data-key]`)]
  .map(mark => mark.getAttribute('aria-label'))"""

COLOURS = """view => [...document.querySelectorAll(`#graph-${view} [data-key]`)].map(mark => mark.style.fill)"""

# The outlines of the map are shapes of their own; tiles and bars have a thick line.
OUTLINED = """() => [...document.querySelectorAll('#graph-map .choroplethlayer .trace')]
  .filter(layer => layer.__data__[0].trace.name === 'chosen')
  .flatMap(layer => [...layer.querySelectorAll('path')].map(path => path.__data__.loc))
  .concat([...document.querySelectorAll('#graph-map .barlayer [data-key]')]
    .filter(mark => parseFloat(getComputedStyle(mark).strokeWidth) > 2).map(mark => mark.dataset.key))"""

TITLES = """() => [...document.querySelectorAll('.ag-center-cols-container .ag-row')]
  .sort((one, other) => one.getAttribute('row-index') - other.getAttribute('row-index'))
  .map(row => (row.querySelector('.found-title') || row.querySelector('[col-id="title"]')).textContent)"""

# The inset shows a part of the country: what lies outside it has no size there.
SIZED = """() => [...document.querySelectorAll('#graph-map [data-key]')]
  .filter(mark => mark.getBoundingClientRect().width > 0 && mark.getBoundingClientRect().height > 0)
  .map(mark => mark.dataset.key)"""

# Contrast (WCAG 2.2) of each text in a chart that stands on the card, as [text, ratio].
CONTRAST = r"""() => {
  const light = colour => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map(part => part / 255);
    const [r, g, b] = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const texts = [...document.querySelectorAll('.js-plotly-plot svg text')].filter(text => text.textContent.trim());
  return texts.map(text => {
    const card = getComputedStyle(text.closest('.card')).backgroundColor;
    return [text.textContent, ratio(light(getComputedStyle(text).fill), light(card))];
  });
}"""

# Every text that is seen or read out, outside of elements marked as being in the language `but`.
TEXTS = r"""but => {
  const said = [];
  const foreign = element => element.closest('[lang]').lang.startsWith(but);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element.closest('script, style, noscript') && element.checkVisibility() && !foreign(element)) {
      said.push(node.textContent.trim());
    }
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    document.body.querySelectorAll(`[${name}]`).forEach(element => {
      if (element.checkVisibility() && !foreign(element)) said.push(element.getAttribute(name).trim());
    });
  }
  return [...new Set(said)].filter(text => text);
}"""

# Marks whose middle lies outside of their chart, as the reader sees it.
UNSEEN = """view => [...document.querySelectorAll(`#graph-${view} [data-key]`)].filter(mark => {
  const box = mark.getBoundingClientRect(), frame = mark.closest('.frame').getBoundingClientRect();
  const middle = box.left + box.width / 2;
  return middle < frame.left || middle > frame.right;
}).map(mark => mark.getAttribute('aria-label'))"""

# Answers whose head comes at once and whose body takes its time, as over a slow line.
SLOW_BODIES = """for (const read of ['json', 'text', 'blob', 'arrayBuffer']) {
  const plain = Response.prototype[read];
  Response.prototype[read] = async function () {
    if (this.url.includes('_dash-update-component')) await new Promise(resolve => setTimeout(resolve, 1200));
    return plain.apply(this);
  };
}"""
# A chart that is drawn anew under the pointer loses the click: wait until nothing in it has changed for a moment.
QUIET = """view => new Promise(resolve => {
    let timer;
    const seen = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 80); });
    const done = () => { seen.disconnect(); resolve(true); };
    seen.observe(document.getElementById(`graph-${view}`), {subtree: true, childList: true, attributes: true});
    timer = setTimeout(done, 80);
})"""
