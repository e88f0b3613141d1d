/* The keys of the desk, suggestions that fill their field, and what was typed and not sent yet. Everything also works
   without this script. */
(function () {
  'use strict';
  const TYPING = 'input:not([type="checkbox"]):not([type="hidden"]), textarea, select';
  const STORE = 'review:';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  /* Where the address names no theme, that of the screen; before anything is drawn. */
  if (!document.documentElement.dataset.theme) document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';

  function press(key) {
    const place = document.querySelector(`#case [data-key="${key}"], .bar [data-key="${key}"]`);
    if (place) place.click();
    return Boolean(place);
  }

  function remembered() {
    try { return window.localStorage; } catch (error) { return null; }
  }

  /* What is in the form, kept until it is sent: a reload or a dead battery takes nothing away. */
  function keep(form, name, store) {
    const fields = () => Array.from(form.elements).filter((each) => each.name && each.matches(TYPING) && each.name !== 'editor');
    const value = (field) => (field.multiple ? Array.from(field.selectedOptions, (each) => each.value) : field.value);
    const first = new Map(fields().map((field) => [field.name, JSON.stringify(value(field))]));
    const stored = JSON.parse(store.getItem(name) || '{}');
    fields().filter((field) => field.name in stored).forEach(function (field) {
      if (field.multiple) Array.from(field.options).forEach((each) => { each.selected = stored[field.name].includes(each.value); });
      else field.value = stored[field.name];
    });
    function save() {
      const changed = fields().filter((field) => JSON.stringify(value(field)) !== first.get(field.name));
      if (changed.length) store.setItem(name, JSON.stringify(Object.fromEntries(changed.map((field) => [field.name, value(field)]))));
      else store.removeItem(name);
    }
    form.addEventListener('input', save);
    form.addEventListener('change', save);
    return save;
  }

  /* Drafts of what has been decided since are of no use. */
  function forget(name, store) {
    const [id, last] = name.slice(STORE.length).split('.');
    Object.keys(store).filter((key) => key.startsWith(`${STORE}${id}.`) && key.split('.')[1] !== last).forEach((key) => store.removeItem(key));
  }

  function fill(button, changed) {
    const field = document.getElementById(button.dataset.fills);
    if (!field) return;
    field.value = button.dataset.value;
    const becomes = document.getElementById(button.dataset.fills.replace(/\..*/, '.becomes'));
    if (becomes && button.dataset.becomes) becomes.value = button.dataset.becomes;
    field.focus();
    if (field.id === 'reason') field.dataset.rejects = 'yes';
    changed();
  }

  const first = () => document.querySelector('#case form [name^="p1."]:not([type="hidden"])');

  /* Pressed before the page was there whole: done as soon as it is, so that no form is sent with half its fields. Who
     types into a field by then has moved on: a key that would take the focus away from there is forgotten. */
  const early = [];

  function keyed(event) {
    const dialog = document.getElementById('help');
    if (event.ctrlKey || event.metaKey || event.altKey || (dialog && dialog.open)) return;
    if (event.target.matches(TYPING)) {
      early.length = 0;
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (document.readyState === 'loading') early.push(event.key);
    else if (act(event.key, dialog)) event.preventDefault();
  }

  function act(key, dialog) {
    const reason = document.getElementById('reason');
    if (key === '?' && dialog) dialog.showModal();
    else if (key === 'e' && first()) first().focus();
    else if (key === 'r' && reason && !reason.value) reject(reason);
    else if ('np'.includes(key) && window.getSelection().toString().trim()) add(key, window.getSelection().toString());
    else return press(key);
    return true;
  }

  /* Rejecting needs a reason: the key asks for it, Enter there sends it. */
  function reject(reason) {
    reason.focus();
    reason.dataset.rejects = 'yes';
  }

  function add(key, quote) {
    const link = document.querySelector(`#case [data-key="${key}"]`);
    if (!link) return;
    const address = new URL(link.href);
    address.searchParams.set('quote', quote.trim());
    window.location.assign(address);
  }

  function begin() {
    const form = document.getElementById('decide');
    if (!form) return;
    const store = remembered();
    const name = STORE + document.getElementById('case').dataset.case;
    let save = function () {};
    if (store) {
      forget(name, store);
      save = keep(form, name, store);
    }
    const reason = document.getElementById('reason');
    reason.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || !reason.dataset.rejects) return;
      event.preventDefault();
      form.querySelector('[data-key="r"]').click();
    });
    document.querySelectorAll('[data-fills]').forEach((button) => button.addEventListener('click', () => fill(button, save)));
    const here = document.getElementById('here');
    const pane = document.querySelector('.document');
    if (here && pane) pane.scrollTop = here.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    const wrong = form.querySelector('[aria-invalid]');
    if (wrong) wrong.focus();
    if (!document.activeElement.matches(TYPING)) early.splice(0).forEach((key) => act(key, document.getElementById('help')));
  }

  document.addEventListener('keydown', keyed);

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
