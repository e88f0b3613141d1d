/* Arrows and labels over a chart, as SVG: the same on a slide, in the editor, on paper and in a picture. */
(function () {
  'use strict';
  const present = window.present = window.present || {};
  const SVG = 'http://www.w3.org/2000/svg';
  const SIZE = 18;
  const PAD = 7;
  const HEAD = 15;

  function made(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function ink(frame) {
    const style = getComputedStyle(frame);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    return {accent: colour('accent'), card: colour('card'), family: style.fontFamily};
  }

  function wide(text, family) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `600 ${SIZE}px ${family}`;
    return pen.measureText(text).width;
  }

  const within = (value, low, high) => Math.max(low, Math.min(high, value));

  /* A text on a ground of its own, kept within the frame. */
  function label(text, x, y, size, worn) {
    const half = wide(text, worn.family) / 2 + PAD;
    const middle = within(x, half, Math.max(half, size.width - half));
    const centre = within(y, SIZE, size.height - SIZE);
    const group = made('g', {});
    group.append(
      made('rect', {x: middle - half, y: centre - SIZE, width: 2 * half, height: 2 * SIZE, rx: 5, fill: worn.card, stroke: worn.accent, 'stroke-width': 1.5}),
      made('text', {x: middle, y: centre + SIZE * 0.36, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': 600, 'font-family': worn.family, fill: worn.accent}, text),
    );
    return group;
  }

  function arrow(mark, size, worn) {
    const [x, y, a, b] = [mark.x * size.width, mark.y * size.height, mark.to_x * size.width, mark.to_y * size.height];
    const long = Math.hypot(a - x, b - y) || 1;
    const [u, v] = [(a - x) / long, (b - y) / long];
    const [p, q] = [a - u * HEAD, b - v * HEAD];
    const group = made('g', {});
    group.append(
      made('line', {x1: x, y1: y, x2: p, y2: q, stroke: worn.card, 'stroke-width': 7, 'stroke-linecap': 'round'}),
      made('line', {x1: x, y1: y, x2: p, y2: q, stroke: worn.accent, 'stroke-width': 3, 'stroke-linecap': 'round'}),
      made('path', {d: `M${a} ${b}L${p - v * HEAD * 0.5} ${q + u * HEAD * 0.5}L${p + v * HEAD * 0.5} ${q - u * HEAD * 0.5}Z`, fill: worn.accent}),
    );
    if (mark.text) group.append(label(mark.text, x, y, size, worn));
    return group;
  }

  /* The marks over a frame, drawn for its size in px; each has its place in the list of marks as data-mark. */
  present.marks = function (frame, marks) {
    const size = {width: frame.clientWidth, height: frame.clientHeight};
    const worn = ink(frame);
    const drawing = made('svg', {class: 'marks', width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}`, 'aria-hidden': 'true'});
    marks.forEach(function (mark, at) {
      const drawn = mark.kind === 'arrow' ? arrow(mark, size, worn) : label(mark.text, mark.x * size.width, mark.y * size.height, size, worn);
      drawn.dataset.mark = at;
      drawing.append(drawn);
    });
    frame.querySelectorAll('.marks').forEach((old) => old.remove());
    if (marks.length) frame.append(drawing);
    return drawing;
  };
})();
