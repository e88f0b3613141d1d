/* Copies a text into the clipboard, and keeps the address in the citation of a page that of the choices made. */
(function () {
  'use strict';

  /* Without a secure connection a browser has no clipboard for pages, but still copies what is selected. */
  async function copy(element) {
    if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent);
    window.getSelection().selectAllChildren(element);
    document.execCommand('copy');
    return undefined;
  }

  function here() {
    document.querySelectorAll('[data-here]').forEach(function (told) {
      told.textContent = window.location.href.split('#')[0];
    });
  }

  ['pushState', 'replaceState'].forEach(function (name) {
    const before = window.history[name];
    window.history[name] = function (...told) {
      before.apply(this, told);
      here();
    };
  });
  window.addEventListener('popstate', here);

  document.addEventListener('click', async function (click) {
    const button = click.target.closest('[data-copies]');
    if (!button) return;
    const before = button.textContent;
    await copy(document.getElementById(button.dataset.copies));
    button.textContent = button.dataset.copied;
    setTimeout(function () { button.textContent = before; }, 2000);
  });
})();
