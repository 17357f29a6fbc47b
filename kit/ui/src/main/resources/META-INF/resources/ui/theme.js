// Runs before the first paint, blocking and tiny: applies the chosen theme, so that no page flashes in the wrong one.
(() => {
  const chosen = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie);
  if (chosen) document.documentElement.dataset.theme = chosen[1];
})();
