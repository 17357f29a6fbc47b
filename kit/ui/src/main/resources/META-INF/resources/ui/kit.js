/* Groundswell's page behaviour: theme, toasts, keys, live stream, times. Plain modules, no build step, no eval. */

const page = document.documentElement;
const cookie = (name, value) => {
  document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${value ? 31536000 : 0}`;
};
const cookieIs = (name, value) => document.cookie.split('; ').includes(`${name}=${value}`);

// ---------------------------------------------------------------- theme
const theme = document.getElementById('theme');
if (theme) {
  theme.value = page.dataset.theme ?? 'auto';
  theme.addEventListener('change', () => {
    const auto = theme.value === 'auto';
    cookie('theme', auto ? '' : theme.value);
    if (auto) delete page.dataset.theme;
    else page.dataset.theme = theme.value;
    document.dispatchEvent(new Event('themechange'));
  });
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => document.dispatchEvent(new Event('themechange')));

// ---------------------------------------------------------------- navigation
// On a low screen the page one is on may lie below the edge of the list.
document.querySelector('#nav [aria-current]')?.scrollIntoView({ block: 'nearest' });

// ---------------------------------------------------------------- toasts
const toasts = document.getElementById('toasts');

/** Says something politely; what went wrong stays until it is closed, what went well leaves by itself. */
export function toast(title, detail, wrong) {
  if (!toasts) return;
  const box = document.createElement('div');
  box.className = wrong ? 'toast wrong' : 'toast';
  box.append(Object.assign(document.createElement('b'), { textContent: title }));
  if (detail) box.append(Object.assign(document.createElement('p'), { textContent: detail }));
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'btn bare', textContent: 'Dismiss' });
  close.addEventListener('click', () => box.remove());
  box.append(close);
  toasts.append(box);
  while (toasts.children.length > 3) toasts.firstElementChild.remove();
  if (!wrong) setTimeout(() => box.remove(), 6000);
}
/** A link that is shown once: it stays until it is closed, ready to be copied. */
function toastLink(title, path) {
  toast(title, ' ', true);
  const box = toasts.lastElementChild, link = new URL(path, location.href).href;
  box.classList.remove('wrong');
  const field = Object.assign(document.createElement('input'), { className: 'input', readOnly: true, value: link, ariaLabel: 'Link for the customer' });
  field.addEventListener('focus', () => field.select());
  box.querySelector('p').replaceChildren(field);
  field.focus();
}
// A response may say what it did: HX-Trigger: {"toast":"Ticket resolved"}
document.addEventListener('toast', e => toast(e.detail.value ?? e.detail));

// ---------------------------------------------------------------- htmx: problems, forms
function problemOf(xhr) {
  if (xhr.status === 412) return { title: 'This has changed since you opened it', detail: 'You see the new state now, and your text is still here: send it again if it still fits.' };
  try {
    if (/problem\+json/.test(xhr.getResponseHeader('Content-Type'))) return JSON.parse(xhr.responseText);
  } catch { /* not the shape it claims: say the plain thing below */ }
  return { title: xhr.status === 403 ? 'Your role does not allow this' : 'That did not work', detail: `The server answered ${xhr.status}. Nothing was changed.` };
}
function marked(form, errors = []) {
  form.querySelectorAll('[aria-invalid]').forEach(el => el.removeAttribute('aria-invalid'));
  form.querySelectorAll('.wrong').forEach(el => el.remove());
  for (const { field, message } of errors) {
    const input = form.elements[field];
    if (!input?.closest) continue;
    input.setAttribute('aria-invalid', 'true');
    const note = Object.assign(document.createElement('span'), { className: 'wrong', textContent: message, id: `${input.id || field}-wrong` });
    input.setAttribute('aria-describedby', note.id);
    input.closest('.field')?.append(note);
  }
  form.querySelector('[aria-invalid]')?.focus();
}
// What a page asks for by itself: it tries again by itself too, and says once that what it shows is getting old.
const isPoll = e => !e.detail.requestConfig?.triggeringEvent;
// data-guest: a part that another service adds to the page. Where that is away, the page goes on without it, silently, and
// shows nothing of it rather than what was.
const isGuest = e => e.detail.elt.hasAttribute('data-guest');
let lastNews = new Date(), noNews;
function newsFailed() {
  if (noNews) return;
  toast('Not up to date', `Groundswell can’t be reached. You see the state of ${formats.time.format(lastNews)}; this page goes on as soon as it can.`, true);
  noNews = toasts?.lastElementChild;
}
function newsCame() {
  lastNews = new Date();
  noNews?.remove();
  noNews = undefined;
}
document.addEventListener('htmx:responseError', e => {
  if (isGuest(e)) return e.detail.elt.replaceChildren();
  const { xhr, elt } = e.detail;
  if (xhr.status === 401) return void location.assign('/login?next=' + encodeURIComponent(location.pathname + location.search));
  if (isPoll(e)) return newsFailed();
  const problem = problemOf(xhr);
  toast(problem.title ?? 'That did not work', problem.detail, true);
  const form = elt.closest('form');
  if (form) marked(form, problem.errors);
  if (xhr.status === 412) document.body.dispatchEvent(new Event('stale')); // whoever shows an old state fetches the new one
});
for (const failed of ['htmx:sendError', 'htmx:timeout'])
  document.addEventListener(failed, e => {
    if (isGuest(e)) return e.detail.elt.replaceChildren();
    if (isPoll(e)) return newsFailed();
    toast('Groundswell can’t be reached', 'Your text is still here. Try again in a moment.', true);
  });
document.addEventListener('htmx:afterRequest', e => {
  const { elt, successful, xhr } = e.detail;
  if (isGuest(e)) return;
  if (successful && isPoll(e)) newsCame();
  if (!successful || !elt.matches('form')) return;
  marked(elt);
  delete elt.dataset.sent;
  if (elt.closest('[hx-ext~=api]')) {
    const version = document.getElementById('version'), tag = xhr.getResponseHeader('ETag');
    if (version && tag) version.value = tag.replaceAll('"', '');
    document.body.dispatchEvent(new Event('changed'));
  }
  if (elt.dataset.show) toastLink(elt.dataset.done, JSON.parse(xhr.responseText)[elt.dataset.show]);
  else if (elt.dataset.done) toast(elt.dataset.done);
  if (elt.hasAttribute('data-clear')) elt.reset();
  elt.closest('details.menu')?.removeAttribute('open');
});
// hx-ext="api": the form is sent to the REST API as JSON, empty fields left out. What #version holds goes as If-Match, so
// that nobody overwrites what they have not seen; an Idempotency-Key of its own makes a second try safe. Once it is
// accepted, "changed" is dispatched on the body, and data-done is said.
window.htmx?.defineExtension('api', {
  onEvent(name, e) {
    if (name !== 'htmx:configRequest') return;
    e.detail.headers['Content-Type'] = 'application/json';
    e.detail.headers.Accept = 'application/json';
    const version = document.getElementById('version')?.value;
    if (version && !e.detail.elt.dataset.show) e.detail.headers['If-Match'] = `"${version}"`;
  },
  encodeParameters(xhr, values, elt) {
    const form = elt.closest('form'), body = {};
    for (const [name, value] of values.entries()) if (value !== '') body[name] = value;
    const json = JSON.stringify(body), [sent, key] = (form.dataset.sent ?? '').split(/ (?=\S+$)/);
    const once = sent === json ? key : [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
    form.dataset.sent = `${json} ${once}`;
    xhr.setRequestHeader('Idempotency-Key', once);
    return json;
  }
});
// What had the focus was swapped away: go on from the part that replaced it, not from the top of the page.
let lastPart;
document.addEventListener('htmx:oobBeforeSwap', e => { if (e.detail.target.contains(document.activeElement)) lastPart = e.detail.target.id; });
document.addEventListener('htmx:oobAfterSwap', () => {
  if (!lastPart || document.activeElement !== document.body) return;
  const part = document.getElementById(lastPart);
  part?.setAttribute('tabindex', '-1');
  part?.focus({ preventScroll: true });
});

// ---------------------------------------------------------------- menus close by Escape and by a click beside them
document.addEventListener('click', e => document.querySelectorAll('details.menu[open]').forEach(m => m.contains(e.target) || m.removeAttribute('open')));
document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  const open = document.activeElement?.closest('details.menu[open]') ?? document.querySelector('details.menu[open]');
  if (open) { open.removeAttribute('open'); open.querySelector('summary').focus(); }
});

// ---------------------------------------------------------------- a <details> that the address names stands open
function openNamed() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && named.matches('details:not([open])')) { named.open = true; named.scrollIntoView(); }
}
addEventListener('hashchange', openNamed);
openNamed();

// ---------------------------------------------------------------- keys
// j/k walk the links of [data-rows]; / goes to [data-search]; ? shows the list; any other single letter activates
// [data-key], that of the row with the focus before all others. Single keys can be switched off (WCAG 2.1.4), and never fire while one is typing.
const keys = document.getElementById('keys');
const keysOn = document.getElementById('keys-on');
if (keysOn) {
  keysOn.checked = !cookieIs('keys', 'off');
  keysOn.addEventListener('change', () => cookie('keys', keysOn.checked ? '' : 'off'));
}
document.getElementById('keys-open')?.addEventListener('click', () => showKeys());
function showKeys() {
  const named = [...new Map([...document.querySelectorAll('[data-key][data-key-name]')].map(el => [el.dataset.key, el])).values()];
  const own = document.getElementById('keys-own');
  own.hidden = !named.length;
  own.replaceChildren(...named.flatMap(el => {
    const key = document.createElement('dt');
    key.append(Object.assign(document.createElement('kbd'), { textContent: el.dataset.key }));
    return [key, Object.assign(document.createElement('dd'), { textContent: el.dataset.keyName })];
  }));
  keys.showModal();
}
function walk(step) {
  const links = [...document.querySelectorAll('[data-rows] [data-row]')];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + step))].focus();
}
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || keys?.open) return;
  if (e.target.closest('input, textarea, select, [contenteditable]')) {
    if (e.key === 'Escape') e.target.blur();
    return;
  }
  if (keysOn && !keysOn.checked) return;
  const wanted = `[data-key="${CSS.escape(e.key)}"]`;
  const own = document.activeElement?.closest('[data-rows] > li')?.querySelector(wanted) ?? document.querySelector(wanted);
  const act = { j: () => walk(1), k: () => walk(-1), '/': () => document.querySelector('[data-search]')?.focus(), '?': showKeys }[e.key]
    ?? (own && (() => activate(own)));
  if (!act) return;
  e.preventDefault();
  act();
});
function activate(el) {
  if (!el.matches('summary')) return el.click();
  el.parentElement.open = true;
  (el.parentElement.querySelector('textarea, select, input:not([type=hidden])') ?? el).focus();
}

// ---------------------------------------------------------------- <live-stream src="/operations/stream" events="figures queues">
// One per page. Event "x" with HTML replaces the children of every [data-live="x"] and is dispatched as "live:x", which
// charts listen to. EventSource itself gives up on an answer other than 200, and does not notice a half-dead line:
// so it is opened again after a growing pause, and whenever nothing (not even the server's "beat") came for 30 s.
class LiveStream extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'status');
    this.failures = 0;
    this.say('connecting');
    this.open();
    this.seen = () => document.hidden ? this.pause() : this.open();
    document.addEventListener('visibilitychange', this.seen);
  }
  disconnectedCallback() {
    this.pause();
    document.removeEventListener('visibilitychange', this.seen);
  }
  open() {
    clearTimeout(this.retry);
    this.source?.close();
    const source = this.source = new EventSource(this.getAttribute('src'));
    this.beat();
    source.onopen = () => { this.beat(); this.failures = 0; this.say('live'); document.dispatchEvent(new Event('live:open')); };
    source.onerror = () => { this.say('reconnecting'); if (source.readyState === EventSource.CLOSED) this.later(); };
    source.addEventListener('beat', () => { this.beat(); this.say('live'); });
    for (const name of this.getAttribute('events').split(' '))
      source.addEventListener(name, e => {
        this.beat();
        this.say('live');
        document.querySelectorAll(`[data-live="${name}"]`).forEach(el => swap(el, e.data));
        document.dispatchEvent(new CustomEvent('live:' + name, { detail: e.data }));
      });
  }
  later() {
    clearTimeout(this.retry);
    const pause = Math.min(30, 2 ** this.failures++) * 1000 * (0.75 + Math.random() / 2);
    this.retry = setTimeout(() => this.open(), pause);
  }
  beat() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => { this.say('stale'); this.source.close(); this.later(); }, 30000);
  }
  pause() {
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.source?.close();
    this.say('paused');
  }
  say(state) {
    if (this.dataset.state === state) return;
    this.dataset.state = state;
    this.textContent = { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…', paused: 'Paused', stale: 'No recent data' }[state];
  }
}
customElements.define('live-stream', LiveStream);

// The event "changed" says that numbers may be others: the page is read again, and each [data-fresh] of it whose HTML is
// another one than before takes the new one. What else stands on the page, such as an opened <details>, is left alone.
const fresh = new Map();
let reading = false, again = false;
const pause = ms => new Promise(done => setTimeout(done, ms));
async function refresh() {
  if (reading) { again = true; return; }
  reading = true;
  try {
    await pause(Math.random() * 3000); // not everybody at once
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store', signal: AbortSignal.timeout(20000) });
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const el of document.querySelectorAll('[data-fresh][id]')) {
        const html = page.getElementById(el.id)?.innerHTML;
        if (html === undefined || html === fresh.get(el.id)) continue;
        while (el.querySelector(':active')) await pause(200); // somebody is about to click
        fresh.set(el.id, html);
        swap(el, html);
      }
    }
  } catch { /* the next event tries again */ }
  reading = false;
  if (again) { again = false; refresh(); }
}
let opened = 0;
document.addEventListener('live:changed', refresh);
document.addEventListener('live:open', () => { if (opened++ && document.querySelector('[data-fresh]')) refresh(); });

// Replaces children; a cell whose [data-k] text changed lights up for a moment. Focus inside is kept, by id, link or place,
// and so are each <details> with an id that was opened, and how far a table was scrolled.
function swap(el, html) {
  const old = new Map([...el.querySelectorAll('[data-k]')].map(n => [n.dataset.k, n.textContent]));
  const focus = el.contains(document.activeElement) ? document.activeElement : null;
  const link = focus?.getAttribute('href');
  const same = focus && (focus.id ? '#' + CSS.escape(focus.id) : focus.matches('details[id] > summary') ? `#${CSS.escape(focus.parentElement.id)} > summary` : link ? `[href="${CSS.escape(link)}"]` : focus.matches('.scroll') ? '.scroll' : null);
  const left = [...el.querySelectorAll('.scroll')].map(n => n.scrollLeft);
  const opened = [...el.querySelectorAll('details[id][open]')].map(n => n.id);
  el.innerHTML = html;
  window.htmx?.process(el);
  for (const n of el.querySelectorAll('[data-k]'))
    if (old.has(n.dataset.k) && old.get(n.dataset.k) !== n.textContent) n.classList.add('changed');
  for (const id of opened) el.querySelector('#' + CSS.escape(id))?.setAttribute('open', '');
  el.querySelectorAll('.scroll').forEach((n, i) => { n.scrollLeft = left[i] ?? 0; });
  if (same) el.querySelector(same)?.focus({ preventScroll: true });
}

// ---------------------------------------------------------------- <local-time at="2026-01-05T09:12:00Z" as="time|day|moment|age|left">
// The server writes UTC; the reader sees their own zone, and the exact moment as a title. Ages and what is left count on.
const formats = {
  time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
  moment: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  past: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  title: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' })
};
export function age(ms) {
  const min = Math.max(0, Math.floor(ms / 60000));
  if (min < 1) return 'just now';
  if (min < 60) return `${min} min`;
  if (min < 1440) return `${Math.floor(min / 60)} h${min % 60 ? ` ${min % 60} min` : ''}`;
  if (min < 1440 * 60) return `${Math.floor(min / 1440)} d${min < 1440 * 4 && Math.floor(min / 60) % 24 ? ` ${Math.floor(min / 60) % 24} h` : ''}`;
  return `${Math.floor(min / 43200)} months`;
}
function left(ms) {
  if (Math.abs(ms) < 60000) return 'now';
  return ms > 0 ? `in ${age(ms)}` : `${age(-ms)} ago`;
}
class LocalTime extends HTMLElement {
  connectedCallback() {
    this.show();
    if (/^(age|left)$/.test(this.getAttribute('as'))) this.timer = setInterval(() => this.show(), 30000);
  }
  disconnectedCallback() { clearInterval(this.timer); }
  show() {
    const at = new Date(this.getAttribute('at'));
    if (isNaN(at)) return;
    const given = this.getAttribute('as') ?? 'moment', inner = this.querySelector('time') ?? this;
    const as = given === 'moment' && at.getFullYear() !== new Date().getFullYear() ? 'past' : given;
    inner.textContent = as === 'age' ? age(Date.now() - at) : as === 'left' ? left(at - Date.now()) : formats[as].format(at);
    inner.title = formats.title.format(at);
  }
}
customElements.define('local-time', LocalTime);

// ---------------------------------------------------------------- <spark-line values="1,2,3">
class SparkLine extends HTMLElement {
  connectedCallback() {
    const values = (this.getAttribute('values') ?? '').split(',').filter(Boolean).map(Number), w = 96, h = 28, pad = 3;
    if (values.length < 2) return;
    const low = Math.min(...values), high = Math.max(...values), scale = (h - 2 * pad) / (high - low || 1);
    const points = values.map((y, i) => [pad + i * (w - 2 * pad) / (values.length - 1), high === low ? h / 2 : h - pad - (y - low) * scale].map(n => n.toFixed(1)));
    const [x, y] = points.at(-1);
    this.innerHTML = `<svg viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" aria-hidden="true"><path d="M${points.map(p => p.join(' ')).join('L')}"/><circle cx="${x}" cy="${y}" r="2.4"/></svg>`;
  }
}
customElements.define('spark-line', SparkLine);
