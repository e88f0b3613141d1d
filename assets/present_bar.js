/* The controls below the stage: every way that a key has is a button with a name here. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {made, say, state} = present;
  const SVG = 'http://www.w3.org/2000/svg';
  /* Signs of 24 by 24, drawn with a pen. */
  const SIGNS = {
    previous: 'M15 5l-7 7 7 7', next: 'M9 5l7 7-7 7', overview: 'M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
    live: 'M4 5h16l-6 8v6l-4-2v-4z', theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16', notes: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h5',
    speaker: 'M3 5h18v11H3zM8 20h8M12 16v4', kiosk: 'M5 12a7 7 0 0 1 12-5l2 2M19 5v4h-4M19 12a7 7 0 0 1-12 5l-2-2M5 19v-4h4',
    black: 'M4 6h16v12H4zM4 6l16 12', fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5', png: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
    svg: 'M5 19l6-14 8 8zM11 5h.01', print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z', help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18h.01',
    back: 'M14 5H5v14h9M10 12h10M17 9l3 3-3 3', more: 'M6 12h.01M12 12h.01M18 12h.01',
  };
  const FIRST = ['previous', 'next', 'overview'];
  const REST = ['live', 'language', 'theme', 'notes', 'speaker', 'kiosk', 'black', 'fullscreen', 'png', 'svg', 'print', 'help', 'back'];
  const bar = made('nav', {class: 'bar'});
  const said = made('p', {class: 'toast', role: 'status', hidden: true});
  const help = made('dialog', {class: 'help'});
  document.body.append(bar, said, help);
  present.bar = bar;
  let leaving = 0;

  present.toast = function (text) {
    clearTimeout(leaving);
    said.textContent = text;
    said.hidden = !text;
    leaving = setTimeout(() => { said.hidden = true; }, 4000);
  };

  function sign(name) {
    const drawing = document.createElementNS(SVG, 'svg');
    drawing.setAttribute('viewBox', '0 0 24 24');
    drawing.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', SIGNS[name]);
    drawing.append(path);
    return drawing;
  }

  function button(name) {
    const label = name === 'more' ? say('choose') : say(name);
    const content = name === 'language' ? label : sign(name);
    const way = made('button', {type: 'button', 'data-way': name, title: label, 'aria-label': label}, content);
    if (name === 'language') way.lang = state.lang === 'zh' ? 'en' : 'zh-CN';
    way.addEventListener('click', () => present.act(name));
    return way;
  }

  function clock() {
    const {since, kept} = state.timer;
    const passed = Math.floor((kept + (since ? Date.now() - since : 0)) / 1000);
    const two = (value) => String(value).padStart(2, '0');
    return `${passed >= 3600 ? `${Math.floor(passed / 3600)}:` : ''}${two(Math.floor(passed / 60) % 60)}:${two(passed % 60)}`;
  }
  present.clock = clock;

  function build() {
    const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.way : '';
    bar.setAttribute('aria-label', present.deck.title);
    const place = made('span', {class: 'place'});
    const timer = made('button', {type: 'button', class: 'timer', 'data-way': 'timer', title: say('timer')});
    timer.addEventListener('click', () => present.act('timer'));
    bar.replaceChildren(
      made('div', {class: 'first'}, button('previous'), place, button('next'), button('overview'), button('more')),
      made('div', {class: 'rest'}, ...REST.map(button), timer),
    );
    if (present.setup.offline) bar.querySelector('[data-way=back]').remove();
    help.setAttribute('aria-label', say('help'));
    const close = made('button', {type: 'button', class: 'button'}, say('close'));
    close.addEventListener('click', () => help.close());
    help.replaceChildren(made('h2', {}, say('help')), made('dl', {}, ...say('keys').split('|').map((line) => line.split(/[:：]/)).map(([keys, does]) => made('div', {}, made('dt', {}, keys), made('dd', {}, does)))), close);
    mark();
    if (focused) (bar.querySelector(`[data-way=${focused}]`) || bar.querySelector('button')).focus();
  }

  /* What is on and off now. */
  function mark() {
    const of = present.leaves.length;
    if (!of || !bar.firstChild) return;
    bar.querySelector('.place').textContent = `${state.at + 1} / ${of}`;
    const disabled = {previous: state.at === 0, next: state.at === of - 1};
    Object.entries(disabled).forEach(([name, is]) => bar.querySelector(`[data-way=${name}]`).setAttribute('aria-disabled', String(is)));
    const pressed = {overview: present.surveying(), notes: !present.notes.hidden, kiosk: Boolean(present.kiosk && present.kiosk.on()), black: state.black, fullscreen: Boolean(document.fullscreenElement)};
    Object.entries(pressed).forEach(([name, is]) => bar.querySelector(`[data-way=${name}]`).setAttribute('aria-pressed', String(is)));
    const filter = bar.querySelector('[data-way=live]');
    filter.setAttribute('aria-disabled', String(!present.filterable || !present.filterable()));
    filter.setAttribute('aria-expanded', String(Boolean(present.filtering && present.filtering())));
  }
  present.mark = mark;

  function tick() {
    const timer = bar.querySelector('.timer');
    if (!timer) return;
    timer.textContent = clock();
    timer.setAttribute('aria-label', `${say('timer')}: ${clock()}. ${say(state.timer.since ? 'pause' : 'start')}`);
  }
  setInterval(tick, 500);

  present.help = function () { help.showModal(); };
  ['moved', 'surveyed', 'changed', 'filtered'].forEach((kind) => present.listen(kind, mark));
  present.listen('built', build);
  document.addEventListener('fullscreenchange', () => { mark(); present.shape(); });

  present.more = function () {
    const open = bar.classList.toggle('open');
    bar.querySelector('[data-way=more]').setAttribute('aria-expanded', String(open));
  };

  /* In full screen the bar leaves when nobody moves. */
  let still = 0;
  function moved() {
    document.body.classList.remove('idle');
    clearTimeout(still);
    still = setTimeout(() => document.body.classList.add('idle'), 2500);
  }
  ['pointermove', 'pointerdown', 'focusin'].forEach((kind) => document.addEventListener(kind, moved));
  moved();
})();
