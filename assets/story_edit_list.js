/* The slides of the story in hand, as cards in their order: chosen, moved by buttons, keys or the mouse, copied, deleted. */
(function () {
  'use strict';
  const {say, el, byId, slides, state, called, viewOf, watch, choose, replace, move} = window.storyEdit;
  let dragged = -1;

  function act(name, at) {
    const copy = window.stories.copy;
    if (name === 'up') move(at, at - 1);
    if (name === 'down') move(at, at + 1);
    if (name === 'duplicate') replace(at, 1, [slides()[at], copy(slides()[at])], say('duplicated', {number: at + 2}));
    if (name === 'delete') replace(at, 1, [], say('deleted', {number: at + 1}));
    refocus(name);
  }

  /* The list is drawn anew: the focus stays on what was pressed, or on the card where that has gone. */
  function refocus(name) {
    const card = byId('story-slides').children[state.at];
    const button = card && card.querySelector(`[data-act="${name}"]:not([disabled])`);
    const target = button && name !== 'delete' ? button : card && card.querySelector('.card-choose');
    if (target) target.focus();
    else document.querySelector('[data-does="add"]').focus();
  }

  /* Drawn, because no font has them all. */
  const ICONS = {up: 'M8 13V3M4 7l4-4 4 4', down: 'M8 3v10M4 9l4 4 4-4', duplicate: 'M6 6h7v7H6zM3 10V3h7', delete: 'M4 4l8 8M12 4l-8 8'};

  function icon(name) {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    Object.entries({viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true'}).forEach(([key, value]) => drawing.setAttribute(key, value));
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    Object.entries({d: ICONS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6}).forEach(([key, value]) => line.setAttribute(key, value));
    drawing.append(line);
    return drawing;
  }

  function button(name, at, disabled = false) {
    const label = say(name, {number: at + 1});
    return el('button', {type: 'button', class: 'button plain', 'data-act': name, 'aria-label': label, title: label, disabled, onclick: () => act(name, at)}, icon(name));
  }

  function keyed(press, at) {
    const step = {ArrowUp: -1, ArrowDown: 1}[press.key];
    if (step && press.altKey) {
      move(at, at + step);
      refocus('choose');
    } else if (step) {
      choose(at + step, true);
    } else if (press.key === 'Delete') {
      act('delete', at);
    } else {
      return;
    }
    press.preventDefault();
  }

  /* A small picture of how the slide is laid out. */
  function sketch(kind) {
    const parts = {cover: 'b', statement: 'bl', view: 'tv', pair: 'tvv', table: 'tg', sources: 'tll'}[kind] || 'b';
    return el('span', {class: `sketch ${kind}`, 'aria-hidden': 'true'}, Array.from(parts, (part) => el('span', {class: part})));
  }

  function card(slide, at) {
    const views = slide.shows.map((shown) => viewOf(shown.view).name).join(' · ');
    const chosen = at === state.at;
    const number = say('slide', {number: at + 1, all: slides().length});
    const choice = el('button', {
      type: 'button', class: 'card-choose', 'aria-current': chosen ? 'true' : null, 'aria-label': `${number}: ${say(`kind.${slide.kind}`)}, ${called(slide)}`,
      onclick: () => choose(at, true), onkeydown: (press) => keyed(press, at),
    }, el('span', {class: 'card-number'}, String(at + 1)), sketch(slide.kind),
    el('span', {class: 'card-told'}, el('span', {class: 'kicker'}, say(`kind.${slide.kind}`)), el('span', {class: 'card-title'}, called(slide)), views && called(slide) !== views ? el('span', {class: 'hint'}, views) : null));
    const acts = chosen ? el('span', {class: 'card-acts'}, button('up', at, at === 0), button('down', at, at === slides().length - 1), button('duplicate', at), button('delete', at)) : null;
    return el('li', {draggable: 'true', class: chosen ? 'chosen' : null, ondragstart: (drag) => begin(drag, at), ondragover: over, ondragleave: out, ondrop: (drop) => dropped(drop, at), ondragend: end}, ...[choice, acts].filter(Boolean));
  }

  function begin(drag, at) {
    dragged = at;
    drag.dataTransfer.effectAllowed = 'move';
    drag.dataTransfer.setData('text/plain', called(slides()[at]));
  }

  function over(drag) {
    if (dragged < 0) return;
    drag.preventDefault();
    drag.currentTarget.classList.add('under');
  }

  function out(drag) { drag.currentTarget.classList.remove('under'); }

  function dropped(drop, at) {
    drop.preventDefault();
    const from = dragged;
    end();
    if (from >= 0) move(from, at);
  }

  function end() {
    dragged = -1;
    byId('story-slides').querySelectorAll('.under').forEach((each) => each.classList.remove('under'));
  }

  function draw(what) {
    if (['marks', 'marked', 'spoken', 'region', 'story'].includes(what)) return;
    const focused = document.activeElement;
    const at = Array.from(byId('story-slides').children).findIndex((each) => each.contains(focused));
    byId('story-slides').replaceChildren(...slides().map(card));
    byId('story-none').hidden = !state.record || slides().length > 0;
    if (at >= 0 && byId('story-slides').children[at]) byId('story-slides').children[at].querySelector('.card-choose').focus();
  }

  watch(draw);
})();
