/* The story in hand on the page where stories are made: what is shown, how it changes, and what can be undone. */
(function () {
  'use strict';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  /* Where the address names no theme, that of the screen; before anything is drawn. */
  if (!document.documentElement.dataset.theme) document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';

  const known = JSON.parse((document.getElementById('editor') || {textContent: '{}'}).textContent);
  const watching = [];
  const state = {id: '', record: null, at: 0, undo: null};

  /* A text of the interface with its holes filled. */
  function say(name, holes = {}) {
    return Object.entries(holes).reduce((text, [hole, value]) => text.replace(`{${hole}}`, () => value), known.texts[name]);
  }

  /* An element; what begins with `on` listens, null and false are left out, true stands without a value. */
  function el(name, told = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(told).forEach(function ([key, value]) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, '');
      else if (value !== null && value !== false && value !== undefined) made.setAttribute(key, value);
    });
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return made;
  }

  const byId = (id) => document.getElementById(id);
  const slides = () => (state.record ? state.record.slides : []);
  const current = () => slides()[state.at] || null;
  const viewOf = (id) => known.views.find((each) => each.view === id) || {view: id, name: id, chart: true, places: false};

  /* What a slide is called in lists: its title, the view it shows, or its kind. */
  function called(slide) {
    const {en, zh} = slide.title;
    const views = slide.shows.map((shown) => viewOf(shown.view).name).join(' · ');
    return (known.lang === 'zh' ? zh || en : en || zh) || views || say(`kind.${slide.kind}`);
  }

  function tell(text, undo = null) {
    state.undo = undo;
    const button = undo && el('button', {type: 'button', class: 'button plain', 'data-does': 'undo'}, say('undo'));
    byId('story-said').replaceChildren(...[text, button].filter(Boolean));
  }

  /* Lines from the check of a file are in English on both pages: they name places in the file. */
  function complain(heading, lines = []) {
    const list = lines.length ? el('ul', {lang: 'en'}, lines.map((line) => el('li', {}, line))) : null;
    const close = el('button', {type: 'button', class: 'button plain', onclick: () => complain('')}, say('close'));
    byId('story-wrong').replaceChildren(...(heading ? [el('div', {class: 'failed'}, el('p', {}, heading), list, close)] : []));
  }

  /* Kept at once. A message of lost storage stays until something could be kept again. */
  function keep() {
    const kept = window.stories.save(state.id, state.record);
    const trouble = byId('story-wrong').querySelector('[data-unkept]');
    if (!kept && !trouble) byId('story-wrong').append(el('p', {class: 'failed', 'data-unkept': true}, say('unkept')));
    if (kept && trouble) trouble.remove();
  }

  /* Who draws a part of the page is told what has changed: everything, the slides, the slide in hand, its words or marks. */
  function watch(draw) { watching.push(draw); }
  function show(what = 'all') { watching.forEach((draw) => draw(what)); }

  function change(what, how) {
    how(state.record, current());
    if (state.undo && state.undo.narrow) tell('');
    keep();
    show(what);
  }

  function address() {
    const wanted = state.id ? `#${state.id}${state.at ? `/${state.at + 1}` : ''}` : '';
    window.history.replaceState(null, '', window.location.pathname + window.location.search + wanted);
  }

  function choose(at, focus = false) {
    state.at = Math.max(0, Math.min(at, slides().length - 1));
    address();
    show('slide');
    if (focus) byId('story-slides').querySelector('[aria-current]').focus();
  }

  /* The draft of the address, or the one that was in hand last. */
  function open(id, at = 0) {
    const {drafts, current: last} = window.stories.read();
    state.id = id in drafts ? id : last in drafts ? last : Object.keys(drafts)[0] || '';
    state.record = state.id ? drafts[state.id] : null;
    state.at = Math.max(0, Math.min(at, slides().length - 1));
    state.undo = null;
    if (state.id) window.stories.choose(state.id);
    byId('story-said').replaceChildren();
    address();
    show('all');
  }

  /* `count` slides from `at` on become others; what was there can be had back. What was typed into the new ones since
     would then be lost: typing into them ends that, where `made` are any. */
  function replace(at, count, made, told, back = at) {
    if (slides().length - count + made.length > known.most.slides) {
      tell(say('most', {number: known.most.slides}));
      return false;
    }
    const before = slides().splice(at, count, ...made);
    const undo = function () {
      slides().splice(Math.min(at, slides().length), made.length, ...before);
      state.at = Math.max(0, Math.min(back, slides().length - 1));
    };
    undo.narrow = made.length > 0;
    state.at = Math.max(0, Math.min(at + Math.max(made.length - 1, 0), slides().length - 1));
    settle(told, undo);
    return true;
  }

  function settle(told, undo = null) {
    keep();
    address();
    show('all');
    tell(told, undo);
  }

  function undo() {
    if (!state.undo) return;
    const back = state.undo;
    back();
    settle(say('undone'));
  }

  function move(from, to) {
    if (to < 0 || to >= slides().length || from === to) return;
    slides().splice(to, 0, ...slides().splice(from, 1));
    state.at = to;
    settle(say('moved', {from: from + 1, to: to + 1}));
  }

  window.storyEdit = {known, state, say, el, byId, slides, current, viewOf, called, tell, complain, keep, watch, show, change, choose, open, replace, settle, undo, move};
})();
