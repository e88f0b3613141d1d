/* Draws the one chart of an embedded page, for the width and the colours of its frame. Without that page it does nothing. */
(function () {
  'use strict';
  const chart = document.querySelector('.embedded #chart');
  if (!chart) return;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const narrow = window.matchMedia('(max-width: 640px)');
  const asked = new URL(chart.dataset.asks, window.location.href);

  /* What a colour, a pattern or a sign means. */
  function entry({label, colour, pattern, marker}) {
    const item = document.createElement('li');
    const sign = document.createElement('span');
    sign.setAttribute('aria-hidden', 'true');
    sign.className = marker ? `sign ${marker}` : `swatch ${pattern}`;
    if (colour && !pattern) sign.style.background = colour;
    item.append(sign, label);
    return item;
  }

  async function draw() {
    const chosen = asked.searchParams.get('theme');
    const theme = chosen || (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    asked.searchParams.set('screen', theme + (narrow.matches ? '-narrow' : ''));
    try {
      const answer = await fetch(asked, {credentials: 'omit'});
      if (!answer.ok) throw new Error(String(answer.status));
      const {data, layout, config, key} = await answer.json();
      chart.textContent = '';
      document.getElementById('key').replaceChildren(...key.map(entry));
      await window.Plotly.react(chart, data, layout, config);
      chart.dataset.drawn = theme;
    } catch (error) {
      chart.textContent = chart.dataset.failed;
    }
  }

  narrow.addEventListener('change', draw);
  if (!asked.searchParams.get('theme')) dark.addEventListener('change', draw);
  draw();
})();
