/* A slide as a picture, and the whole story on paper. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {say, state, stage} = present;
  const WIDTH = 1280;

  /* Charts beside each other, each with its arrows and labels over it. */
  async function charts(section) {
    const {EDGE, chartOf} = window.ccnt_sheet;
    let x = EDGE;
    const drawn = [];
    for (const frame of section.querySelectorAll('.show > .frame')) {
      const {width, height, drawing} = await chartOf(frame.querySelector('.js-plotly-plot'), {width: frame.clientWidth, height: frame.clientHeight});
      drawing.setAttribute('x', x);
      const over = frame.querySelector('.marks');
      drawn.push({drawing, height});
      if (over) {
        const marks = over.cloneNode(true);
        marks.setAttribute('x', x);
        drawn.push({drawing: marks, height});
      }
      x += width + EDGE;
    }
    return {drawn, width: x + EDGE};
  }

  async function sheetOf(section) {
    const {leaf} = section;
    const {sheet, legend} = window.ccnt_sheet;
    const {drawn, width} = await charts(section);
    const page = sheet(Math.max(WIDTH, width - (drawn.length ? window.ccnt_sheet.EDGE : 0)));
    const big = ['cover', 'statement'].includes(leaf.kind);
    page.write(leaf.title, big ? 52 : 30, 'ink', 700);
    if (leaf.note) page.write(leaf.note, big ? 28 : 19, 'muted');
    page.gap(10);
    new Set(leaf.shows.map((shown) => shown.title)).forEach((title) => { if (title !== leaf.title) page.write(title, 17, 'ink', 600); });
    if (drawn.length) page.row(drawn);
    section.querySelectorAll('.rows').forEach(function (rows) {
      const grid = rows.querySelector('table');
      const heads = Array.from(grid.tHead.rows[0].cells);
      page.table(Array.from(grid.rows, (row) => Array.from(row.cells, (cell) => cell.textContent)), heads.map((head) => head.offsetWidth / grid.offsetWidth));
      page.write(rows.querySelector('.more').textContent, 14, 'muted');
    });
    page.gap(6);
    page.key(legend(section, page.colour));
    leaf.sources.forEach((line) => page.write(line, 16, 'ink'));
    leaf.shows.forEach(function (shown) {
      page.write(shown.selection, 14, 'ink');
      [shown.credit, shown.boundaries, shown.page].forEach((text) => text && page.write(text, 12, 'muted'));
    });
    return page.finished();
  }

  present.picture = async function (form) {
    try {
      await present.draw(present.section(state.at));
      const made = await sheetOf(present.section(state.at));
      const svg = new Blob([made.text], {type: 'image/svg+xml;charset=utf-8'});
      const link = document.createElement('a');
      link.href = URL.createObjectURL(form === 'svg' ? svg : await window.ccnt_sheet.points(made));
      link.download = `${present.deck.story || 'story'}-${state.at + 1}-${state.lang}.${form}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    } catch (error) {
      present.toast(say('error'));
    }
  };

  /* On paper every slide lies: an upright stage is laid flat first, and its charts drawn for that. */
  function flat(on) {
    present.survey(false);
    const tall = stage.classList.contains('tall');
    document.body.classList.toggle('paper', on);
    if (on && tall) {
      stage.classList.remove('tall');
      stage.style.setProperty('--width', '1280px');
      stage.style.setProperty('--height', '720px');
      present.leaves.forEach((leaf) => present.fit(leaf.querySelector('.slide')));
    } else if (!on) {
      present.shape();
    }
  }
  window.addEventListener('beforeprint', () => flat(true));
  window.addEventListener('afterprint', () => flat(false));

  /* Nothing is printed before every chart is there. */
  present.paper = async function () {
    present.toast(say('loading'));
    await Promise.all(present.leaves.map((leaf) => present.draw(leaf.querySelector('.slide'))));
    present.toast('');
    window.print();
  };

  present.begin();
})();
