/* Lets a reader take a view away: links that carry the choices of the address as it is now, a citation to paste, and
   pictures of a chart with title, choices, source and version in them. */
(function () {
  'use strict';

  /* A page of one place says what it shows; others show what the address says. */
  function query(take) {
    return take.dataset.query ?? window.location.search;
  }

  /* The address changes without the links being drawn anew: they are filled in just before they are used. */
  function fill(event) {
    const take = event.target.closest && event.target.closest('[data-take]');
    if (!take) return;
    take.querySelectorAll('a[href]').forEach(function (link) {
      link.setAttribute('href', new URL(link.href).pathname + query(take));
    });
  }
  ['toggle', 'pointerover', 'pointerdown', 'focusin', 'click'].forEach(function (kind) {
    document.addEventListener(kind, fill, true);
  });

  async function told(take, signal) {
    const answer = await fetch(`/take/${take.dataset.take}.context.json${query(take)}`, {signal});
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  function say(take, text) {
    take.querySelector('.said').textContent = text;
    setTimeout(function () { take.querySelector('.said').textContent = ''; }, 4000);
  }

  document.addEventListener('click', async function (click) {
    const button = click.target.closest('[data-picture], [data-cites]');
    const take = button && button.closest('[data-take]');
    if (!take) return;
    if (button.dataset.picture) {
      window.taking.work((signal) => draw(take, button.dataset.picture, signal), window.taking.said('drawing'));
      return;
    }
    try {
      await copy(take, (await told(take)).citation);
    } catch (error) {
      say(take, take.dataset.failed);
    }
  });

  /* Without a secure connection there is no clipboard for pages: the citation is shown and selected instead. */
  async function copy(take, citation) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(citation);
      say(take, take.dataset.copied);
      return;
    }
    const said = take.querySelector('.said');
    said.textContent = citation;
    window.getSelection().selectAllChildren(said);
    if (document.execCommand('copy')) say(take, take.dataset.copied);
  }

  async function draw(take, form, signal) {
    const {EDGE, sheet, legend, chartOf, points} = window.ccnt_sheet;
    const about = await told(take, signal);
    const card = take.closest('.card');
    const {drawing, width, height} = await chartOf(card.querySelector('.js-plotly-plot'));
    signal.throwIfAborted();
    const page = sheet(width + 2 * EDGE);
    page.write(about.title, 18, 'ink', 650);
    page.write(about.selection, 13, 'muted');
    page.gap(8);
    page.place(drawing, height);
    page.gap(8);
    page.key(legend(card, page.colour));
    const beside = Array.from(card.querySelectorAll('[id$=part-map_boundaries]'), (part) => part.textContent);
    [...beside, about.credit, about.licence, about.address].forEach((text) => page.write(text, 11, 'muted'));
    const picture = page.finished();
    const svg = new Blob([picture.text], {type: 'image/svg+xml;charset=utf-8'});
    const made = form === 'svg' ? svg : await points(picture);
    signal.throwIfAborted();
    window.taking.save(made, `ccnt-${about.view}-${about.version.replace(' · ', '-')}.${form}`);
  }
})();
