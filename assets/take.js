/* Lets a reader take a view away: links that carry the choices of the address as it is now, a citation to paste, and
   pictures of a chart with title, choices, source and version in them. */
(function () {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const EDGE = 24;

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

  /* Lines that fit: broken at blanks, and between Chinese signs, which have none. */
  function lines(text, size, weight, width, family) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${weight} ${size}px ${family}`;
    const found = [''];
    (text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) || []).forEach(function (word) {
      const longer = found[found.length - 1] + word;
      if (pen.measureText(longer).width <= width || longer === word) found[found.length - 1] = longer;
      else found.push(word);
    });
    return found;
  }

  function made(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /* A sheet that is written from top to bottom. */
  function sheet(width) {
    const style = getComputedStyle(document.documentElement);
    const family = style.fontFamily;
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const root = made('svg', {xmlns: SVG, 'font-family': family});
    let y = EDGE;
    return {
      root,
      colour,
      write(text, size, ink, weight = 400) {
        lines(text, size, weight, width - 2 * EDGE, family).forEach(function (line) {
          y += size * 1.35;
          root.append(made('text', {x: EDGE, y: y - size * 0.3, 'font-size': size, 'font-weight': weight, fill: colour(ink)}, line.trim()));
        });
      },
      gap(height) { y += height; },
      place(drawing, height) {
        drawing.setAttribute('y', y);
        root.append(drawing);
        y += height;
      },
      /* Signs and what they stand for, side by side as far as they fit. */
      key(entries) {
        let x = EDGE;
        entries.forEach(function ([sign, text]) {
          const long = 30 + 12 * Math.max(...[text].map((each) => Array.from(each).reduce((sum, one) => sum + (one > '\u2e80' ? 1 : 0.6), 0)));
          if (x > EDGE && x + long > width - EDGE) { x = EDGE; y += 20; }
          sign.setAttribute('transform', `translate(${x} ${y + 4})`);
          root.append(sign, made('text', {x: x + 24, y: y + 15, 'font-size': 12, fill: colour('ink')}, text));
          x += long + 12;
        });
        if (entries.length) y += 26;
      },
      finished() {
        const height = Math.ceil(y + EDGE);
        Object.entries({width, height, viewBox: `0 0 ${width} ${height}`}).forEach(([key, value]) => root.setAttribute(key, value));
        root.prepend(made('rect', {width, height, fill: colour('card')}));
        return {text: new XMLSerializer().serializeToString(root), width, height};
      },
    };
  }

  /* The legend of a chart stands beside it on the page: its signs are drawn anew from their styles. */
  function legend(card, colour) {
    return Array.from(card.querySelectorAll('.legend .entry, .signs .level, .states li')).map(function (entry) {
      const mark = entry.querySelector('.swatch, .sign');
      const sign = made('g', {});
      const style = getComputedStyle(mark);
      const sized = mark.classList.contains('sign') ? {x: 4, y: 1, width: 10, height: 10} : {width: 18, height: 12, rx: 2};
      const round = mark.classList.contains('circle') ? {rx: 5} : {};
      const turned = mark.classList.contains('diamond') ? {transform: 'rotate(45 9 6)'} : {};
      const fill = style.backgroundImage === 'none' ? style.backgroundColor : colour('land');
      sign.append(made('rect', {...sized, ...round, ...turned, fill, stroke: colour('line')}));
      (style.backgroundImage.match(/-?[\d.]+deg/g) || []).forEach(function (angle) {
        [0, 5, -5].forEach(function (offset) {
          sign.append(made('line', {x1: 2, x2: 16, y1: 6 + offset, y2: 6 + offset, stroke: colour('hatch'), transform: `rotate(${parseFloat(angle)} 9 6)`}));
        });
      });
      const shown = Array.from((entry.querySelector('strong') || entry).childNodes, (part) => part.textContent).join(' ').trim();
      return [sign, shown];
    });
  }

  async function chartOf(graph) {
    const box = graph.getBoundingClientRect();
    const size = {width: Math.round(box.width), height: Math.round(box.height)};
    const data = await window.Plotly.toImage(graph, {format: 'svg', imageDataOnly: true, ...size});
    const drawing = document.importNode(new DOMParser().parseFromString(data, 'image/svg+xml').documentElement, true);
    drawing.setAttribute('x', EDGE);
    return {drawing, ...size};
  }

  async function draw(take, form, signal) {
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

  /* Twice as many points as on the page, so that it is sharp on a projector. */
  async function points({text, width, height}) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, 'image/png'));
  }
})();
