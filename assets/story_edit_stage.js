/* Draws one slide as it is told by the server. */
(function () {
  'use strict';
  const {el} = window.storyEdit;

  function table({headings, rows}) {
    return el('table', {}, el('tr', {}, headings.map((each) => el('th', {scope: 'col'}, each))), rows.map((row) => el('tr', {}, row.map((cell) => el('td', {}, cell)))));
  }

  function one(shown) {
    const frame = el('div', {class: 'stage-frame'});
    if (shown.table) frame.append(table(shown.table));
    return el('div', {class: 'stage-shown'}, frame, el('p', {class: 'hint'}, [shown.selection, shown.credit].filter(Boolean).join(' ')));
  }

  async function drawSlide(place, slide, told, width) {
    const sheet = el('div', {class: `stage-slide ${slide.kind}`}, el('h3', {}, slide.title), slide.note ? el('p', {}, slide.note) : null,
      el('div', {class: 'stage-shows'}, slide.shows.map(one)), slide.sources.length ? el('ul', {}, slide.sources.map((line) => el('li', {}, line))) : null);
    sheet.style.width = `${width}px`;
    sheet.style.transform = `scale(${place.clientWidth / width})`;
    place.replaceChildren(sheet);
    const frames = Array.from(place.querySelectorAll('.stage-frame'));
    await Promise.all(slide.shows.map((shown, at) => shown.figure && window.Plotly.react(frames[at], shown.figure.data, shown.figure.layout, {...shown.figure.config, staticPlot: true})));
  }

  window.storyEdit.drawSlide = drawSlide;
  window.storyEdit.frames = (place) => Array.from(place.querySelectorAll('.stage-frame'));
})();
