/* What is written: title and sentence of the story, title, note and speaker notes of a slide, in both languages side by
   side; and the kind of a slide, with two slides that become a pair and a pair that becomes two. */
(function () {
  'use strict';
  const {known, say, el, byId, slides, state, current, watch, change, replace} = window.storyEdit;
  const LANGUAGES = {en: 'en', zh: 'zh-CN'};
  const LONGEST = 4000;

  /* A pair of fields for one text; what is typed is kept at once. */
  function both(name, label, rows, get, what, hint = '') {
    const fields = Object.entries(LANGUAGES).map(function ([lang, tag]) {
      const told = {id: `${name}-${lang}`, lang: tag, rows, maxlength: LONGEST, 'data-writes': name, oninput: (event) => change(what, () => { get()[lang] = event.target.value; })};
      const area = el('textarea', told);
      area.value = get()[lang];
      return el('div', {class: 'field'}, el('label', {for: `${name}-${lang}`}, `${label} · ${say(lang)}`), area);
    });
    return el('div', {class: 'both'}, fields, hint ? el('p', {class: 'hint'}, hint) : null);
  }

  function story() {
    const place = byId('story-about');
    if (!state.record) return place.replaceChildren();
    const name = el('input', {type: 'text', id: 'story-name', maxlength: 60, value: state.record.story, 'aria-describedby': 'story-name-hint', autocomplete: 'off', spellcheck: 'false', onchange: rename});
    return place.replaceChildren(
      both('story-title', say('heading'), 1, () => state.record.title, 'story'),
      both('story-sentence', say('sentence'), 2, () => state.record.about, 'story', say('same')),
      el('div', {class: 'field'}, el('label', {for: 'story-name'}, say('name')), name, el('p', {class: 'hint', id: 'story-name-hint'}, say('name_hint'))),
    );
  }

  /* The name is that of the file: it is made fit, or stays as it was. */
  function rename(event) {
    const wanted = window.stories.named(event.target.value);
    if (!wanted) window.storyEdit.tell(say('name_wrong', {name: event.target.value}));
    else change('story', () => { state.record.story = wanted; });
    event.target.value = state.record.story;
  }

  function fallback(kind) {
    const [chart, table] = [known.views.find((each) => each.chart), known.views.find((each) => !each.chart)];
    return {view: (kind === 'table' ? table : chart).view, query: '', data: known.number};
  }

  /* The same slide as another kind; what does not fit is left out, what is missing is the first view there is. */
  function turned(slide, kind) {
    const made = window.stories.copy({...slide, kind});
    const wanted = window.stories.VIEWS[kind];
    made.shows = made.shows.slice(0, wanted);
    if (kind === 'table' && made.shows[0] && window.storyEdit.viewOf(made.shows[0].view).chart) made.shows = [];
    while (made.shows.length < wanted) made.shows.push(fallback(kind));
    made.marks = made.marks.filter((mark) => made.shows[mark.on] && slide.shows[mark.on] && made.shows[mark.on].view === slide.shows[mark.on].view);
    return made;
  }

  function kindChanged(kind) {
    const lost = current().shows.slice(window.stories.VIEWS[kind]).map((shown) => window.storyEdit.viewOf(shown.view).name);
    const told = [say('changed', {kind: say(`kind.${kind}`)}), lost.length ? say('dropped', {views: lost.join(', ')}) : ''];
    replace(state.at, 1, [turned(current(), kind)], told.filter(Boolean).join(' '));
    byId('slide-is').focus();
  }

  const single = (slide) => Boolean(slide) && ['view', 'table'].includes(slide.kind);

  function joined(one, other) {
    const mixed = (name) => ({en: [one[name].en, other[name].en].filter(Boolean).join(name === 'title' ? ' · ' : '\n'), zh: [one[name].zh, other[name].zh].filter(Boolean).join(name === 'title' ? ' · ' : '\n')});
    const marks = [...one.marks, ...other.marks.map((mark) => ({...mark, on: 1}))].slice(0, known.most.marks);
    return window.stories.copy({kind: 'pair', title: mixed('title'), note: mixed('note'), speaker: mixed('speaker'), shows: [...one.shows, ...other.shows], marks});
  }

  /* Title, note and speaker notes stay with the first. */
  function parted(pair) {
    return pair.shows.map(function (shown, on) {
      const made = window.stories.slide(window.storyEdit.viewOf(shown.view).chart ? 'view' : 'table', [{...shown}]);
      made.marks = window.stories.copy(pair.marks.filter((mark) => mark.on === on)).map((mark) => ({...mark, on: 0}));
      return on ? made : {...made, title: {...pair.title}, note: {...pair.note}, speaker: {...pair.speaker}};
    });
  }

  function swapped(pair) {
    const made = window.stories.copy(pair);
    made.shows.reverse();
    made.marks.forEach((mark) => { mark.on = 1 - mark.on; });
    return made;
  }

  function kinds() {
    const slide = current();
    const next = slides()[state.at + 1];
    const choice = el('select', {id: 'slide-is', class: 'button', onchange: (event) => kindChanged(event.target.value)}, Object.keys(known.kinds).map((kind) => el('option', {value: kind, selected: kind === slide.kind}, say(`kind.${kind}`))));
    const way = (name, press) => el('button', {type: 'button', class: 'button plain', 'data-way': name, onclick: press}, say(name));
    const ways = [
      single(slide) && single(next) ? way('join', () => replace(state.at, 2, [joined(slide, next)], say('joined'))) : null,
      slide.kind === 'pair' ? way('swap', () => replace(state.at, 1, [swapped(slide)], '')) : null,
      slide.kind === 'pair' ? way('part', () => replace(state.at, 1, parted(slide), say('parted'))) : null,
    ];
    return el('div', {class: 'row'}, el('label', {for: 'slide-is'}, say('kind')), choice, ways);
  }

  function form() {
    const place = byId('slide-form');
    place.hidden = !current();
    if (!current()) return place.replaceChildren();
    const text = (name) => () => current()[name];
    return place.replaceChildren(
      kinds(),
      ...window.storyEdit.shows(),
      both('slide-title', say('heading'), 2, text('title'), 'words', current().shows.length ? say('drawn_title') : ''),
      both('slide-note', say('note'), 2, text('note'), 'words'),
      both('slide-speaker', say('speaker'), 4, text('speaker'), 'spoken', say('same')),
    );
  }

  watch(function (what) {
    if (what === 'all') story();
    if (['all', 'slide', 'views'].includes(what)) form();
    const number = current() ? say('slide', {number: state.at + 1, all: slides().length}) : '';
    byId('slide-number').textContent = number;
  });

  Object.assign(window.storyEdit, {both, turned, fallback});
})();
