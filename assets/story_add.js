/* Puts the view that a reader sees into a story of hers: its choices are those of the address at that moment. */
(function () {
  'use strict';
  const FRESH = 'fresh:';
  const told = () => document.getElementById('adding').dataset;

  function filled(text, holes) {
    return Object.entries(holes).reduce((all, [name, value]) => all.replace(`{${name}}`, () => value), text);
  }

  function options(place) {
    const {drafts, current} = window.stories.read();
    const choice = place.querySelector('select');
    const chosen = choice.value in drafts ? choice.value : current;
    const made = Object.entries(drafts).map(([id, record]) => new Option(window.stories.titled(record, told().lang, told().untitled), id));
    choice.replaceChildren(...made, new Option(told().fresh, FRESH));
    choice.value = chosen in drafts ? chosen : FRESH;
  }

  function say(place, id, {at, kept}) {
    const {drafts} = window.stories.read();
    const story = window.stories.titled(drafts[id], told().lang, told().untitled);
    const link = document.createElement('a');
    link.href = `${told().editor}#${id}${at ? `/${at}` : ''}`;
    link.textContent = told().open;
    const said = [filled(at ? told().done : told().full, {slide: at, story, number: window.stories.MOST.slides})];
    if (!kept) said.push(told().unkept);
    place.querySelector('.said').replaceChildren(`${said.join(' ')} `, link);
  }

  function add(place) {
    const choice = place.querySelector('select');
    const id = choice.value in window.stories.read().drafts ? choice.value : window.stories.fresh();
    const {adds, kind, query} = place.dataset;
    const shown = {view: adds, query: window.stories.choices(query ?? window.location.search), data: told().number};
    const done = window.stories.add(id, window.stories.slide(kind, [shown]));
    options(place);
    choice.value = id;
    say(place, id, done);
  }

  /* The event of an opened element does not bubble; it is seen on its way down. */
  document.addEventListener('toggle', function (event) {
    if (event.target.matches && event.target.matches('details[data-adds][open]')) options(event.target);
  }, true);

  document.addEventListener('click', function (click) {
    const button = click.target.closest && click.target.closest('[data-adds] button');
    if (button) add(button.closest('[data-adds]'));
  });

  window.addEventListener('storage', function (event) {
    if (event.key === window.stories.KEY) document.querySelectorAll('details[data-adds][open]').forEach(options);
  });
})();
