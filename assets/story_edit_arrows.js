/* The points of arrows and labels over the preview: set with the mouse, by two clicks or by the keyboard, and moved by their points. */
(function () {
  'use strict';
  const {known, say, byId, current, watch, change, el} = window.storyEdit;
  const SVG = 'http://www.w3.org/2000/svg';
  const STEP = 0.01;
  const POINTS = {arrow: [['x', 'y', 'tail'], ['to_x', 'to_y', 'head']], label: [['x', 'y', 'middle']]};
  const stage = () => byId('slide-preview');
  let placing = null;

  const rounded = (share) => Math.round(Math.max(0, Math.min(1, share)) * 1000) / 1000;
  const text = (mark) => (known.lang === 'zh' ? mark.text.zh || mark.text.en : mark.text.en || mark.text.zh);

  function svg(name, told, ...children) {
    const made = document.createElementNS(SVG, name);
    Object.entries(told).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  /* A sheet over the chart of each view, as large as it is seen. */
  function sheets() {
    const outer = stage().getBoundingClientRect();
    return window.storyEdit.frames(stage()).map(function (frame, on) {
      const box = frame.getBoundingClientRect();
      const place = `left:${box.left - outer.left}px;top:${box.top - outer.top}px;width:${box.width}px;height:${box.height}px`;
      const sheet = svg('svg', {class: 'marks-sheet', style: place, 'data-on': on, viewBox: `0 0 ${box.width} ${box.height}`});
      listen(sheet, on);
      return {sheet, box, frame};
    });
  }

  function point(mark, at, [x, y, name], {width, height}) {
    /* The words of a mark stand where its first point is. */
    const worded = name !== 'head' && text(mark);
    const made = svg('g', {class: worded ? 'mark-point worded' : 'mark-point', role: 'button', tabindex: '0', 'data-point': `${at}-${name}`, 'aria-label': say(name, {number: at + 1}), transform: `translate(${mark[x] * width} ${mark[y] * height})`},
      svg('circle', {r: 13, class: 'reach'}), svg('circle', {r: 6, class: 'dot'}));
    made.addEventListener('keydown', (press) => keyed(press, mark, at, [x, y]));
    made.addEventListener('pointerdown', (down) => drag(down, mark, at, [x, y], made));
    return made;
  }

  function draw() {
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.point : '';
    stage().querySelectorAll('.marks-sheet').forEach((each) => each.remove());
    if (!current()) return;
    const marks = window.storyEdit.marksOf();
    sheets().forEach(function ({sheet, box, frame}, on) {
      const here = marks.filter(([mark]) => mark.on === on);
      window.present.marks(frame, here.map(([mark]) => ({...mark, text: text(mark)})));
      sheet.append(...here.flatMap(([mark, at]) => POINTS[mark.kind].map((each) => point(mark, at, each, box))));
      stage().append(sheet);
    });
    if (focused) focus(focused);
  }

  function focus(name) {
    const made = stage().querySelector(`[data-point="${name}"]`);
    if (made) made.focus();
  }

  function keyed(press, mark, at, [x, y]) {
    const way = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[press.key];
    if (press.key === 'Delete' || press.key === 'Backspace') {
      press.preventDefault();
      window.storyEdit.removeMark(at);
    } else if (way) {
      press.preventDefault();
      const step = STEP * (press.shiftKey ? 5 : 1);
      change('marked', () => Object.assign(mark, {[x]: rounded(mark[x] + way[0] * step), [y]: rounded(mark[y] + way[1] * step)}));
    }
  }

  function share(event, sheet) {
    const box = sheet.getBoundingClientRect();
    return [rounded((event.clientX - box.left) / box.width), rounded((event.clientY - box.top) / box.height)];
  }

  function drag(down, mark, at, [x, y], made) {
    if (placing) return;
    down.preventDefault();
    made.focus();
    const name = made.dataset.point;
    const on = made.closest('svg').dataset.on;
    const sheet = () => stage().querySelector(`.marks-sheet[data-on="${on}"]`);
    const move = function (event) {
      const [left, top] = share(event, sheet());
      Object.assign(mark, {[x]: left, [y]: top});
      draw();
    };
    const up = function () {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      change('marked', () => {});
      focus(name);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
  }

  /* With the mouse the next press on a chart places it; with the keyboard it stands in the middle and is moved. */
  function place(kind, click) {
    stop();
    if (click.detail === 0) return put(kind, 0, [0.3, 0.3], [0.5, 0.5]);
    placing = {kind, from: null};
    stage().classList.add('placing');
    byId('slide-trouble').replaceChildren(el('p', {}, say(`place_${kind}`)));
    return undefined;
  }

  function stop() {
    if (placing) byId('slide-trouble').replaceChildren();
    placing = null;
    stage().classList.remove('placing');
    stage().querySelectorAll('.mark-begun').forEach((each) => each.remove());
  }

  function put(kind, on, [x, y], [toX, toY]) {
    const ends = kind === 'arrow' ? {to_x: toX, to_y: toY} : {};
    const at = window.storyEdit.addMark({kind, on, x, y, ...ends, text: window.stories.text()});
    if (at >= 0) focus(`${at}-${kind === 'arrow' ? 'head' : 'middle'}`);
  }

  function listen(sheet, on) {
    sheet.addEventListener('pointerdown', function (down) {
      if (!placing) return;
      down.preventDefault();
      const here = share(down, sheet);
      if (placing.kind === 'arrow' && !placing.from) {
        placing.from = {on, here};
        const box = sheet.getBoundingClientRect();
        sheet.append(svg('circle', {class: 'mark-begun', r: 5, cx: here[0] * box.width, cy: here[1] * box.height}));
        return;
      }
      const {kind, from} = placing;
      stop();
      if (kind === 'label') put(kind, on, here, here);
      else if (from.on === on) put(kind, on, from.here, here);
    });
    sheet.addEventListener('pointerup', function (up) {
      if (!placing || !placing.from || placing.from.on !== on) return;
      const here = share(up, sheet);
      const {from} = placing;
      if (Math.hypot(here[0] - from.here[0], here[1] - from.here[1]) < 0.03) return;
      stop();
      put('arrow', on, from.here, here);
    });
  }

  document.addEventListener('keydown', function (press) {
    if (press.key === 'Escape' && placing) stop();
  });

  stage().addEventListener('drawn', draw);
  new ResizeObserver(draw).observe(stage());
  watch(function (what) {
    if (what === 'slide' || what === 'all') stop();
    if (['marks', 'marked'].includes(what)) draw();
  });
  window.storyEdit.place = place;
})();
