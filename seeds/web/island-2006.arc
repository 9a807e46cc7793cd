filedesc://island-2006.arc 0.0.0.0 20061105060000 text/plain 76
1 0 Written by hand
URL IP-address Archive-date Content-type Archive-length

https://messenger.example/island/last-watch 192.0.2.7 20061105060010 text/html 1132
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Lighthouse keeper takes her last watch – The Holm Messenger</title>
<link rel="canonical" href="https://messenger.example/island/last-watch">
<meta property="og:type" content="article"><meta property="og:site_name" content="The Holm Messenger">
<meta property="article:published_time" content="2006-11-04T08:00:00+01:00"><meta name="author" content="Jory Penn"></head>
<body><nav><ul><li><a href="/">Front page</a></li><li><a href="/island">Island</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<article><h1>Lighthouse keeper takes her last watch</h1><p class="byline">By Jory Penn</p>
<p>Edda Storm will take the last watch of a keeper on the Holm light tonight, before the lamp is left to a timer.</p>
<p>She came to the rock in 1979, when the oil for the generator was still carried up in cans.</p>
<p>The house will be kept for visitors, the harbour office said, and she may stay in it as long as she likes.</p>
</article>
<footer>The Holm Messenger, Pier Street 4</footer></body></html>

