/* The stories of this browser on the page that lists all stories. */
(function () {
  'use strict';
  const place = document.getElementById('drafts');
  if (!place) return;
  const told = place.dataset;

  function made(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  function card([id, record]) {
    const title = window.stories.titled(record, told.lang, told.untitled);
    const many = (record.slides.length === 1 ? told.one : told.many).replace('{n}', record.slides.length);
    const ways = made('div', {class: 'row'}, made('a', {href: `${told.presents}#${id}`, class: 'button clear'}, told.present), made('a', {href: `${told.edits}#${id}`, class: 'button plain'}, told.edit));
    return made('section', {class: 'card'}, made('h3', {}, made('a', {href: `${told.edits}#${id}`}, title)), made('p', {class: 'hint'}, many), ways);
  }

  function draw() {
    const drafts = Object.entries(window.stories.read().drafts);
    place.hidden = !drafts.length;
    place.querySelector('.stories').replaceChildren(...drafts.map(card));
  }

  window.addEventListener('storage', function (event) {
    if (event.key === window.stories.KEY) draw();
  });
  draw();
})();
