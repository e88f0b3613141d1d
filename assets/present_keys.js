/* What keys, clickers, fingers and the clock of a kiosk do. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {state, say} = present;
  const KIOSK = 20;
  const KEYS = {
    ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', Enter: 'next', ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous',
    Home: 'first', End: 'end', f: 'fullscreen', o: 'overview', Escape: 'overview', l: 'language', t: 'theme', n: 'notes', s: 'speaker', k: 'kiosk',
    b: 'black', '.': 'black', r: 'live', Backspace: 'planned', p: 'print', '?': 'help',
  };

  const ACTS = {
    next: () => present.step(1),
    previous: () => present.step(-1),
    first: () => present.go(0),
    end: () => present.go(present.leaves.length - 1),
    overview: () => present.survey(!present.surveying()),
    language: () => present.wear({lang: state.lang === 'zh' ? 'en' : 'zh'}),
    theme: () => present.wear({theme: state.theme === 'dark' ? 'light' : 'dark'}),
    notes() { present.annotate(present.notes.hidden); present.mark(); },
    speaker: () => present.speak(),
    black: () => present.black(!state.black),
    live: () => present.filter(),
    planned: () => present.planned(),
    print: () => present.paper(),
    png: () => present.picture('png'),
    svg: () => present.picture('svg'),
    help: () => present.help(),
    more: () => present.more(),
    back() { window.location.assign(`${present.setup.home}?lang=${state.lang}&theme=${state.theme}`); },
    kiosk() { present.kiosk.turn(); present.mark(); },
    timer() {
      const {since, kept} = state.timer;
      state.timer = since ? {since: null, kept: kept + Date.now() - since} : {since: Date.now(), kept};
      present.tell('changed');
    },
    reset() {
      state.timer = {since: state.timer.since ? Date.now() : null, kept: 0};
      present.tell('changed');
    },
    fullscreen() {
      const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
      done.catch(() => present.toast(say('error')));
    },
  };

  present.act = function (name) {
    /* The time presented runs from the first step. */
    if (name === 'next' && !state.timer.since && !state.timer.kept) ACTS.timer();
    if (name === 'overview' && document.fullscreenElement && present.surveying()) return present.survey(false);
    return ACTS[name]();
  };

  /* Is this key meant for what has the focus: a field, a button, a list that scrolls, a mark of a chart? */
  function own(press) {
    const there = press.target.closest('input, select, textarea, dialog, [role=listbox]');
    if (there) return true;
    if ([' ', 'Enter'].includes(press.key)) return Boolean(press.target.closest('button, a[href], summary, [data-key]'));
    return false;
  }

  document.addEventListener('keydown', function (press) {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || !present.deck) return;
    if (present.surveying() && present.surveyKey(press.key)) return press.preventDefault();
    if (own(press)) return;
    const name = KEYS[press.key.length === 1 ? press.key.toLowerCase() : press.key];
    if (!name) return;
    if (state.black && name !== 'black') present.black(false);
    press.preventDefault();
    present.act(name);
  });

  /* A finger drawn across the stage turns the slide, unless it moves within something that scrolls. */
  let from = null;
  present.stage.addEventListener('touchstart', function (touch) {
    from = touch.touches.length === 1 && !present.surveying() ? {x: touch.touches[0].clientX, y: touch.touches[0].clientY} : null;
  }, {passive: true});
  present.stage.addEventListener('touchend', function (touch) {
    if (!from) return;
    const [x, y] = [touch.changedTouches[0].clientX - from.x, touch.changedTouches[0].clientY - from.y];
    from = null;
    if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) present.act(x < 0 ? 'next' : 'previous');
  });

  /* Goes on by itself and begins again; somebody who does something is given time. */
  const seconds = Number(present.asked.get('kiosk'));
  const every = 1000 * (seconds >= 1 && seconds <= 3600 ? seconds : KIOSK);
  let running = seconds > 0;
  let due = Infinity;
  present.kiosk = {
    on: () => running,
    turn() {
      running = !running;
      due = Date.now() + every;
      state.kiosk = running;
      document.body.dataset.kiosk = running ? 'running' : 'off';
      present.toast(running ? `${say('kiosk')}: ${every / 1000} s` : '');
    },
  };
  function wait() {
    if (!running) return;
    due = Date.now() + Math.max(2 * every, 5000);
    document.body.dataset.kiosk = 'paused';
  }
  ['pointerdown', 'keydown', 'wheel', 'touchstart'].forEach((kind) => document.addEventListener(kind, wait, {passive: true}));
  setInterval(function () {
    if (!running || Date.now() < due || !present.deck || document.querySelector('dialog[open]')) return;
    due = Date.now() + every;
    document.body.dataset.kiosk = 'running';
    present.go(state.at + 1 < present.leaves.length ? state.at + 1 : 0);
  }, 100);
  present.listen('ready', function () {
    if (running && due === Infinity) {
      due = Date.now() + every;
      document.body.dataset.kiosk = 'running';
    }
  });
})();
