/* Begins when the page is there whole: what is pressed, what other windows change, and the links to the other language. */
(function () {
  'use strict';
  const {byId, state, open, undo, choose, replace, turned, say} = window.storyEdit;
  if (!byId('making')) return;

  function add() {
    const kind = byId('slide-kind').value;
    const all = window.storyEdit.slides();
    const made = turned(window.stories.slide(kind), kind);
    const [at, number] = all.length ? [state.at + 1, state.at + 2] : [0, 1];
    if (replace(at, 0, [made], say('slide', {number, all: all.length + 1}))) byId('story-slides').children[at].querySelector('button').focus();
  }

  document.addEventListener('click', function (click) {
    const button = click.target.closest && click.target.closest('[data-does]');
    if (!button) return;
    const does = {...window.storyEdit.does, undo, add};
    if (does[button.dataset.does]) does[button.dataset.does]();
  });

  document.addEventListener('keydown', function (press) {
    if (press.key !== 'z' || !(press.ctrlKey || press.metaKey) || press.shiftKey || press.target.matches('input, textarea') || !state.undo) return;
    press.preventDefault();
    undo();
  });

  /* `#story` or `#story/4`. */
  function asked() {
    const [id, number] = decodeURIComponent(window.location.hash.slice(1)).split('/');
    return [id, (Number(number) || 1) - 1];
  }

  window.addEventListener('hashchange', function () {
    const [id, at] = asked();
    if (id === state.id) choose(at);
    else if (id !== 'main') open(id, at);
  });

  /* Another window has changed the story: a view was added there. */
  window.addEventListener('storage', function (event) {
    if (event.key !== window.stories.KEY) return;
    const there = window.stories.read().drafts[state.id];
    if (!there || JSON.stringify(there) !== JSON.stringify(state.record)) open(state.id, state.at);
    else window.storyEdit.show('story');
  });

  /* The page in the other language or theme shows the same slide. */
  document.querySelectorAll('.settings a').forEach(function (link) {
    const plain = link.href;
    ['pointerdown', 'focusin', 'click'].forEach((kind) => link.addEventListener(kind, () => { link.href = plain.split('#')[0] + window.location.hash; }));
  });

  window.storyEdit.begin();
  byId('making').hidden = false;
  open(...asked());
})();
