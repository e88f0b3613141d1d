/* What the reader does to charts, buttons and rows, sent to the server as one list of events.

   An event stays in the list until the server has acknowledged its number, so that a quick second
   click, which makes Dash discard the answer to the first, loses nothing. */
(function () {
  'use strict';
  const pending = [];
  let number = 0;

  function send(event) {
    pending.push({...event, number: ++number});
    window.dash_clientside.set_props('events', {data: pending.slice()});
  }

  window.ccnt = {
    send,
    /* The server has seen everything up to shown.seen. */
    acknowledge(shown) {
      while (pending.length && pending[0].number <= shown.seen) pending.shift();
      number = Math.max(number, shown.seen);
      return true;
    },
    /* Put on the chosen theme, or the one the screen prefers; the server is told the latter. */
    wear(chosen) {
      const prefers = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      document.documentElement.dataset.theme = chosen || prefers;
      document.cookie = `prefers=${prefers}; path=/; samesite=lax; max-age=31536000`;
      return prefers;
    },
  };

  document.documentElement.dataset.theme ||= window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

  document.addEventListener('click', function (click) {
    const button = click.target.closest('[data-event]');
    if (button) send({...JSON.parse(button.dataset.event), ...(click.shiftKey ? {add: true} : {})});
  });

  /* A callback that got no answer at all: say so, the address keeps the choices. */
  const fetched = window.fetch;
  window.fetch = async function (...asked) {
    const update = String(asked[0]).includes('_dash-update-component');
    try {
      const answer = await fetched.apply(this, asked);
      if (update) failed(answer.status >= 500);
      return answer;
    } catch (error) {
      if (update) failed(true);
      throw error;
    }
  };

  /* On a narrow screen the filters begin folded. */
  new MutationObserver(function (_, observer) {
    const drawer = document.getElementById('drawer');
    if (!drawer) return;
    observer.disconnect();
    if (window.matchMedia('(max-width: 900px)').matches) drawer.open = false;
  }).observe(document.documentElement, {subtree: true, childList: true});

  /* Escape closes the opened policies. */
  document.addEventListener('keydown', function (press) {
    if (press.key === 'Escape' && document.querySelector('.opened .policy')) send({type: 'drop', field: 'policies'});
  });

  function failed(yes) {
    const message = document.getElementById('failed');
    if (message) message.hidden = !yes;
  }
})();
