// Stands before everything else, and runs in any browser: where the page itself cannot start, it says so.
(function () {
  var say = function () {
    var place = document.getElementById('start');
    var root = document.getElementById('root');
    if (place && root && !root.firstChild) place.hidden = false;
  };
  // Also a script that cannot be fetched; such an event stops at its element unless it is caught on the way.
  window.addEventListener('error', say, true);
  window.addEventListener('unhandledrejection', say);
  if (!('noModule' in document.createElement('script'))) window.addEventListener('load', say);
})();
