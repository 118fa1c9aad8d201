// Stands before everything else, and runs in any browser: it begins to claim a seat while the page itself is still on its way,
// the secret out of the address bar, and says so where the page cannot start. client/live/secret.ts takes over from it.
(function () {
  var modules = 'noModule' in document.createElement('script');
  var fragment = location.hash.slice(1);
  var put = function (hash) {
    history.replaceState(null, '', location.pathname + location.search + hash);
  };
  // Whoever loads the page anew before it is there: client/phone/join/waiting-secret.ts finds it here, and lets go of it.
  var keep = function (meeting) {
    try {
      sessionStorage.setItem(
        'kleroterion.waiting.' + meeting,
        JSON.stringify({ ticket: fragment }),
      );
      return true;
    } catch (refused) {
      return false;
    }
  };
  var claim = function (meeting) {
    return fetch('/m/' + meeting + '/api/claim', {
      method: 'POST',
      credentials: 'same-origin',
      // Also where the page is loaded anew meanwhile: the seat is taken then, and its cookie must come.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: fragment }),
    })
      .then(function (response) {
        return response.json();
      })
      .then(function (answer) {
        // Its clock is read when the page is there.
        if (answer.view) answer.view.heard = performance.now();
        return answer;
      })
      .then(null, function () {
        // No answer: the page asks again by itself, once it is there.
        return null;
      });
  };
  var say = function () {
    var place = document.getElementById('start');
    var root = document.getElementById('root');
    if (!place || !root || root.firstChild) return;
    place.hidden = false;
    // Another browser can open the address. A code that came into it meanwhile stays.
    if (window.begun && !location.hash) put('#' + window.begun.fragment);
  };
  // Also a script that cannot be fetched; such an event stops at its element unless it is caught on the way.
  window.addEventListener('error', say, true);
  window.addEventListener('unhandledrejection', say);
  // A browser that is too old for the page keeps the address whole, to be opened in another one.
  if (!modules) return window.addEventListener('load', say);
  var at = /^\/m\/([\w-]+)\/j$/.exec(location.pathname);
  // Only where the page is sure to run: a seat that is claimed counts as taken.
  var able = window.fetch && 'replaceChildren' in document;
  if (!at || !able || !fragment || fragment.indexOf('invite=') === 0) return;
  // What cannot be kept stays in the address until the page takes it out.
  if (keep(at[1])) put('');
  window.begun = { fragment: fragment, claim: claim(at[1]) };
})();
