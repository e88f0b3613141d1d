/* What the reader does to charts, buttons and rows, sent to the server as one list of events.

   An event stays in the list until the server has acknowledged its number. What is done while a
   request is under way makes Dash drop its answer and send nothing more; so events wait for the
   answer, and when something was done meanwhile, all of it is sent afterwards. */
(function () {
  'use strict';
  const pending = [];
  let number = 0;
  let underWay = 0;
  let late = false;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const narrow = window.matchMedia('(max-width: 900px)');

  function send(event) {
    pending.push({...event, number: ++number});
    if (underWay) late = true;
    else window.dash_clientside.set_props(document.querySelector('[data-events]').dataset.events, {data: pending.slice()});
  }

  /* What was done meanwhile, once the answer has been drawn. */
  function catchUp() {
    if (!late || underWay) return;
    late = false;
    send({type: 'nudge'});
  }

  window.ccnt = {
    send,
    /* The server has seen everything up to shown.seen. */
    acknowledge(shown) {
      while (pending.length && pending[0].number <= shown.seen) pending.shift();
      number = Math.max(number, shown.seen);
      return true;
    },
    /* Put on the chosen theme, or the one the screen prefers; the server is told what the screen is like. */
    wear(chosen) {
      const prefers = dark.matches ? 'dark' : 'light';
      document.documentElement.dataset.theme = chosen || prefers;
      const screen = prefers + (narrow.matches ? ' narrow' : '');
      document.cookie = `screen=${screen.replace(' ', '-')}; path=/; samesite=lax; max-age=31536000`;
      return screen;
    },
  };

  /* Before the page is asked for, so that its first charts are drawn for this screen. */
  window.ccnt.wear(document.documentElement.dataset.theme);

  /* What the reader does before an answer is there. */
  ['pointerup', 'keydown'].forEach(function (kind) {
    document.addEventListener(kind, function () { late = late || underWay > 0; }, true);
  });

  document.addEventListener('click', function (click) {
    const button = click.target.closest('[data-event]');
    if (button) send({...JSON.parse(button.dataset.event), ...(click.shiftKey ? {add: true} : {})});
  });

  /* The options of a dropdown with their counts are sent when a reader turns to it. */
  let unfolded = '';
  let turning = 0;
  function turn(target, wait) {
    const control = target.closest && target.closest('[data-unfolds]');
    clearTimeout(turning);
    if (!control || control.dataset.unfolds === unfolded) return;
    turning = setTimeout(function () {
      unfolded = control.dataset.unfolds;
      send({type: 'unfold', field: unfolded});
    }, wait);
  }
  document.addEventListener('pointerover', function (over) { turn(over.target, 70); });
  document.addEventListener('pointerdown', function (down) { turn(down.target, 0); });
  document.addEventListener('focusin', function (focus) { turn(focus.target, 0); });

  /* A callback that got no answer at all: say so, the address keeps the choices. */
  const fetched = window.fetch;
  window.fetch = async function (...asked) {
    const update = String(asked[0]).includes('_dash-update-component');
    underWay += update;
    try {
      const answer = await fetched.apply(this, asked);
      if (update) {
        failed(answer.status >= 500);
        answer.clone().text().finally(done);
      }
      return answer;
    } catch (error) {
      if (update) {
        failed(true);
        done();
      }
      throw error;
    }
  };

  /* On a narrow screen the filters begin folded. */
  new MutationObserver(function (_, observer) {
    const drawer = document.getElementById('drawer');
    if (!drawer) return;
    observer.disconnect();
    if (narrow.matches) drawer.open = false;
  }).observe(document.documentElement, {subtree: true, childList: true});

  /* Escape closes the opened policies. */
  document.addEventListener('keydown', function (press) {
    if (press.key === 'Escape' && document.querySelector('.opened .policy')) send({type: 'drop', field: 'policies'});
  });

  /* The answer has arrived to its last byte; Dash takes a moment to draw it. */
  function done() {
    setTimeout(function () {
      underWay -= 1;
      catchUp();
    }, 120);
  }

  function failed(yes) {
    const message = document.querySelector('.failed');
    if (message) message.hidden = !yes;
  }
})();
