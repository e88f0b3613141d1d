/* Runs in the measured pages before their own scripts: notes when something is painted, and acts as the reader.

   A change is a chart that plotly reports as drawn, or text and elements that change outside of charts.
   Painted means: two animation frames after the last change, once nothing has been asked or changed for a while. */
(function () {
  'use strict';
  const QUIET = 12;
  const STEP = 40;
  const seen = {asked: 0, waiting: 0, last: 0, frame: 0, charts: {}, table: 0, other: 0, requests: []};
  const hooked = new WeakSet();

  const fetched = window.fetch;
  window.fetch = async function (...asked) {
    const request = {start: performance.now(), end: 0};
    const update = String(asked[0]).includes('_dash-update-component');
    if (update) seen.requests.push(request);
    seen.waiting += 1;
    try {
      const answer = await fetched.apply(this, asked);
      await answer.clone().arrayBuffer();
      return answer;
    } finally {
      request.end = performance.now();
      seen.waiting -= 1;
    }
  };

  function frames() {
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
  }

  function changed() {
    seen.last = performance.now();
    frames().then((now) => { seen.frame = now; });
  }

  function hook() {
    document.querySelectorAll('.js-plotly-plot').forEach(function (chart) {
      if (hooked.has(chart) || typeof chart.on !== 'function') return;
      hooked.add(chart);
      chart.on('plotly_afterplot', function () {
        seen.charts[nameOf(chart)] = performance.now();
        changed();
      });
    });
  }

  function nameOf(chart) {
    return (chart.closest('[id]:not(.js-plotly-plot)') || chart).id;
  }

  /* Dash notes with an empty element that a callback is under way: nothing that anybody sees. */
  function unseen(record) {
    const nodes = [...record.addedNodes, ...record.removedNodes];
    return nodes.length > 0 && nodes.every((node) => node.className === '_dash-loading-callback');
  }

  new MutationObserver(function (records) {
    hook();
    const outside = records.filter((record) => !unseen(record) && record.type !== 'attributes' && !(record.target.closest && record.target.closest('.js-plotly-plot')) && document.body && document.body.contains(record.target));
    if (!outside.length) return;
    const table = outside.some((record) => record.target.closest && record.target.closest('.ag-root'));
    seen[table ? 'table' : 'other'] = performance.now();
    changed();
  }).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['class']});

  async function quiet() {
    let mark = -1;
    for (let still = 0; still < QUIET || seen.waiting; still += 1) {
      if (seen.last !== mark || seen.waiting) still = 0;
      mark = seen.last;
      await new Promise((done) => setTimeout(done, STEP));
    }
  }

  /* Do something and wait until it is painted; times in ms since its beginning. */
  async function timed(act) {
    await quiet();
    Object.assign(seen, {charts: {}, table: 0, other: 0, requests: []});
    const start = performance.now();
    act();
    while (!seen.requests.length && performance.now() < start + 5000) await new Promise((done) => setTimeout(done, 10));
    await quiet();
    const since = (time) => time && time - start;
    return {
      painted: since(seen.frame), table: since(seen.table), other: since(seen.other),
      charts: Object.fromEntries(Object.entries(seen.charts).map(([name, time]) => [name, since(time)])),
      requests: seen.requests.map((each) => ({start: since(each.start), end: since(each.end)})),
    };
  }

  /* The chart's own click, without the mouse: what plotly emits when the mark of `code` is clicked. */
  function press(chart, code) {
    for (const [curveNumber, trace] of chart.data.entries()) {
      const pointNumber = Array.from(trace.locations || trace.customdata || []).indexOf(code);
      if (pointNumber < 0 || trace.visible === false) continue;
      const point = {curveNumber, pointNumber, ...(trace.locations ? {location: code} : {customdata: code})};
      chart.emit('plotly_click', {points: [point], event: {}});
      return;
    }
    throw new Error(`no mark of ${code}`);
  }

  function figures() {
    const plain = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
    return Array.from(document.querySelectorAll('.js-plotly-plot')).map((chart) => ({
      name: nameOf(chart), width: chart.clientWidth, height: chart.clientHeight,
      figure: JSON.parse(JSON.stringify({data: chart.data, layout: chart.layout}, plain)),
    }));
  }

  /* Draw figures with plotly alone; ms until painted, and ms that each chart takes of the main thread. */
  async function redraw(drawn) {
    await quiet();
    const start = performance.now();
    const each = {};
    const promises = drawn.map(function ({name, width, height, figure}) {
      const from = performance.now();
      let chart = document.getElementById(name);
      if (!chart) {
        chart = document.body.appendChild(Object.assign(document.createElement('div'), {id: name}));
        Object.assign(chart.style, {width: `${width}px`, height: `${height}px`});
      }
      const promise = window.Plotly.react(chart, figure.data, figure.layout, {displayModeBar: false, topojsonURL: '/assets/topo/', doubleClick: false});
      each[name] = performance.now() - from;
      return promise;
    });
    await Promise.all(promises);
    return {painted: (await frames()) - start, each};
  }

  /* The first moment at which the map is drawn and the table filled, in ms since the navigation. */
  async function usable() {
    while (document.querySelectorAll('.choroplethlayer path').length < 34 || !document.querySelector('.ag-center-cols-container .ag-row')) {
      await new Promise((done) => setTimeout(done, 10));
    }
    return frames();
  }

  window.bench = {timed, press, figures, redraw, usable, quiet};
})();
