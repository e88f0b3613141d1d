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

LABELS = """view => [...document.querySelectorAll(`#graph-${view} [data-key]`)].map(mark => mark.getAttribute('aria-label'))"""

OUTLINED = """() => [...document.querySelectorAll('#graph-map .choroplethlayer .trace')]
  .filter(layer => layer.__data__[0].trace.name === 'chosen')
  .flatMap(layer => [...layer.querySelectorAll('path')].map(path => path.__data__.loc))"""

TITLES = """() => [...document.querySelectorAll('.ag-center-cols-container .ag-row')]
  .sort((one, other) => one.getAttribute('row-index') - other.getAttribute('row-index'))
  .map(row => row.querySelector('[col-id="title"]').textContent)"""
