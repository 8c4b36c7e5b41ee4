// Opens the pages of a site, and that of an audit, in Chromium: each language on three screens, without scripts; then axe looks
// for what keeps people from reading or using them.
//
// node page-browser.mjs ORIGIN FOLDER [PAGE…]: the site, where pictures go, and which pages, all without. playwright-core,
// axe-core and the pages of the audit are in FOLDER.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [origin, folder, ...wanted] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];
const screens = {
  narrow: { viewport: { width: 360, height: 740 } },
  wide: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};
const ask = (name, tld) => `/?${new URLSearchParams({ name, tld })}`;
const pages = {
  form: '/?name=',
  refused: ask('Bü·cher☃', 'ch'),
  valid: ask('bücher', 'ch'),
  arabic: ask('دبي٣۳', 'ae'),
  thai: ask('ภาษาไทย', 'th'),
  han: ask('台灣', 'cn'),
  variants: ask('cafe', 'ca'),
  unknown: ask('пример.испытание', ''),
  hostile: ask('a\u202Eb<script>\u0301', 'ch'),
  policies: '/policy?',
  policy: '/policy/ch?',
  beside: '/policy/ch/beside/ch-start?',
  table: '/policy/ch/table/ch-latn?',
  nothing: '/policy/nothing?',
};
// What a page may ask for besides itself.
const allowed = new Set(['/style.css', '/favicon.ico']);

const pictures = join(folder, 'pictures');
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const faults = new Set();

/** Notes a fault, and tells it at once: the run takes minutes. */
function fault(text) {
  if (!faults.has(text)) console.error(text);
  faults.add(text);
}

let seen = 0;

let where = '';

/** A page of a context; what goes wrong while it is read is noted. */
async function watched(context) {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) fault(`${where}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOfSite = url.origin === origin || url.protocol === 'file:';
    const isOwn = isOfSite && (request.isNavigationRequest() || allowed.has(url.pathname));
    if (!isOwn) fault(`${where}: asks for ${request.url()}`);
  });
  return page;
}

/** What axe finds on a page that is open, and what is wider than the screen. */
async function look(page) {
  // Evaluated through the debugger: the policy of the page stops scripts that are put into it.
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  for (const { id, impact, help, nodes } of result.violations) {
    const line = `${where}: ${impact} ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`;
    if (impact === 'serious' || impact === 'critical') fault(line);
    else console.log(line);
  }
  // Nothing but what scrolls by itself is wider than the screen.
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (excess > 0) fault(`${where}: ${excess} pixels wider than the screen`);
  seen += 1;
}

for (const [screen, options] of Object.entries(screens)) {
  const plain = await browser.newContext({ ...options, javaScriptEnabled: false });
  const scripted = await browser.newContext(options);
  const [page, looked] = [await watched(plain), await watched(scripted)];
  for (const language of languages) {
    for (const [name, path] of Object.entries(pages)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      where = `${name} ${language} ${screen}`;
      const address = `${origin}${path}&lang=${language}`;
      const response = await page.goto(address);
      const policy = response.headers()['content-security-policy'] ?? '';
      if (!policy.startsWith("default-src 'none'")) fault(`${where}: Content-Security-Policy is “${policy}”`);
      if (response.headers()['set-cookie']) fault(`${where}: sets a cookie`);
      await page.screenshot({ path: join(pictures, `${name}-${language}-${screen}.png`), fullPage: name !== 'policies' });
      if (screen === 'wide' && name === 'refused') await page.pdf({ path: join(pictures, `${name}-${language}.pdf`) });

      await looked.goto(address);
      await look(looked);
    }
  }
  // The report of an audit is a file, made before.
  for (const language of languages) {
    if (wanted.length > 0 && !wanted.includes('audit')) continue;
    where = `audit ${language} ${screen}`;
    const address = pathToFileURL(join(folder, `audit-${language}.html`)).href;
    await page.goto(address);
    await page.screenshot({ path: join(pictures, `audit-${language}-${screen}.png`), fullPage: true });
    if (screen === 'wide') await page.pdf({ path: join(pictures, `audit-${language}.pdf`) });
    await looked.goto(address);
    await look(looked);
  }
  await plain.close();
  await scripted.close();
}
await browser.close();
console.log(`${seen} pages seen; pictures in ${pictures}`);
if (faults.size > 0) process.exit(1);
