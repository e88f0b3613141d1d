/* What the player of a story shows and says: decks in each language and theme, texts, and who is told what has happened. */
(function () {
  'use strict';
  const present = window.present = window.present || {};
  const held = (id) => JSON.parse(document.getElementById(id).textContent);
  if (!document.body.classList.contains('present')) return;
  const words = held('present-words');
  const decks = new Map(held('present-decks').map((deck) => [`${deck.lang}-${deck.theme}`, deck]));
  const heard = new Map();
  const asked = new URL(window.location.href).searchParams;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  present.setup = held('present-setup');
  present.asked = asked;
  /* What both windows of a presenter share. */
  present.state = {
    at: 0,
    lang: ['en', 'zh'].includes(asked.get('lang')) ? asked.get('lang') : present.setup.lang,
    theme: ['light', 'dark'].includes(asked.get('theme')) ? asked.get('theme') : present.setup.theme || (dark.matches ? 'dark' : 'light'),
    black: false,
    timer: {since: null, kept: 0},
  };

  present.listen = function (kind, act) {
    heard.set(kind, [...(heard.get(kind) || []), act]);
  };
  present.tell = function (kind, what) {
    (heard.get(kind) || []).forEach((act) => act(what));
  };

  present.words = () => words[present.state.lang];
  present.say = function (name, holes = {}) {
    return Object.entries(holes).reduce((text, [hole, value]) => text.replace(`{${hole}}`, value), present.words()[name]);
  };

  /* A draft of this browser: its id stands before the number of the slide in the address. */
  function draft() {
    const id = decodeURIComponent(window.location.hash.slice(1).split('/')[0]);
    const kept = JSON.parse(window.localStorage.getItem('ccnt:stories') || '{}');
    return (kept.drafts || {})[id];
  }

  /* The drawn deck of a record, which is kept nowhere; its lines where something is wrong. */
  present.ask = async function (record, lang, theme, signal) {
    const answer = await fetch(`${present.setup.ask}?lang=${lang}&theme=${theme}`, {
      method: 'POST', body: JSON.stringify(record), headers: {'Content-Type': 'application/json'}, signal,
    });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error('wrong'), {lines: told.wrong || []});
    return told;
  };

  async function fetched(lang, theme) {
    if (present.setup.draft) {
      const record = draft();
      if (!record) throw Object.assign(new Error('no draft'), {lines: []});
      return present.ask(record, lang, theme);
    }
    const answer = await fetch(`${present.setup.deck}?lang=${lang}&theme=${theme}`);
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error('wrong'), {lines: told.wrong || []});
    return told;
  }

  /* The deck in a language and a theme. */
  present.load = async function (lang, theme) {
    const name = `${lang}-${theme}`;
    if (!decks.has(name)) decks.set(name, await fetched(lang, theme));
    return decks.get(name);
  };

  present.made = function (name, told = {}, ...children) {
    const element = document.createElement(name);
    Object.entries(told).forEach(([key, value]) => {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
    });
    element.append(...children);
    return element;
  };
})();
