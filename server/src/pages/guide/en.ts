import type { GuideText } from './guide.ts'

export const en: GuideText = {
  title: 'Booking on your site',
  other: 'Русский',
  body: `
<p>Two lines, and the page takes bookings. No build step, no account for the client, no third parties.
The <a href="/examples/embed">generator</a> is the easiest start; the
<a href="/examples/clinic">site of a fictional clinic</a> shows what it looks like in life.</p>
<pre tabindex="0"><code>&lt;script type="module" src="{origin}/widget/booking-widget.js"&gt;&lt;/script&gt;
&lt;booking-widget api-key="pk_…"&gt;&lt;/booking-widget&gt;
&lt;style&gt;booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) }&lt;/style&gt;</code></pre>
<p>While the script is on its way a style of the page keeps the room: without it the text below would move. The generator adds it,
for each element its own; on a site with a CSP put it into your style sheet.</p>
<p>A publishable key <code>pk_…</code> is made in the panel, under keys. It can be allowed on your sites only.</p>

<h2>Elements and attributes</h2>
<dl>
<dt><code>&lt;booking-widget&gt;</code></dt><dd>booking</dd>
<dt><code>&lt;booking-button&gt;</code></dt><dd>a button that opens booking in a dialog over the page</dd>
<dt><code>&lt;booking-account&gt;</code></dt><dd>the client’s account: visits, balance, packages, data</dd>
<dt><code>&lt;booking-packages&gt;</code></dt><dd>packages to buy</dd>
<dt><code>api-key</code></dt><dd>publishable key, required</dd>
<dt><code>api-url</code></dt><dd>address of the server; by default the one that the script came from</dd>
<dt><code>location</code>, <code>service</code>, <code>specialist</code></dt><dd>id of what is chosen already: that step is not shown</dd>
<dt><code>locale</code></dt><dd><code>ru</code> or <code>en</code>; by default the page’s language</dd>
<dt><code>theme</code></dt><dd><code>auto</code>, <code>light</code>, <code>dark</code></dd>
<dt><code>mode</code></dt><dd><code>inline</code> or <code>dialog</code></dd>
</dl>

<h2>Colours and sizes</h2>
<pre tabindex="0"><code>booking-widget {
  --bw-accent: #a8452b;      /* the clinic’s colour */
  --bw-on-accent: #ffffff;   /* text on it */
  --bw-paper: #fffdf9;  --bw-ink: #22283a;
  --bw-radius: 4px;  --bw-text-size: 16px;  --bw-space: 4px;
  --bw-font: Georgia, serif;
}
booking-widget::part(heading) { font-weight: 400 }</code></pre>
<p>The slots <code>header</code>, <code>footer</code> and <code>success</code> take your own HTML.</p>

<h2>Events</h2>
<p><code>booking-ready</code>, <code>booking-step</code>, <code>booking-slot-select</code>, <code>booking-hold</code>,
<code>booking-submit</code> (cancelable), <code>booking-success</code>, <code>booking-error</code>, <code>booking-close</code>.
<code>detail</code> has ids and prices, no personal data.</p>
<pre tabindex="0"><code>document.addEventListener('booking-success', ({ detail }) =&gt; {
  gtag('event', 'purchase', { value: detail.price.amount / 100, currency: detail.price.currency })
})</code></pre>

<h2>Tilda</h2>
<ol>
<li>Open the page, then “All blocks” → “Other” → block T123 “HTML code”.</li>
<li>Paste the generator’s code, save and publish the page.</li>
<li>To open booking from a button paste <code>&lt;booking-button&gt;</code> in place of <code>&lt;booking-widget&gt;</code>.</li>
<li>The script for all pages at once: “Site settings” → “More” → “HTML code for the HEAD”.</li>
</ol>

<h2>WordPress</h2>
<ol>
<li>Add a “Custom HTML” block and paste the generator’s code.</li>
<li>If your role or a security plugin strips <code>&lt;script&gt;</code>, load it in the theme and leave the tag and the style in the block:</li>
</ol>
<pre tabindex="0"><code>add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script_module('zapis', '{origin}/widget/booking-widget.js');
});</code></pre>
<p>Tell plugins that join or defer scripts to leave this module alone.</p>

<h2>React and Vue</h2>
<p>The elements need no wrappers: the sources of examples are in <code>examples/react</code> and <code>examples/vue</code>.</p>

<h2>Content-Security-Policy</h2>
<p>If your site has a policy, add this to it. There are no inline styles, no <code>eval</code>, no cookies, no requests to other hosts.</p>
<pre tabindex="0"><code>{widgetPolicy}</code></pre>
<p>The pages of the client site are themselves served under this one:</p>
<pre tabindex="0"><code>{sitePolicy}</code></pre>

<h2>A ready site, if you have none</h2>
<ul>
<li><code>{origin}/?clinic=slug</code>: the clinic’s page with booking, addresses, packages and the account. It installs on a phone as an app.</li>
<li><code>&amp;location=1&amp;service=2&amp;specialist=3</code>: a link straight to what is wanted, for maps, social networks and QR codes.</li>
<li>A domain of your own: point it here and set <code>SITE_HOSTS=book.clinic.example=slug</code>.</li>
<li>To switch the site off revoke the key “Client site” in the panel.</li>
</ul>

<h2>Telegram</h2>
<ol>
<li>Make a bot with @BotFather and give the server its <code>TELEGRAM_BOT_TOKEN</code>.</li>
<li>Bot Settings → Menu Button: <code>{origin}/?clinic=slug</code>.</li>
<li>Inside of Telegram the site takes its colours and buttons, and clients sign in without a code.</li>
</ol>
`,
}
