/* One slide as elements of the page: what it says, and its charts and tables with their filters and sources. */
(function () {
  'use strict';
  const present = window.present = window.present || {};
  const SIZES = [18, 17, 16, 15, 14, 13, 12];
  const ROOM = 760;
  /* Days and numbers are not broken. */
  const WHOLE = /^[\d.,:+\-−]{1,12}$/;
  const FITTED = '.rows, ul.sources';

  function made(name, told, ...children) {
    const element = document.createElement(name);
    Object.entries(told || {}).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  const told = (name, text, kind) => (text ? made(name, {class: kind}, text) : null);

  /* What a colour, a pattern or a sign means. */
  function sign({label, colour, pattern, marker}) {
    const mark = made('span', {class: marker ? `sign ${marker}` : `swatch ${pattern}`, 'aria-hidden': 'true'});
    if (colour && !pattern) mark.style.background = colour;
    return made('li', {}, mark, label);
  }

  function table(shown, say) {
    const head = made('tr', {}, ...shown.table.headings.map((heading) => made('th', {scope: 'col'}, heading)));
    const rows = shown.table.rows.map((row) => made('tr', {}, ...row.map((cell) => made('td', WHOLE.test(cell) ? {class: 'whole'} : {}, made('span', {}, cell)))));
    const body = made('div', {class: 'rows', role: 'group', 'aria-label': shown.title}, made('table', {}, made('thead', {}, head), made('tbody', {}, ...rows)), made('p', {class: 'more'}));
    body.fit = () => fitted(body, rows, shown.table.more, say);
    return body;
  }

  /* Nobody scrolls a wall: letters become smaller as far as they can be read, then rows are left out and counted. */
  function fitted(body, rows, more, say) {
    const grid = body.querySelector('table');
    const line = body.querySelector('.more');
    const overflows = () => body.scrollHeight > body.clientHeight + 1;
    const write = (left) => { line.textContent = left > 0 ? say('more', {n: left.toLocaleString('en')}) : ''; };
    grid.tBodies[0].replaceChildren(...rows);
    write(more);
    for (const size of SIZES) {
      grid.style.fontSize = `${size}px`;
      if (!overflows()) return;
    }
    for (let shown = rows.length - 1; shown > 0 && overflows(); shown -= 1) {
      rows[shown].remove();
      write(more + rows.length - shown);
    }
  }

  function chart(shown) {
    const frame = made('div', {class: 'frame', role: 'group', 'aria-label': shown.title, 'data-writes': shown.writes});
    frame.append(made('div', {class: 'plot'}));
    return frame;
  }

  /* A view with its title, legend, filter sentence and sources; the title is left out where the slide has the same. */
  function view(shown, title, say) {
    const signs = shown.signs.map(sign);
    const credit = [shown.credit, shown.boundaries].filter(Boolean).join(' ');
    return made(
      'figure', {class: 'show', 'data-view': shown.view},
      shown.title === title ? null : told('h3', shown.title, 'view-title'),
      shown.figure ? chart(shown) : table(shown, say),
      signs.length ? made('ul', {class: 'key'}, ...signs) : null,
      made('figcaption', {}, told('p', shown.selection, 'selection'), shown.stale ? told('p', say('stale', {version: shown.stale}), 'stale') : null, told('p', credit, 'credit')),
    );
  }

  /* A section of 16:9 (or of the shape its style gives it); its charts come with `present.draw`. */
  present.slide = function (leaf, say) {
    const big = ['cover', 'statement'].includes(leaf.kind);
    const heading = made('h2', {class: 'title', tabindex: '-1'}, leaf.title || say('unsaid'));
    const section = made('section', {class: `slide ${leaf.kind}`, 'data-size': sized(leaf.title, big)});
    section.append(made('header', {}, heading, ...[told('p', leaf.note, 'note')].filter(Boolean)));
    if (leaf.kind === 'sources') section.append(made('ul', {class: 'sources'}, ...leaf.sources.map((line) => made('li', {}, line))));
    if (leaf.shows.length) section.append(made('div', {class: 'shows'}, ...leaf.shows.map((shown) => view(shown, leaf.title, say))));
    section.leaf = leaf;
    section.querySelectorAll('ul.sources').forEach((list) => {
      list.fit = () => SIZES.some((size) => {
        list.style.fontSize = `${size}px`;
        return list.scrollHeight <= list.clientHeight + 1;
      });
    });
    return section;
  };

  /* Chinese signs are twice as wide. */
  function sized(text, big) {
    const wide = Array.from(text).reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);
    return wide > (big ? 60 : 70) ? 'long' : 'short';
  }

  /* Draws the charts of a slide that is laid out, though it need not be seen; the same promise whenever asked again. */
  present.draw = function (section) {
    if (!section.drawing) section.querySelectorAll(FITTED).forEach((each) => each.fit());
    section.drawing = section.drawing || Promise.all(
      Array.from(section.querySelectorAll('.show')).map((figure, at) => plot(section, figure, section.leaf.shows[at], at)),
    ).then(() => { section.dataset.drawn = 'true'; });
    return section.drawing;
  };

  async function plot(section, figure, shown, at) {
    const frame = figure.querySelector(':scope > .frame');
    if (!frame) return;
    const {data, layout, config} = shown.figure;
    /* Plotly writes into what it is given, and the deck is drawn again in print and elsewhere. */
    const own = JSON.parse(JSON.stringify({data, layout}));
    Object.assign(own.layout, sizeOf(frame, shown));
    await window.Plotly.newPlot(frame.querySelector('.plot'), own.data, own.layout, {...config, responsive: false});
    present.marks(frame, section.leaf.marks.filter((mark) => mark.on === at));
  }

  /* A chart of many lines is drawn as high as it wants to be, one with little room as wide as its labels want it to be, and
     all of it made smaller until it fits. */
  function sizeOf(frame, shown) {
    const factor = Math.max(1, Math.min(1.7, Math.max((shown.height || 0) / frame.clientHeight, ROOM / frame.clientWidth)));
    const plotted = frame.querySelector('.plot');
    const size = {width: Math.round(frame.clientWidth * factor), height: Math.round(frame.clientHeight * factor)};
    Object.assign(plotted.style, {width: `${size.width}px`, height: `${size.height}px`, transform: factor > 1 ? `scale(${1 / factor})` : ''});
    return size;
  }

  /* The charts of a slide at the size that their frames have now. */
  present.fit = async function (section) {
    await section.drawing;
    section.querySelectorAll(FITTED).forEach((each) => each.fit());
    await Promise.all(Array.from(section.querySelectorAll('.show')).map(async function (figure, at) {
      const frame = figure.querySelector(':scope > .frame');
      const plotted = frame && frame.querySelector('.js-plotly-plot');
      if (!plotted || !frame.clientWidth) return;
      await window.Plotly.relayout(plotted, sizeOf(frame, section.leaf.shows[at]));
      present.marks(frame, section.leaf.marks.filter((mark) => mark.on === at));
    }));
  };
})();
