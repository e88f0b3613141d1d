/* The stage of the preview: one slide, laid out and drawn by the scripts of the player and scaled to its frame. */
(function () {
  'use strict';
  const {el, say, known} = window.storyEdit;
  const SIZE = {width: 1280, height: 720};

  /* What the player says around a view. */
  function told(name, holes) {
    return name === 'unsaid' ? say('untitled') : Object.entries(holes || {}).reduce((text, [hole, value]) => text.replace(`{${hole}}`, () => value), known.player[name]);
  }

  function fit(place) {
    place.querySelectorAll('.scaled').forEach((each) => { each.style.transform = `scale(${place.clientWidth / SIZE.width})`; });
  }

  /* The slide takes the place of the one before when its charts are drawn, so that nothing flickers. */
  async function drawSlide(place, slide) {
    const section = window.present.slide(slide, told);
    section.inert = true;
    const scaled = el('div', {class: 'scaled coming'}, section);
    scaled.style.width = `${SIZE.width}px`;
    scaled.style.height = `${SIZE.height}px`;
    place.append(scaled);
    fit(place);
    await window.present.draw(section);
    if (!scaled.isConnected) return;
    place.querySelectorAll('.scaled').forEach((old) => { if (old !== scaled) old.remove(); });
    scaled.classList.remove('coming');
  }

  new ResizeObserver(() => fit(document.getElementById('slide-preview'))).observe(document.getElementById('slide-preview'));

  window.storyEdit.drawSlide = drawSlide;
  /* Where the marks of each view are drawn: the frame of a chart, the rows of a table. */
  window.storyEdit.frames = (place) => Array.from(place.querySelectorAll('.scaled:not(.coming) .show')).map((show) => show.querySelector('.frame, .rows'));
})();
