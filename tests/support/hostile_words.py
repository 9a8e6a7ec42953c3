"""Words of strangers that are markup, formulas or SQL to whoever takes them for more than words."""

import re

NASTY = (
    "<script>alert(1)</script> [click](http://evil.example) ![x](http://evil.example/x.png) "
    ":material/home: :red[hot] $$x^2$$ `code` **bold** www.evil.example"
)
MARKUP = re.compile(
    r"(?<!\\)<script|(?<!\\)\]\(|(?<!\\):material/home|(?<!\\):red\[|(?<!\\)\$\$|(?<!\\)`code"
    r"|(?<!\\)\*\*bold|(?<!\\)!\[|www\.evil|(?<!\\)http:"
)
SQL = (
    "'; drop table production_invoice_uploads; --",
    '" or 1=1 --',
    "$$; delete from document_uploads; $$",
    "%' or '%'='",
    "\\'; attach 'x.db'; copy document_uploads to '/tmp/out.csv'; --",
)
FORMULAS = ("=1+1", "+49 30", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1")


def marked_up(app):
    """Every text of a screen that Streamlit reads Markdown in."""
    for kind in ("markdown", "caption", "info", "warning", "error", "success", "toast"):
        for element in app.get(kind):
            yield str(element.value)
    for element in (*app.button, *app.get("expander")):
        yield element.label
        yield str(getattr(element.proto, "help", ""))
