/* Which views does the slide in hand show, with which choices? They are those of an address, which can be pasted. */
(function () {
  'use strict';
  const {known, say, el, current, change} = window.storyEdit;

  function options(chosen) {
    return known.views.map((each) => el('option', {value: each.view, selected: each.view === chosen}, each.name));
  }

  function set(at, told) {
    change('views', function (record, slide) {
      const before = slide.shows[at].view;
      slide.shows[at] = {...slide.shows[at], ...told, data: known.number};
      if (told.view && told.view !== before) slide.marks = slide.marks.filter((mark) => mark.on !== at || mark.kind !== 'region' || window.storyEdit.viewOf(told.view).places);
      if (slide.kind === 'view' || slide.kind === 'table') slide.kind = window.storyEdit.viewOf(slide.shows[0].view).chart ? 'view' : slide.kind;
    });
  }

  /* What was pasted may be a whole address, its query, or the query without its sign. A page of one place or policy says
     it in its path. */
  function asked(written) {
    const text = written.trim();
    const whole = /^https?:|^\//.test(text);
    if (!whole) return window.stories.choices(text.includes('?') ? text.slice(text.indexOf('?')) : text);
    let address;
    try { address = new URL(text, window.location.href); } catch (error) { return ''; }
    const [, kind, code] = address.pathname.split('/');
    const field = {province: 'regions', city: 'regions', policy: 'policies'}[kind];
    const told = new URLSearchParams(window.stories.choices(address.search));
    if (field && code && !told.has(field)) told.set(field, decodeURIComponent(code));
    return told.toString() ? `?${told}` : '';
  }

  function one(shown, at, many) {
    const [choice, query] = [`shown-${at}`, `query-${at}`];
    const name = many ? say('view_number', {number: at + 1}) : say('view');
    const select = el('select', {id: choice, class: 'button', onchange: (event) => set(at, {view: event.target.value})}, options(shown.view));
    const field = el('input', {type: 'text', id: query, value: shown.query, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': `${query}-hint`, onchange: (event) => set(at, {query: asked(event.target.value)})});
    return el('fieldset', {class: 'shown'}, el('legend', {}, name),
      el('div', {class: 'field'}, el('label', {for: choice}, say('view')), select),
      el('div', {class: 'field'}, el('label', {for: query}, say('query')), field, el('p', {class: 'hint', id: `${query}-hint`}, say('query_hint'), ' ', el('a', {'data-page': at, hidden: true, target: '_blank', rel: 'noopener'}, say('page')))));
  }

  window.storyEdit.shows = () => current().shows.map((shown, at, all) => one(shown, at, all.length > 1));
})();
