/* Sliding and playing through the years of a series: each step is an event of its own, sent when the last is answered. */
(function () {
  'use strict';
  const STEP = 1400;
  let playing = 0;

  /* The year of the series that is nearest to the one slid to. */
  function choose(slider, wanted) {
    const value = JSON.parse(slider.dataset.values).reduce((one, other) => (Math.abs(other - wanted) < Math.abs(one - wanted) ? other : one));
    slider.querySelector('output').textContent = value;
    window.ccnt.send({type: 'set', field: slider.dataset.slides, value});
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    const button = document.querySelector('[data-plays]');
    if (button) button.setAttribute('aria-pressed', 'false');
  }

  document.addEventListener('change', function (change) {
    const slider = change.target.closest('[data-slides]');
    if (slider) choose(slider, Number(change.target.value));
  });

  document.addEventListener('click', function (click) {
    const button = click.target.closest('[data-plays]');
    if (!button) return;
    if (playing) return stop();
    button.setAttribute('aria-pressed', 'true');
    playing = setInterval(function () {
      const slider = document.querySelector('[data-slides]');
      if (!slider) return stop();
      const now = Number(slider.querySelector('input').value);
      const next = JSON.parse(slider.dataset.values).find((year) => year > now);
      if (next === undefined) stop();
      else choose(slider, next);
    }, STEP);
  });
})();
