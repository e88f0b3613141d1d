/* The lines that put a chart into a frame elsewhere: always those of the choices in the address. */
(function () {
  'use strict';

  const plain = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

  function fill() {
    document.querySelectorAll('details.embed[open]').forEach(function (opened) {
      const address = `${window.location.origin}/embed/${opened.dataset.embed}${window.location.search}`;
      const title = opened.closest('.card').querySelector('h2 span:last-child').textContent;
      opened.querySelector('pre').textContent =
        `<iframe src="${plain(address)}" title="${plain(title)}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`;
    });
  }

  /* The event of an opened element does not bubble; it is seen on its way down. */
  document.addEventListener('toggle', function (event) {
    if (event.target.matches && event.target.matches('details.embed')) fill();
  }, true);

  ['pushState', 'replaceState'].forEach(function (name) {
    const before = window.history[name];
    window.history[name] = function (...told) {
      before.apply(this, told);
      setTimeout(fill, 300);
      fill();
    };
  });
  window.addEventListener('popstate', fill);
})();
