/* Long work can be watched and cancelled: a link to a file is fetched, and what takes longer than a moment gets a line
   with its progress and a button. Without this script the links lead to the same files. */
(function () {
  'use strict';
  const PATIENCE = 300;
  const STAYS = 6000;
  const running = new Set();
  const place = () => document.getElementById('taking');

  function sized(bytes) {
    return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  }

  function said(name, holes = {}) {
    return Object.entries(holes).reduce((text, [hole, value]) => text.replace(`{${hole}}`, value), place().dataset[name]);
  }

  /* A line of its own for each piece of work. */
  function line() {
    const row = document.createElement('p');
    const text = document.createElement('span');
    row.append(text);
    return {
      row,
      write(told) {
        if (text.textContent !== told) text.textContent = told;
      },
      show(cancel) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button plain';
        button.textContent = said('cancel');
        button.addEventListener('click', cancel);
        row.append(button);
        place().append(row);
      },
      finish(told) {
        row.querySelectorAll('button').forEach((button) => button.remove());
        if (!told) return row.remove();
        text.textContent = told;
        place().append(row);
        return setTimeout(() => row.remove(), STAYS);
      },
    };
  }

  /* Does `what(signal, note)`; `note` tells how far it is. */
  async function work(what, begun) {
    const control = new AbortController();
    const shown = line();
    shown.write(begun);
    const wait = setTimeout(() => shown.show(() => control.abort()), PATIENCE);
    running.add(control);
    let end = '';
    try {
      await what(control.signal, shown.write);
    } catch (error) {
      end = control.signal.aborted ? said('cancelled') : error.told || said('failed');
    }
    clearTimeout(wait);
    running.delete(control);
    shown.finish(end);
  }

  async function refused(answer) {
    const error = new Error(String(answer.status));
    const kind = answer.headers.get('Content-Type') || '';
    if (kind.includes('json')) error.told = (await answer.json()).detail;
    else if (kind.includes('text/plain')) error.told = (await answer.text()).trim();
    return error;
  }

  /* The name that the server gives the file. */
  function named(answer, address) {
    const told = answer.headers.get('Content-Disposition') || '';
    const long = told.match(/filename\*=UTF-8''([^;]+)/i);
    const plain = told.match(/filename="([^"]+)"/i);
    return long ? decodeURIComponent(long[1]) : plain ? plain[1] : address.pathname.split('/').pop();
  }

  async function fetched(address, signal, note) {
    const answer = await fetch(address, {signal});
    if (!answer.ok) throw await refused(answer);
    /* A packed answer tells how long it is packed, not how long it will be. */
    const all = answer.headers.get('Content-Encoding') ? 0 : Number(answer.headers.get('Content-Length'));
    const reader = answer.body.getReader();
    const pieces = [];
    let done = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      done += piece.value.length;
      note(all ? said('of', {done: sized(done), all: sized(all)}) : said('done', {done: sized(done)}));
    }
    signal.throwIfAborted();
    save(new Blob(pieces, {type: answer.headers.get('Content-Type') || ''}), named(answer, address));
  }

  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* A citation as text is shown by the browser; what is opened elsewhere by a key is left to it. */
  document.addEventListener('click', function (click) {
    const link = click.target.closest && click.target.closest('.take a[href]');
    if (!link || !place() || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    const address = new URL(link.href);
    if (address.pathname.endsWith('.txt')) return;
    click.preventDefault();
    work((signal, note) => fetched(address, signal, note), said('begun'));
  });

  document.addEventListener('keydown', function (press) {
    if (press.key !== 'Escape' || !running.size) return;
    press.stopImmediatePropagation();
    running.forEach((control) => control.abort());
  }, true);

  window.taking = {work, save, said};
})();
