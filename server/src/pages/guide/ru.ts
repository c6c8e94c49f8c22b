import type { GuideText } from './guide.ts'

export const ru: GuideText = {
  title: 'Запись на вашем сайте',
  other: 'English',
  body: `
<p>Две строки, и на странице можно записаться. Сборка, аккаунт клиента и сторонние сервисы не нужны.
Удобнее всего начать с <a href="/examples/embed">конструктора</a>; как это выглядит в жизни, видно на
<a href="/examples/clinic">сайте вымышленной клиники</a>.</p>
<pre tabindex="0"><code>&lt;script type="module" src="{origin}/widget/booking-widget.js"&gt;&lt;/script&gt;
&lt;booking-widget api-key="pk_…"&gt;&lt;/booking-widget&gt;
&lt;style&gt;booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) }&lt;/style&gt;</code></pre>
<p>Пока скрипт загружается, место держит стиль страницы: без него текст под записью сместился бы. Конструктор добавляет его сам,
для каждого элемента свой; на сайте с политикой CSP перенесите его в файл стилей.</p>
<p>Публичный ключ <code>pk_…</code> создаётся в панели, в разделе ключей. Ему можно разрешить только ваши сайты.</p>

<h2>Элементы и атрибуты</h2>
<dl>
<dt><code>&lt;booking-widget&gt;</code></dt><dd>запись на приём</dd>
<dt><code>&lt;booking-button&gt;</code></dt><dd>кнопка, которая открывает запись в окне поверх страницы</dd>
<dt><code>&lt;booking-account&gt;</code></dt><dd>личный кабинет: визиты, баланс, пакеты, данные</dd>
<dt><code>&lt;booking-packages&gt;</code></dt><dd>покупка абонементов</dd>
<dt><code>api-key</code></dt><dd>публичный ключ, обязателен</dd>
<dt><code>api-url</code></dt><dd>адрес сервера; по умолчанию тот, откуда загружен скрипт</dd>
<dt><code>location</code>, <code>service</code>, <code>specialist</code></dt><dd>номер того, что уже выбрано: этот шаг не показывается</dd>
<dt><code>locale</code></dt><dd><code>ru</code> или <code>en</code>; по умолчанию язык страницы</dd>
<dt><code>theme</code></dt><dd><code>auto</code>, <code>light</code>, <code>dark</code></dd>
<dt><code>mode</code></dt><dd><code>inline</code> или <code>dialog</code></dd>
</dl>

<h2>Цвета и размеры</h2>
<pre tabindex="0"><code>booking-widget {
  --bw-accent: #a8452b;      /* цвет клиники */
  --bw-on-accent: #ffffff;   /* текст на нём */
  --bw-paper: #fffdf9;  --bw-ink: #22283a;
  --bw-radius: 4px;  --bw-text-size: 16px;  --bw-space: 4px;
  --bw-font: Georgia, serif;
}
booking-widget::part(heading) { font-weight: 400 }</code></pre>
<p>Слоты <code>header</code>, <code>footer</code> и <code>success</code> принимают ваш HTML.</p>

<h2>События</h2>
<p><code>booking-ready</code>, <code>booking-step</code>, <code>booking-slot-select</code>, <code>booking-hold</code>,
<code>booking-submit</code> (можно отменить), <code>booking-success</code>, <code>booking-error</code>, <code>booking-close</code>.
В <code>detail</code> номера и цены, личных данных нет.</p>
<pre tabindex="0"><code>document.addEventListener('booking-success', ({ detail }) =&gt; {
  ym(12345678, 'reachGoal', 'booked', { order_price: detail.price.amount / 100 })
})</code></pre>

<h2>Тильда</h2>
<ol>
<li>Откройте страницу, нажмите «Все блоки» → «Другое» → блок T123 «HTML-код».</li>
<li>Вставьте в него код из конструктора, сохраните и опубликуйте страницу.</li>
<li>Чтобы запись открывалась из кнопки, вставьте <code>&lt;booking-button&gt;</code> вместо <code>&lt;booking-widget&gt;</code>.</li>
<li>Скрипт для всех страниц сразу: «Настройки сайта» → «Ещё» → «HTML-код для вставки внутрь HEAD».</li>
</ol>

<h2>WordPress</h2>
<ol>
<li>В редакторе добавьте блок «Произвольный HTML» и вставьте код из конструктора.</li>
<li>Если роль или плагин безопасности вырезает <code>&lt;script&gt;</code>, подключите его в теме, а в блоке оставьте тег и стиль:</li>
</ol>
<pre tabindex="0"><code>add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script_module('zapis', '{origin}/widget/booking-widget.js');
});</code></pre>
<p>Плагинам, которые склеивают и откладывают скрипты, скажите этот модуль не трогать.</p>

<h2>React и Vue</h2>
<p>Элементы работают без обёрток: исходники примеров лежат в <code>examples/react</code> и <code>examples/vue</code>.</p>

<h2>Content-Security-Policy</h2>
<p>Если у вашего сайта есть политика, добавьте к ней это. Встроенных стилей, <code>eval</code>, куки и запросов к чужим адресам нет.</p>
<pre tabindex="0"><code>{widgetPolicy}</code></pre>
<p>Страницы клиентского сайта сами отдаются с такой политикой:</p>
<pre tabindex="0"><code>{sitePolicy}</code></pre>

<h2>Готовый сайт, если своего нет</h2>
<ul>
<li><code>{origin}/?clinic=имя</code>: страница клиники с записью, адресами, абонементами и кабинетом. Ставится на телефон как приложение.</li>
<li><code>&amp;location=1&amp;service=2&amp;specialist=3</code>: ссылка сразу на нужное, для карт, соцсетей и QR-кодов.</li>
<li>Свой домен: направьте его сюда и задайте <code>SITE_HOSTS=book.clinic.example=имя</code>.</li>
<li>Выключить сайт: отзовите ключ «Client site» в панели.</li>
</ul>

<h2>Telegram</h2>
<ol>
<li>У @BotFather создайте бота и задайте серверу <code>TELEGRAM_BOT_TOKEN</code>.</li>
<li>Bot Settings → Menu Button: укажите <code>{origin}/?clinic=имя</code>.</li>
<li>Внутри Telegram сайт берёт его цвета и кнопки, а клиент входит без кода.</li>
</ol>
`,
}
