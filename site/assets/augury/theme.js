// Light, dark, or what the system says. This file is loaded before the page is drawn, so that no page flashes in the other theme.
'use strict';
{
  const names = ['system', 'light', 'dark'];
  const kept = () => {
    try {
      return localStorage.getItem('augury-theme');
    } catch {
      return null;
    }
  };
  const show = (name) => {
    if (name === 'light' || name === 'dark') document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
  };
  show(kept());
  // Other open pages follow.
  addEventListener('storage', (event) => event.key === 'augury-theme' && show(event.newValue));

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('button.theme')) return;
    const next = names[(names.indexOf(document.documentElement.dataset.theme || 'system') + 1) % names.length];
    show(next);
    try {
      localStorage.setItem('augury-theme', next);
    } catch {
      // Where nothing may be kept the choice holds for this page.
    }
  });
}
