/* Stories as a whole: chosen, begun, opened from a file, taken over from the site, downloaded, deleted. */
(function () {
  'use strict';
  const {known, say, el, byId, state, watch, tell, complain, open} = window.storyEdit;
  const LARGEST = 1e6;

  const name = () => window.stories.titled(state.record, known.lang, known.untitled);

  function fileOf(record) {
    return new Blob([`${JSON.stringify(record, null, 1)}\n`], {type: 'application/json'});
  }

  function save(blob, called) {
    const link = el('a', {href: URL.createObjectURL(blob), download: called});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function download() {
    save(fileOf(state.record), `${state.record.story}.json`);
  }

  function start(record, told = () => '') {
    const id = record ? window.stories.put(record) : window.stories.fresh();
    open(id);
    window.storyEdit.keep();
    tell(told());
    byId('story-itself').open = !record;
  }

  async function checked(text, file) {
    const answer = await fetch(`/present/check?name=${encodeURIComponent(file)}`, {method: 'POST', body: text, headers: {'Content-Type': 'application/json'}});
    const told = await answer.json();
    return answer.ok ? told : {wrong: told.wrong};
  }

  /* A file that can't be read changes nothing; one that names what the data set does not have is opened and told of. */
  async function read(file) {
    complain('');
    if (file.size > LARGEST) return complain(say('large', {file: file.name}));
    let told;
    try {
      told = await checked(file, file.name);
    } catch (error) {
      return complain(say('unchecked'));
    }
    if (told.wrong) return complain(say('refused', {file: file.name}), told.wrong);
    start(told.record, () => say('opened', {story: name()}));
    return told.misfits.length ? complain(say('misfits'), told.misfits) : undefined;
  }

  async function shipped(event) {
    const story = event.target.value;
    event.target.value = '';
    complain('');
    try {
      const answer = await fetch(`/present/${story}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      const record = await answer.json();
      start(record, () => say('opened', {story: name()}));
    } catch (error) {
      complain(say('unchecked'));
    }
  }

  async function pptx() {
    tell(say('made'));
    complain('');
    try {
      const answer = await fetch(`/present/deck.pptx?lang=${known.lang}&theme=${document.documentElement.dataset.theme}`, {method: 'POST', body: JSON.stringify(state.record), headers: {'Content-Type': 'application/json'}});
      if (answer.ok) {
        save(await answer.blob(), `${state.record.story}.pptx`);
        tell('');
      } else {
        const kind = answer.headers.get('Content-Type') || '';
        const told = kind.includes('json') ? await answer.json() : {};
        tell('');
        complain(say('unmade'), told.wrong || []);
      }
    } catch (error) {
      tell('');
      complain(say('unmade'));
    }
  }

  /* Asks in a dialog of the page: that of the browser can be forbidden, and speaks its own language. */
  function remove() {
    const dialog = el('dialog', {'aria-labelledby': 'story-sure'},
      el('p', {id: 'story-sure'}, say('sure', {story: name()})),
      el('form', {method: 'dialog', class: 'row'}, el('button', {class: 'button plain', value: 'no', autofocus: true}, say('no')), el('button', {class: 'button plain', value: 'yes', 'data-yes': true}, say('yes'))));
    dialog.addEventListener('close', function () {
      const told = say('removed', {story: name()});
      dialog.remove();
      if (dialog.returnValue !== 'yes') return byId('story-takes').querySelector('[data-does="remove"]').focus();
      window.stories.remove(state.id);
      open('');
      tell(told);
      return byId('story-choose').focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  function draw(what) {
    if (!['all', 'story'].includes(what)) return;
    const {drafts} = window.stories.read();
    const made = Object.entries(drafts).map(([id, record]) => new Option(window.stories.titled(record, known.lang, known.untitled), id, false, id === state.id));
    byId('story-choose').replaceChildren(...made);
    byId('story-choose').disabled = !made.length;
    byId('story-takes').hidden = !state.record;
    byId('story-itself').hidden = !state.record;
    byId('story-present').href = `/present/draft${known.kept}#${state.id}`;
    if (!state.record && !byId('story-said').textContent) tell(say('first'));
  }

  function begin() {
    const options = known.shipped.map((each) => el('option', {value: each.story}, each.title));
    byId('story-shipped').append(el('option', {value: ''}, say('shipped')), ...options);
    byId('story-shipped').addEventListener('change', shipped);
    byId('story-choose').addEventListener('change', (event) => open(event.target.value));
    byId('story-open').addEventListener('change', function (event) {
      const [file] = event.target.files;
      event.target.value = '';
      if (file) read(file);
    });
  }

  watch(draw);
  window.storyEdit.does = {download, pptx, remove, fresh: () => start(null)};
  window.storyEdit.begin = begin;
})();
