/* The search box of the header: a combobox after the pattern of the ARIA Authoring Practices. The server says
   what is found and where it leads; the first result is chosen already, so that Enter opens it.

   Enter pressed before the answer is there waits for it. A newer question makes an older answer void. */
(function () {
  'use strict';
  const WAIT = 120;
  const TYPING = 'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"]';

  function make(tag, told, ...within) {
    const made = document.createElement(tag);
    Object.entries(told).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...within);
    return made;
  }

  function box(place) {
    const told = place.dataset;
    const input = make('input', {
      type: 'search', id: 'find', class: 'find-input', role: 'combobox', 'aria-label': told.label, placeholder: told.hint,
      'aria-expanded': 'false', 'aria-controls': 'find-list', 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/',
      autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go', maxlength: '120',
    });
    const list = make('div', {role: 'listbox', id: 'find-list', 'aria-label': told.label});
    const seen = make('p', {class: 'find-told', 'aria-hidden': 'true'});
    const heard = make('p', {role: 'status', class: 'unseen'});
    const popup = make('div', {class: 'find-popup', hidden: ''}, list, seen);
    place.append(input, make('kbd', {'aria-hidden': 'true'}, '/'), popup, heard);
    let answered = '';
    let hurried = false;
    let waiting = 0;
    let asking = null;

    const options = () => Array.from(list.querySelectorAll('[role="option"]'));
    const active = () => list.querySelector('[aria-selected="true"]');
    const typed = () => input.value.trim();

    function activate(option) {
      options().forEach((each) => each.setAttribute('aria-selected', String(each === option)));
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest'});
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function open(yes) {
      popup.hidden = !yes;
      input.setAttribute('aria-expanded', String(yes && options().length > 0));
      activate(yes ? active() || options()[0] : null);
    }

    function show(found) {
      list.replaceChildren(...found.groups.map(group));
      list.querySelectorAll('[role="option"]').forEach((option, at) => { option.id = `find-${at}`; });
      list.hidden = !found.groups.length;
      seen.textContent = heard.textContent = found.told;
      open(Boolean(found.told) && document.activeElement === input);
    }

    function ask() {
      clearTimeout(waiting);
      if (asking) asking.abort();
      const text = typed();
      if (!text) {
        answered = '';
        hurried = false;
        show({told: '', groups: []});
        return;
      }
      asking = new AbortController();
      const query = new URLSearchParams({q: text});
      const here = new URLSearchParams(window.location.search);
      ['lang', 'theme'].filter((name) => here.has(name)).forEach((name) => query.set(name, here.get(name)));
      fetch(`${told.find}?${query}`, {signal: asking.signal})
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .then(function (found) {
          answered = text;
          show(found);
          if (hurried) go();
        })
        .catch(function (error) {
          if (error.name === 'AbortError') return;
          hurried = false;
          show({told: told.failed, groups: []});
        });
    }

    function go() {
      hurried = false;
      if (active()) active().click();
    }

    function step(by) {
      const all = options();
      if (!all.length) return;
      if (popup.hidden) open(true);
      else activate(all[(all.indexOf(active()) + by + all.length) % all.length]);
    }

    function keyed(press) {
      if (press.isComposing) return; /* the keys belong to what turns pinyin into signs */
      if (press.key === 'ArrowDown' || press.key === 'ArrowUp') {
        step(press.key === 'ArrowDown' ? 1 : -1);
      } else if (press.key === 'Enter') {
        if (answered && answered === typed() && !popup.hidden) {
          go();
        } else {
          hurried = true;
          ask();
        }
      } else if (press.key === 'Escape' && (input.value || !popup.hidden)) {
        press.stopPropagation(); /* the opened policy stays open */
        if (popup.hidden) {
          input.value = '';
          ask();
        } else {
          open(false);
        }
      } else {
        return;
      }
      press.preventDefault();
    }

    input.addEventListener('keydown', keyed);
    input.addEventListener('input', function (change) {
      if (change.isComposing) return;
      hurried = false;
      clearTimeout(waiting);
      waiting = setTimeout(ask, WAIT);
    });
    input.addEventListener('compositionend', ask);
    input.addEventListener('click', () => { if (popup.hidden && answered && answered === typed()) open(true); });
    popup.addEventListener('pointerdown', (down) => down.preventDefault()); /* the focus stays in the box */
    popup.addEventListener('pointermove', (move) => {
      const option = move.target.closest('[role="option"]');
      if (option && option !== active()) activate(option);
    });
    input.addEventListener('blur', function () {
      hurried = false;
      open(false);
    });
    document.addEventListener('keydown', function (press) {
      if (press.key !== '/' || press.ctrlKey || press.metaKey || press.altKey || press.target.closest(TYPING)) return;
      press.preventDefault();
      input.focus();
      input.select();
    });
  }

  /* Options are links, so that a result opens in a new tab where the reader asks for that. */
  function group(found, at) {
    const name = make('div', {class: 'find-kind', id: `find-kind-${at}`}, found.name);
    const results = found.options.map(function (each) {
      const parts = [make('span', {class: 'find-name'}, each.name)];
      if (each.other) parts.push(' ', make('span', {class: 'find-other', lang: each.other_lang}, each.other));
      if (each.detail) parts.push(' ', make('span', {class: 'find-detail'}, each.detail));
      return make('a', {role: 'option', href: each.href, tabindex: '-1', 'aria-selected': 'false'}, ...parts);
    });
    return make('div', {role: 'group', 'aria-labelledby': name.id}, name, ...results);
  }

  /* The header stands on the page already where it is plain HTML, and is drawn later where Dash draws it. */
  function found() {
    const place = document.querySelector('[data-find]');
    if (place) box(place);
    return Boolean(place);
  }
  if (!found()) {
    new MutationObserver(function (_, observer) {
      if (found()) observer.disconnect();
    }).observe(document.documentElement, {subtree: true, childList: true});
  }
})();
