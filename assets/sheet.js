/* A sheet that can be kept: title, drawings of charts, what their signs mean, choices and sources, as one SVG or PNG. */
(function () {
  'use strict';
  const SVG = 'http://www.w3.org/2000/svg';
  const EDGE = 24;
  const MOST_LINES = 3;

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

  function cut(told) {
    return told.length > MOST_LINES ? [...told.slice(0, MOST_LINES - 1), `${told[MOST_LINES - 1].trim()}…`] : told;
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
      /* Beside each other, from left to right. */
      row(drawings) {
        drawings.forEach(function ({drawing}) {
          drawing.setAttribute('y', y);
          root.append(drawing);
        });
        y += Math.max(...drawings.map(({height}) => height));
      },
      /* Cells under their headings in columns of these shares of the width, long texts cut as on the slide. */
      table(rows, shares) {
        const wide = shares.map((share) => share * (width - 2 * EDGE));
        const left = wide.map((_, column) => EDGE + wide.slice(0, column).reduce((sum, one) => sum + one, 0));
        rows.forEach(function (cells, at) {
          const written = cells.map((cell, column) => cut(lines(cell, 14, at ? 400 : 600, wide[column] - 12, family)));
          written.forEach((cell, column) => cell.forEach(function (line, down) {
            root.append(made('text', {x: left[column], y: y + 15 + down * 19, 'font-size': 14, 'font-weight': at ? 400 : 600, fill: colour(at ? 'ink' : 'muted')}, line.trim()));
          }));
          y += 19 * Math.max(...written.map((cell) => cell.length)) + 8;
          root.append(made('line', {x1: EDGE, x2: width - EDGE, y1: y - 3, y2: y - 3, stroke: colour('line')}));
          y += 3;
        });
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
    return Array.from(card.querySelectorAll('.legend .entry, .signs .level, .states li, .key li')).map(function (entry) {
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

  /* A chart as SVG; on a stage that is scaled its size has to be told. */
  async function chartOf(graph, told) {
    const box = told || graph.getBoundingClientRect();
    const size = {width: Math.round(box.width), height: Math.round(box.height)};
    const data = await window.Plotly.toImage(graph, {format: 'svg', imageDataOnly: true, ...size});
    const drawing = document.importNode(new DOMParser().parseFromString(data, 'image/svg+xml').documentElement, true);
    drawing.setAttribute('x', EDGE);
    return {drawing, ...size};
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

  window.ccnt_sheet = {EDGE, sheet, legend, chartOf, points};
})();
