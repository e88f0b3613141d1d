/* Keeps the stories that somebody makes in this browser alone: no account, no cookie, nothing on the server. Where the
   browser keeps nothing, they last as long as the page. */
(function () {
  'use strict';
  const KEY = 'ccnt:stories';
  /* How many views a slide of a kind shows. */
  const VIEWS = {cover: 0, statement: 0, view: 1, pair: 2, table: 1, sources: 0};
  const MOST = {slides: 60, marks: 12};
  let unkept = null;

  const text = () => ({en: '', zh: ''});
  const copy = (record) => JSON.parse(JSON.stringify(record));

  function slide(kind, shows = []) {
    return {kind, title: text(), note: text(), speaker: text(), shows, marks: []};
  }

  /* The other language where one is empty, the name of the file where both are. */
  function titled(record, lang, untitled) {
    const {en, zh} = record.title || {};
    return (lang === 'zh' ? zh || en : en || zh) || `${untitled} (${record.story})`;
  }

  function understood(kept) {
    const state = JSON.parse(kept || '{}');
    const drafts = state && typeof state.drafts === 'object' && state.drafts ? state.drafts : {};
    const sound = Object.entries(drafts).filter(([, record]) => record && Array.isArray(record.slides));
    return {drafts: Object.fromEntries(sound), current: String((state && state.current) || '')};
  }

  /* What can't be understood is put aside, not written over. */
  function read() {
    if (unkept) return copy(unkept);
    let kept = null;
    try {
      kept = window.localStorage.getItem(KEY);
      return understood(kept);
    } catch (error) {
      if (kept !== null) try { window.localStorage.setItem(`${KEY}:broken`, kept); } catch (full) { /* nor can this be kept */ }
      return {drafts: {}, current: ''};
    }
  }

  /* Is it kept? */
  function write(state) {
    try {
      window.localStorage.setItem(KEY, JSON.stringify(state));
      unkept = null;
    } catch (error) {
      unkept = copy(state);
    }
    return !unkept;
  }

  function save(id, record) {
    const state = read();
    return write({drafts: {...state.drafts, [id]: record}, current: id});
  }

  function choose(id) {
    return write({...read(), current: id});
  }

  function remove(id) {
    const state = read();
    delete state.drafts[id];
    return write({...state, current: Object.keys(state.drafts).includes(state.current) ? state.current : Object.keys(state.drafts)[0] || ''});
  }

  /* A name that no draft has: story, story-2, story-3. */
  function unused(name) {
    const {drafts} = read();
    const stem = name.replace(/-\d\d?$/, '').slice(0, 50);
    const taken = (wanted) => wanted in drafts || Object.values(drafts).some((record) => record.story === wanted);
    let free = name;
    for (let number = 2; taken(free); number += 1) free = `${stem}-${number}`;
    return free;
  }

  /* What can be the name of a file, made of what is written. */
  function named(written) {
    return String(written || '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 60).replace(/-+$/, '');
  }

  /* A draft of its own for a record; its id. */
  function put(record) {
    const id = unused(named(record.story) || 'story');
    save(id, {...copy(record), story: id});
    return id;
  }

  function fresh() {
    return put({story: 'story', title: text(), about: text(), slides: [slide('cover'), slide('sources')]});
  }

  /* A slide goes to the end, before the sources that close a story; its number, 0 where there is no room. */
  function add(id, made) {
    const record = read().drafts[id];
    if (record.slides.length >= MOST.slides) return {at: 0, kept: true};
    const last = record.slides[record.slides.length - 1];
    const at = record.slides.length - (last && last.kind === 'sources' ? 1 : 0);
    record.slides.splice(at, 0, made);
    return {at: at + 1, kept: save(id, record)};
  }

  /* The choices of an address: language and theme are those of the room in which a story is shown. */
  function choices(query) {
    const asked = new URLSearchParams(query);
    asked.delete('lang');
    asked.delete('theme');
    const told = asked.toString();
    return told ? `?${told}` : '';
  }

  window.stories = {KEY, VIEWS, MOST, text, copy, slide, titled, read, save, choose, remove, unused, named, put, fresh, add, choices};
})();
