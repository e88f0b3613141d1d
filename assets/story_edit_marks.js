/* What is pointed at on the slide in hand: arrows, labels, highlighted places, each with its fields below the preview. */
(function () {
  'use strict';
  const {known, say, el, byId, current, viewOf, watch, change, tell} = window.storyEdit;
  const LANGUAGES = {en: 'en', zh: 'zh-CN'};

  const many = () => current().shows.length > 1;
  /* Where marks are places, a place can be highlighted: the views of the slide that can, by number. */
  const placed = () => current().shows.map((shown, at) => (viewOf(shown.view).places ? at : -1)).filter((at) => at >= 0);

  function add(mark) {
    if (current().marks.length >= known.most.marks) {
      tell(say('mark_most', {number: known.most.marks}));
      return -1;
    }
    change(mark.kind === 'region' ? 'region' : 'marks', (record, slide) => slide.marks.push(mark));
    return current().marks.length - 1;
  }

  function remove(at) {
    const slide = current();
    const [gone] = slide.marks.slice(at, at + 1);
    change(gone.kind === 'region' ? 'region' : 'marks', () => slide.marks.splice(at, 1));
    tell(say('mark_deleted', {number: at + 1}), () => slide.marks.splice(Math.min(at, slide.marks.length), 0, gone));
    const next = byId('slide-marks').querySelector('fieldset button') || byId('mark-tools').querySelector('button');
    if (next) next.focus();
  }

  function texts(mark, at) {
    return el('div', {class: 'both'}, Object.entries(LANGUAGES).map(function ([lang, tag]) {
      const id = `mark-${at}-${lang}`;
      const field = el('input', {type: 'text', id, lang: tag, maxlength: 200, value: mark.text[lang], oninput: (event) => change('marked', () => { mark.text[lang] = event.target.value; })});
      return el('div', {class: 'field'}, el('label', {for: id}, `${say('text')} · ${say(lang)}`), field);
    }));
  }

  function region(mark, at) {
    const id = `mark-${at}-region`;
    const options = known.places.map(({code, name}) => el('option', {value: code, selected: code === mark.region}, name));
    const choice = el('select', {id, class: 'button', onchange: (event) => change('region', () => { mark.region = event.target.value; })}, options);
    return el('div', {class: 'field'}, el('label', {for: id}, say('region_code')), choice);
  }

  /* Of two views, the one that a mark belongs to. */
  function on(mark, at) {
    const able = mark.kind === 'region' ? placed() : current().shows.map((shown, number) => number);
    if (!many() || able.length < 2) return null;
    const id = `mark-${at}-on`;
    const options = able.map((number) => el('option', {value: number, selected: number === mark.on}, `${number + 1} · ${viewOf(current().shows[number].view).name}`));
    const choice = el('select', {id, class: 'button', onchange: (event) => change(mark.kind === 'region' ? 'region' : 'marks', () => { mark.on = Number(event.target.value); })}, options);
    return el('div', {class: 'field'}, el('label', {for: id}, say('mark_on')), choice);
  }

  function fields(mark, at) {
    const label = say('mark_delete', {number: at + 1});
    return el('fieldset', {class: 'mark'}, el('legend', {}, `${at + 1} · ${say(mark.kind)}`),
      mark.kind === 'region' ? region(mark, at) : texts(mark, at), on(mark, at),
      el('button', {type: 'button', class: 'button plain', 'aria-label': label, title: label, onclick: () => remove(at)}, '×'));
  }

  function tools() {
    const place = byId('mark-tools');
    place.hidden = !current() || !current().shows.length;
    if (place.hidden) return place.replaceChildren();
    const tool = (name, press) => el('button', {type: 'button', class: 'button plain', 'data-mark': name, onclick: press}, say(name));
    const can = placed();
    return place.replaceChildren(
      el('span', {class: 'kicker'}, say('marks')),
      tool('arrow', (click) => window.storyEdit.place('arrow', click)), tool('label', (click) => window.storyEdit.place('label', click)),
      ...(can.length ? [tool('region', highlight)] : []),
    );
  }

  function highlight() {
    const at = add({kind: 'region', on: placed()[0], region: known.places[0].code});
    if (at >= 0) byId(`mark-${at}-region`).focus();
  }

  watch(function (what) {
    if (!['all', 'slide', 'views', 'marks', 'region'].includes(what)) return;
    if (what !== 'marks' && what !== 'region') tools();
    const focused = document.activeElement && document.activeElement.id;
    const marks = current() ? current().marks : [];
    const keys = marks.some((mark) => mark.kind !== 'region') ? [el('p', {class: 'hint'}, say('keys'))] : [];
    byId('slide-marks').replaceChildren(...keys, ...marks.map(fields));
    if (focused && focused.startsWith('mark-') && byId(focused)) byId(focused).focus();
  });

  Object.assign(window.storyEdit, {addMark: add, removeMark: remove});
  window.storyEdit.marksOf = () => (current() ? current().marks.map((mark, at) => [mark, at]).filter(([mark]) => mark.kind !== 'region') : []);
})();
