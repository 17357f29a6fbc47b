package groundswell.local.gateway;

/** The frame of the gateway's own few pages. They carry their style: they must stand when every service is away. */
final class Page {
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · Groundswell</title>
            <style>
            :root { color-scheme: light dark; --bg: light-dark(#f5f4f0, #0e1315); --surface: light-dark(#fff, #161c1f);
              --line: light-dark(#e5e2da, #283135); --ink: light-dark(#182125, #e9edee); --ink-2: light-dark(#525d64, #a8b3b9);
              --accent: light-dark(#0b6e6e, #4cc4b8); }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--bg); color: var(--ink); font: 14px/1.45 Inter, system-ui, sans-serif; }
            main { max-width: 780px; margin: 0 auto; padding: 8vh 16px 48px; }
            h1 { font-size: 22px; font-weight: 650; margin: 0 0 4px; }
            .lead { color: var(--ink-2); margin: 0 0 24px; max-width: 60ch; }
            .brand { color: var(--accent); font-weight: 650; margin: 0 0 24px; }
            .people { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 16px; padding: 0; margin: 0; }
            .people li { display: grid; }
            .person { display: flex; flex-direction: column; justify-content: flex-start; width: 100%%; text-align: left; font: inherit; color: inherit; cursor: pointer;
              background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 16px; }
            .person:hover { border-color: var(--accent); }
            .person:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
            .person strong { display: block; font-size: 14.5px; font-weight: 620; }
            .person span { display: block; }
            .title { color: var(--accent); font-size: 12.5px; }
            .does { color: var(--ink-2); font-size: 12.5px; margin-top: 8px; }
            .guest { color: var(--ink-2); margin: 28px 0 0; }
            a { color: var(--accent); }
            </style>
            </head>
            <body>%s</body>
            </html>
            """;

    static String of(String title, String body) {
        return FRAME.formatted(escaped(title), body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Page() {}
}
