/* Sliding and playing through the years of a series: each step is an event of its own, sent when the last is answered. */
(function () {
  'use strict';
  const STEP = 1400;
  let playing = 0;

  function choose(slider, place) {
    const values = JSON.parse(slider.dataset.values);
    const value = values[place % values.length];
    slider.querySelector('output').textContent = value;
    slider.querySelector('input').setAttribute('aria-valuetext', value);
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
      const input = slider.querySelector('input');
      if (Number(input.value) >= Number(input.max)) return stop();
      choose(slider, Number(input.value) + 1);
    }, STEP);
  });
})();
