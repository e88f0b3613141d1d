/* Presents a story: one slide at a time on a stage that fills the window, the next one drawn before it is asked for. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {made, state, say} = present;
  const stage = document.getElementById('stage');
  const live = made('p', {class: 'unseen', role: 'status', 'aria-live': 'polite'});
  const shade = made('div', {class: 'shade', hidden: true});
  const number = made('p', {class: 'number', 'aria-hidden': 'true'});
  const progress = made('div', {class: 'progress', 'aria-hidden': 'true'}, made('span'));
  const notes = made('aside', {class: 'notes', hidden: true});
  document.body.append(live, shade, progress, number, notes);
  Object.assign(present, {stage, notes, leaves: [], deck: null});

  const numbered = /^(?:(.*)\/)?(\d+)$/;
  function place() {
    const found = numbered.exec(decodeURIComponent(window.location.hash.slice(1)));
    return found ? Number(found[2]) - 1 : 0;
  }

  /* The address keeps slide, language and theme, so that a reload changes nothing. */
  function address() {
    const there = new URL(window.location.href);
    there.searchParams.set('lang', state.lang);
    there.searchParams.set('theme', state.theme);
    const before = present.setup.draft ? `${there.hash.slice(1).split('/')[0]}/` : '';
    there.hash = `${before}${state.at + 1}`;
    window.history.replaceState(null, '', there);
  }

  function leafOf(slide, at, of) {
    const section = present.slide(slide, say);
    section.setAttribute('aria-label', say('slide', {n: at + 1, of}));
    if (slide.kind === 'cover') section.append(made('p', {class: 'edition'}, `${present.words().site} · ${say('version', {version: present.deck.version})}`));
    const pick = made('button', {type: 'button', class: 'pick', 'aria-label': `${say('slide', {n: at + 1, of})}: ${slide.title}`});
    pick.addEventListener('click', () => present.tell('picked', at));
    return made('div', {class: 'leaf', id: `leaf-${at + 1}`, 'data-at': at}, made('div', {class: 'scaled'}, section), pick, made('span', {class: 'nth', 'aria-hidden': 'true'}, String(at + 1)));
  }

  const section = (at) => present.leaves[at] && present.leaves[at].querySelector('.slide');
  present.section = section;

  /* Puts the deck on the stage with its present slide drawn, then draws the others in the order they will be wanted. */
  async function build(deck) {
    const again = present.leaves.length > 0;
    present.deck = deck;
    document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.theme = state.theme;
    document.title = `${deck.title} · ${present.words().site}`;
    present.leaves = deck.slides.map((slide, at) => leafOf(slide, at, deck.slides.length));
    stage.replaceChildren(...present.leaves);
    delete stage.dataset.ready;
    shape();
    show(Math.max(0, Math.min(state.at, deck.slides.length - 1)), again);
    present.tell('built', deck);
    await present.draw(section(state.at));
    await prepare(deck);
  }

  async function prepare(deck) {
    const many = deck.slides.length;
    const order = Array.from({length: many}, (_, step) => (state.at + 1 + step) % many);
    for (const at of order) {
      if (present.deck !== deck) return;
      await present.draw(section(at));
      await new Promise((done) => setTimeout(done, 0));
    }
    stage.dataset.ready = 'true';
    present.tell('ready');
  }

  function show(at, silent) {
    state.at = at;
    present.leaves.forEach(function (leaf, one) {
      leaf.classList.toggle('current', one === at);
      leaf.classList.toggle('after', one === at + 1);
      leaf.querySelector('.slide').inert = one !== at;
    });
    const [n, of] = [at + 1, present.leaves.length];
    number.textContent = `${n} / ${of}`;
    progress.firstChild.style.width = `${(100 * n) / of}%`;
    const leaf = present.deck.slides[at];
    notes.textContent = leaf.speaker || say('no_notes');
    address();
    if (!silent) announce(`${say('slide', {n, of})}: ${leaf.title}`);
    if (section(at)) present.draw(section(at));
  }

  /* Who reads with the ears hears the new slide; the focus follows unless a control of the bar has it. */
  function announce(text) {
    live.textContent = text;
    const held = document.activeElement;
    if (!held || held === document.body || stage.contains(held)) section(state.at).querySelector('.title').focus({preventScroll: true});
  }

  present.go = function (at) {
    const there = Math.max(0, Math.min(at, present.leaves.length - 1));
    if (there === state.at) return;
    show(there);
    present.tell('moved', there);
  };
  present.step = (by) => present.go(state.at + by);

  present.wear = async function (changed) {
    const before = {lang: state.lang, theme: state.theme};
    try {
      const deck = await present.load(changed.lang || state.lang, changed.theme || state.theme);
      Object.assign(state, changed);
      await build(deck);
      present.tell('worn');
    } catch (error) {
      Object.assign(state, before);
      failed(error);
    }
  };

  function failed(error) {
    const lines = (error.lines || []).map((line) => made('li', {}, line));
    const box = made('div', {class: 'trouble', role: 'alert'}, made('p', {}, say('error')), made('ul', {}, ...lines), made('p', {}, made('a', {href: present.setup.home}, say('leave'))));
    document.querySelectorAll('.trouble').forEach((old) => old.remove());
    document.body.append(box);
    if (!error.lines) throw error;
  }

  /* What the speaker's window keeps free below a slide: the next one at 0.36 of its size, and its heading. */
  const BELOW = {share: 1.36, heading: 52};

  /* A stage of 16:9 as large as the window allows; on an upright screen one that is upright too. */
  let upright = null;
  function shape() {
    const box = stage.getBoundingClientRect();
    const speaking = document.body.classList.contains('speaking') && !stage.classList.contains('overview');
    const tall = box.width / box.height < 0.9 && !document.body.classList.contains('speaking');
    const size = tall ? {width: 640, height: Math.round(Math.max(700, Math.min(1400, (640 * box.height) / box.width)))} : {width: 1280, height: 720};
    const height = speaking ? (box.height - BELOW.heading) / BELOW.share : box.height;
    const scale = Math.min(box.width / size.width, height / size.height);
    const told = {width: `${size.width}px`, height: `${size.height}px`, steep: size.height / size.width, scale, left: `${(box.width - size.width * scale) / 2}px`, top: `${(box.height - size.height * scale) / 2}px`};
    Object.entries(told).forEach(([name, value]) => stage.style.setProperty(`--${name}`, value));
    stage.classList.toggle('tall', tall);
    const now = `${size.width}x${size.height}`;
    if (upright !== null && upright !== now) present.leaves.forEach((leaf) => present.fit(leaf.querySelector('.slide')));
    upright = now;
  }
  present.shape = shape;
  window.addEventListener('resize', shape);
  new ResizeObserver(shape).observe(stage);

  present.black = function (on) {
    state.black = on;
    shade.hidden = !on;
    document.body.classList.toggle('blackened', on);
    present.tell('changed');
  };
  shade.addEventListener('click', () => present.black(false));

  present.annotate = function (on) {
    notes.hidden = !on;
    shape();
  };

  window.addEventListener('hashchange', () => { if (present.deck) present.go(place()); });
  present.begin = async function () {
    state.at = place();
    try {
      await build(await present.load(state.lang, state.theme));
    } catch (error) {
      failed(error);
    }
  };
})();
