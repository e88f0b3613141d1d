/* Filters a slide while it is shown: by the fields that its views follow, and by clicks on marks. Nothing of it goes into
   the story; one key brings the slide back as it was planned. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {made, say, state} = present;
  const FIELDS = ['regions', 'sectors', 'years', 'indicator'];
  const panel = made('div', {class: 'live', role: 'group', hidden: true});
  document.body.append(panel);
  /* Number of a slide -> what was chosen on it: field -> codes. */
  const chosen = new Map();
  const choices = new Map();
  let asking = null;

  const planned = () => present.deck.slides[state.at];
  const follows = (name) => planned().shows.some((shown) => shown.honours.includes(name));
  present.filterable = () => Boolean(present.setup.ask) && planned().shows.some((shown) => shown.honours.length);
  present.filtering = () => !panel.hidden;

  async function options() {
    if (!choices.has(state.lang)) choices.set(state.lang, await (await fetch(`${present.setup.home}/choices?lang=${state.lang}`)).json());
    return choices.get(state.lang);
  }

  /* The query of a view with what was chosen instead of what was planned. */
  function query(shown, picked) {
    const asked = new URLSearchParams(shown.query.replace(/^\?/, ''));
    Object.entries(picked).forEach(([name, codes]) => (codes.length ? asked.set(name, codes.join(',')) : asked.delete(name)));
    ['lang', 'theme', 'page'].forEach((name) => asked.delete(name));
    const text = asked.toString();
    return text ? `?${text}` : '';
  }

  function record(leaf, picked) {
    const shows = leaf.shows.map((shown) => ({view: shown.view, query: query(shown, picked), data: shown.data}));
    return {story: 'live', slides: [{kind: leaf.kind, title: {en: leaf.title, zh: leaf.title}, note: {en: leaf.note, zh: leaf.note}, shows}]};
  }

  /* A title that is only the name of the view follows the view; arrows and labels point at what was planned. */
  function merged(leaf, told) {
    const own = leaf.shows[0].title === leaf.title;
    return {...leaf, title: own ? told.shows[0].title : leaf.title, shows: told.shows, marks: [], live: true};
  }

  async function apply() {
    const [at, deck, leaf] = [state.at, present.deck, planned()];
    const picked = chosen.get(at);
    if (!picked) return put(at, leaf);
    if (asking) asking.abort();
    asking = new AbortController();
    const mine = asking;
    document.body.classList.add('asking');
    try {
      const told = await present.ask(record(leaf, picked), state.lang, state.theme, mine.signal);
      if (present.deck === deck && chosen.get(at) === picked) await put(at, merged(leaf, told.slides[0]));
    } catch (error) {
      if (!mine.signal.aborted) present.toast(say('error'));
    }
    if (asking === mine) document.body.classList.remove('asking');
    return undefined;
  }

  /* The slide is drawn behind the one that is seen, so that nothing flickers. */
  async function put(at, leaf) {
    const old = present.section(at);
    const now = present.slide(leaf, say);
    now.setAttribute('aria-label', old.getAttribute('aria-label'));
    now.classList.add('coming');
    if (leaf.live) now.querySelector('header').append(made('p', {class: 'filtered'}, say('filtered')));
    old.after(now);
    await present.draw(now);
    now.inert = state.at !== at;
    const focused = old.contains(document.activeElement);
    old.remove();
    now.classList.remove('coming');
    if (focused) now.querySelector('.title').focus({preventScroll: true});
    fill();
    present.tell('filtered', at);
  }

  function choose(name, codes) {
    chosen.set(state.at, {...chosen.get(state.at), [name]: codes});
    return apply();
  }

  /* What charts.js tells of a mark that was clicked. */
  window.ccnt = {
    ...window.ccnt,
    send({field, value, add}) {
      if (!field) return;
      if (!present.setup.ask) return present.toast(say('needs_site'));
      const shown = planned().shows.find((each) => each.writes === field);
      const before = (chosen.get(state.at) || {})[field] || (new URLSearchParams(shown.query).get(field) || '').split(',').filter(Boolean);
      const key = String(value);
      const others = before.filter((each) => each !== key);
      const now = before.includes(key) ? (add || before.length === 1 ? others : [key]) : add ? [...before, key] : [key];
      choose(field, now);
    },
  };

  function select(name, listed) {
    const now = (chosen.get(state.at) || {})[name];
    const field = made('select', {id: `live-${name}`, 'data-field': name});
    const entries = [['planned', say('as_planned')], ['', present.words().any], ...listed.map(({value, label}) => [value, label])];
    field.append(...entries.map(([value, label]) => made('option', {value}, label)));
    if (now && now.length > 1) field.append(made('option', {value: now.join(',')}, now.map((code) => (listed.find(({value}) => value === code) || {label: code}).label).join(' · ')));
    field.value = now ? now.join(',') : 'planned';
    field.addEventListener('change', function () {
      if (field.value !== 'planned') return choose(name, field.value.split(',').filter(Boolean));
      const {[name]: gone, ...rest} = chosen.get(state.at) || {};
      if (Object.keys(rest).length) chosen.set(state.at, rest);
      else chosen.delete(state.at);
      return apply();
    });
    return made('label', {for: field.id}, made('span', {}, present.words().fields[name]), field);
  }

  async function fill() {
    const live = chosen.has(state.at);
    document.body.classList.toggle('filtered', live);
    if (!present.filterable()) panel.hidden = true;
    if (panel.hidden) return;
    const all = await options();
    const held = panel.contains(document.activeElement) ? document.activeElement.id : '';
    const back = made('button', {type: 'button', class: 'button', id: 'live-back', 'aria-disabled': String(!live)}, say('planned'));
    back.addEventListener('click', present.planned);
    panel.setAttribute('aria-label', say('live'));
    panel.replaceChildren(...FIELDS.filter(follows).map((name) => select(name, all[name])), back);
    if (held && document.getElementById(held)) document.getElementById(held).focus();
  }

  present.filter = async function () {
    if (!present.setup.ask) return present.toast(say('needs_site'));
    if (!present.filterable()) return undefined;
    panel.hidden = !panel.hidden;
    await fill();
    const first = panel.querySelector('select');
    if (!panel.hidden && first) first.focus();
    present.mark();
    return undefined;
  };

  present.planned = function () {
    if (!chosen.delete(state.at)) return;
    if (asking) asking.abort();
    document.body.classList.remove('asking');
    apply();
    present.toast(say('planned_told'));
  };

  panel.addEventListener('keydown', function (press) {
    if (press.key !== 'Escape') return;
    press.preventDefault();
    press.stopPropagation();
    present.filter();
    present.bar.querySelector('[data-way=live]').focus();
  });
  present.listen('moved', fill);
  /* In another language or theme what was chosen on this slide stays. */
  present.listen('built', function () {
    fill();
    Array.from(chosen.keys()).filter((at) => at !== state.at).forEach((at) => chosen.delete(at));
    if (chosen.has(state.at)) apply();
  });
})();
