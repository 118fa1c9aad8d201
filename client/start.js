// Stands before everything else, and runs in any browser: it takes the secret out of the address bar, begins to claim a seat
// while the page itself is still on its way, and says so where that cannot start. client/live/secret.ts takes over from it.
(function () {
  var modules = 'noModule' in document.createElement('script');
  var fragment = location.hash.slice(1);
  var bare = location.pathname + location.search;
  var put = function (hash) {
    history.replaceState(null, '', bare + hash);
  };
  var claim = function () {
    var at = /^\/m\/[\w-]+(?=\/j$)/.exec(location.pathname);
    // Only where the page is sure to run: a seat that is claimed counts as taken.
    var able = window.fetch && 'replaceChildren' in document;
    if (!at || !able || !fragment || fragment.indexOf('invite=') === 0) return null;
    return fetch(at[0] + '/api/claim', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: fragment }),
    })
      .then(function (response) {
        return response.json();
      })
      .then(null, function () {
        // No answer: the page asks again by itself, once it is there.
        giveBack();
        return null;
      });
  };
  // Whoever loads again a page that did not come must find the secret where it was.
  var giveBack = function () {
    if (fragment && window.begun) put('#' + fragment);
  };
  var say = function () {
    var place = document.getElementById('start');
    var root = document.getElementById('root');
    if (!place || !root || root.firstChild) return;
    place.hidden = false;
    giveBack();
  };
  // Also a script that cannot be fetched; such an event stops at its element unless it is caught on the way.
  window.addEventListener('error', say, true);
  window.addEventListener('unhandledrejection', say);
  // A browser that is too old for the page keeps the address whole, to be opened in another one.
  if (!modules) return window.addEventListener('load', say);
  if (fragment) put('');
  window.begun = { fragment: fragment, claim: claim() };
})();
