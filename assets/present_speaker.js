/* The window of who speaks: this slide and the next one, notes, clock and timer, in step with the window of the audience.

   Both are the same page. On a site they hear each other by a channel of the story's name; files from a disk have none,
   and speak to the window that opened them or was opened. */
(function () {
  'use strict';
  const present = window.present;
  if (!present || !present.setup) return;
  const {made, say, state} = present;
  const speaking = present.asked.has('speaker');
  const role = speaking ? 'speaker' : 'audience';
  const served = window.location.protocol.startsWith('http') && 'BroadcastChannel' in window;
  const channel = served ? new BroadcastChannel(`ccnt-present-${window.location.pathname}`) : null;
  let other = speaking ? window.opener : null;
  let told = '';

  function send(message) {
    const whole = {ccnt: 'present', from: role, ...message};
    if (channel) channel.postMessage(whole);
    else if (other && !other.closed) other.postMessage(whole, '*');
  }

  const shared = () => ({at: state.at, lang: state.lang, theme: state.theme, black: state.black, timer: state.timer});

  /* What is the same needs no telling: else the windows would answer each other for ever. */
  function share() {
    const now = JSON.stringify(shared());
    if (now === told) return;
    told = now;
    send({state: shared()});
  }

  async function follow(news) {
    told = JSON.stringify(news);
    state.timer = news.timer;
    if (news.black !== state.black) present.black(news.black);
    if (news.lang !== state.lang || news.theme !== state.theme) await present.wear({lang: news.lang, theme: news.theme});
    present.go(news.at);
    present.tell('followed');
  }

  function hear(message, source) {
    if (!message || message.ccnt !== 'present' || message.from === role) return;
    if (!channel && !speaking && source) other = source;
    if (message.hello) send({state: shared()});
    else if (message.state && present.deck) follow(message.state);
  }
  if (channel) channel.addEventListener('message', (event) => hear(event.data, null));
  else window.addEventListener('message', function (event) {
    if (event.source && event.source !== window && (!other || event.source === other || other.closed)) hear(event.data, event.source);
  });
  ['moved', 'worn', 'changed'].forEach((kind) => present.listen(kind, share));

  present.speak = function () {
    if (speaking) return;
    const there = new URL(window.location.href);
    there.searchParams.set('speaker', '1');
    other = window.open(there.href, 'ccnt-speaker', 'popup,width=1100,height=720');
    if (!other) present.toast(say('blocked'));
  };
  if (!speaking) return;

  /* What only the speaker sees. */
  document.body.classList.add('speaking');
  const desk = made('aside', {class: 'desk'});
  document.body.append(desk);
  const parts = {};

  function button(name, act) {
    const made_ = made('button', {type: 'button', class: 'button', 'data-way': `desk-${name}`}, say(name));
    made_.addEventListener('click', () => present.act(act || name));
    return made_;
  }

  function build() {
    desk.setAttribute('aria-label', say('speaker'));
    parts.notes = made('div', {class: 'said', tabindex: '0', role: 'group', 'aria-label': say('notes')});
    parts.timer = made('strong', {class: 'timer'});
    parts.clock = made('span', {class: 'now', title: say('clock')});
    parts.pause = button('pause', 'timer');
    parts.place = made('span', {class: 'place'});
    desk.replaceChildren(
      made('div', {class: 'times'}, parts.timer, parts.pause, button('reset'), parts.clock),
      made('h2', {}, say('notes')),
      parts.notes,
      made('div', {class: 'times'}, button('previous'), parts.place, button('next')),
    );
    fill();
  }

  function fill() {
    if (!present.deck || !parts.notes) return;
    const {slides} = present.deck;
    parts.notes.textContent = slides[state.at].speaker || say('no_notes');
    parts.place.textContent = `${state.at + 1} / ${slides.length}`;
    document.body.dataset.last = String(state.at === slides.length - 1);
    document.body.style.setProperty('--said-next', `"${state.at === slides.length - 1 ? say('last') : say('next')}"`);
    tick();
  }

  function tick() {
    if (!parts.timer) return;
    parts.timer.textContent = present.clock();
    parts.pause.textContent = say(state.timer.since ? 'pause' : 'start');
    parts.clock.textContent = new Date().toLocaleTimeString(state.lang === 'zh' ? 'zh-CN' : 'en-GB', {hour: '2-digit', minute: '2-digit'});
  }
  setInterval(tick, 500);
  present.listen('built', build);
  ['moved', 'followed', 'changed'].forEach((kind) => present.listen(kind, fill));
  present.listen('ready', () => send({hello: true}));
  window.addEventListener('resize', () => present.shape());
})();
