/* Makes the marks of a chart clickable and reachable by keyboard. The frame around a chart says in
   data-writes which of the reader's choices a mark writes, or in data-opens and data-kept the beginning and the
   end of the address that it opens (in a frame elsewhere in data-leads the page that it leads to); the mark's key is its customdata or place. */
(function () {
  'use strict';
  const hooked = new WeakSet();
  let touching = false;
  document.addEventListener('pointerdown', function (down) { touching = down.pointerType === 'touch'; }, true);
  const MARKS = '.choroplethlayer .trace:not(.chosen):not(.hatched) path, .barlayer .point > path, .scatterlayer .point';

  function keyOf(point) {
    return point.customdata !== undefined ? point.customdata : point.location;
  }

  function choose(chart, key, add) {
    if (key === undefined || key === null) return;
    const {opens, kept, writes: field, leads} = chart.closest('[data-writes], [data-opens]').dataset;
    if (leads !== undefined) open(opens ? opens + encodeURIComponent(key) + kept : chosen(leads, field, key));
    else if (opens) window.location.assign(opens + encodeURIComponent(key) + kept);
    else window.ccnt.send({type: 'toggle', field, value: key, add});
  }

  /* In a frame elsewhere a mark opens the full page, in a window of its own, with the mark chosen. */
  function chosen(leads, field, key) {
    const there = new URL(leads, window.location.href);
    if (field) there.searchParams.set(field, key);
    return there.href;
  }

  function open(address) {
    window.open(address, '_blank', 'noopener');
  }

  /* The datum that Plotly has bound to a mark, and the trace it belongs to. */
  function pointOf(chart, mark) {
    const datum = mark.__data__ || (mark.parentNode && mark.parentNode.__data__);
    if (!datum) return undefined;
    if (datum.loc !== undefined) return {key: datum.loc, text: datum.htx || datum.hovertext};
    let node = mark;
    while (node && node !== chart) {
      const bound = node.__data__;
      const trace = Array.isArray(bound) && bound[0] ? bound[0].trace : undefined;
      if (trace) return {key: trace.customdata && trace.customdata[datum.i], text: datum.htx || (trace.hovertext && trace.hovertext[datum.i])};
      node = node.parentNode;
    }
    return undefined;
  }

  /* One mark per chart is in the tab order; arrows move among the others. */
  function label(chart) {
    chart.querySelectorAll('.choroplethlayer .trace').forEach(function (layer) {
      ['chosen', 'hatched'].forEach((name) => layer.classList.toggle(name, layer.__data__[0].trace.name === name));
    });
    chart.querySelectorAll('.main-svg').forEach(function (drawing) {
      drawing.setAttribute('viewBox', `0 0 ${drawing.getAttribute('width')} ${drawing.getAttribute('height')}`);
    });
    let reachable = false;
    const focused = document.activeElement;
    chart.querySelectorAll(MARKS).forEach(function (mark) {
      const point = pointOf(chart, mark);
      if (!point || point.key === undefined || point.key === null || !point.text) return;
      mark.setAttribute('role', chart.closest('[data-opens], [data-leads]') ? 'link' : 'button');
      mark.setAttribute('aria-label', String(point.text).replace(/<br>/g, ', ').replace(/<[^>]*>/g, ''));
      mark.setAttribute('tabindex', reachable ? '-1' : '0');
      mark.dataset.key = point.key;
      reachable = true;
    });
    const again = chart.dataset.focus;
    if (again && focused === document.body) {
      const mark = chart.querySelector(`[data-key="${CSS.escape(again)}"]`);
      if (mark) mark.focus();
    }
  }

  function attach(chart) {
    if (hooked.has(chart) || typeof chart.on !== 'function') return;
    hooked.add(chart);
    let last = {key: undefined, at: 0};
    chart.on('plotly_click', function (click) {
      const point = click.points && click.points[0];
      if (!point) return;
      /* A finger's touch comes once more as a mouse click. */
      const now = {key: keyOf(point), at: performance.now()};
      const again = touching && now.key === last.key && now.at - last.at < 700;
      last = now;
      if (!again) choose(chart, keyOf(point), Boolean(click.event && click.event.shiftKey));
    });
    chart.on('plotly_afterplot', function () { label(chart); });
    chart.addEventListener('keydown', function (press) { keyed(chart, press); });
    chart.addEventListener('focusin', function (event) { chart.dataset.focus = event.target.dataset.key || ''; });
    chart.addEventListener('focusout', function (event) { if (event.relatedTarget) delete chart.dataset.focus; });
    label(chart);
  }

  function keyed(chart, press) {
    const mark = press.target.closest('[data-key]');
    if (!mark) return;
    const marks = Array.from(chart.querySelectorAll('[data-key]'));
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[press.key];
    if (step) {
      const next = marks[(marks.indexOf(mark) + step + marks.length) % marks.length];
      mark.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    } else if (press.key === 'Enter' || press.key === ' ') {
      const point = pointOf(chart, mark);
      choose(chart, point.key, press.shiftKey);
    } else {
      return;
    }
    press.preventDefault();
  }

  new MutationObserver(function (records) {
    records.forEach(function (record) {
      if (record.target.classList && record.target.classList.contains('js-plotly-plot')) attach(record.target);
    });
  }).observe(document.documentElement, {subtree: true, attributes: true, attributeFilter: ['class']});
})();
