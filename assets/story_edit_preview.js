/* The slide in hand as it will be shown: asked from the server and drawn by the scripts of the player. */
(function () {
  'use strict';
  const {known, say, el, byId, state, current, watch} = window.storyEdit;
  const PATIENCE = 400;
  const stage = () => byId('slide-preview');
  let asked = null;
  let waiting = 0;
  let drawn = '';

  /* The sources of a story are those of all its views. */
  function record() {
    const slides = current().kind === 'sources' ? state.record.slides : [current()];
    const plain = slides.map((slide) => ({...slide, marks: slide.marks.filter((mark) => mark.kind === 'region')}));
    return {story: 'preview', title: state.record.title, about: state.record.about, slides: plain};
  }

  function trouble(heading, lines = []) {
    byId('slide-trouble').replaceChildren(...(heading ? [el('p', {}, heading)] : []), ...(lines.length ? [el('ul', {lang: 'en'}, lines.map((line) => el('li', {}, line)))] : []));
  }

  async function ask(body, signal) {
    const theme = document.documentElement.dataset.theme;
    const answer = await fetch(`/present/deck?lang=${known.lang}&theme=${theme}`, {method: 'POST', body, signal, headers: {'Content-Type': 'application/json'}});
    const told = await answer.json();
    if (answer.ok) return {told};
    return {wrong: told.wrong || []};
  }

  async function preview() {
    if (!current()) return;
    const body = JSON.stringify(record());
    if (body === drawn) return;
    if (asked) asked.abort();
    asked = new AbortController();
    const {signal} = asked;
    stage().dataset.asking = say('asking');
    stage().setAttribute('aria-busy', 'true');
    try {
      const {told, wrong} = await ask(body, signal);
      if (signal.aborted) return;
      drawn = body;
      trouble(wrong ? say('wrong') : '', wrong);
      if (told) await draw(told);
      else stage().querySelectorAll('.scaled').forEach((old) => old.remove());
    } catch (error) {
      if (signal.aborted) return;
      drawn = '';
      trouble(say('unasked'));
    }
    stage().removeAttribute('aria-busy');
    stage().dispatchEvent(new CustomEvent('drawn'));
  }

  async function draw(told) {
    const slide = told.slides[told.slides.length - 1];
    links(slide);
    await window.storyEdit.drawSlide(stage(), slide);
    stage().dataset.drawn = String(state.at + 1);
  }

  /* The pages of the views are known when they are drawn. */
  function links(slide) {
    document.querySelectorAll('#slide-form a[data-page]').forEach(function (link) {
      const shown = slide.shows[Number(link.dataset.page)];
      link.hidden = !shown;
      if (shown) link.href = shown.page;
    });
  }

  watch(function (what) {
    const bench = byId('story-bench');
    bench.hidden = !state.record;
    stage().closest('.card').hidden = !current();
    if (!current() || ['marks', 'marked', 'spoken', 'story'].includes(what)) return;
    clearTimeout(waiting);
    if (['all', 'slide', 'views'].includes(what)) drawn = '';
    waiting = setTimeout(preview, what === 'words' ? PATIENCE : 0);
  });

  window.storyEdit.again = preview;
})();
