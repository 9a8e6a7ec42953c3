# ruff: noqa: E501 (names of XML are long)
"""Excel workbooks made of plain rows, good ones and wicked ones."""

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="{target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    "{more}</Relationships>"
)
_STYLES = (
    '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def name_of(column):
    """The letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell(value, column, row):
    """One cell's XML; a tuple is a formula with its cached value."""
    place = f'r="{name_of(column)}{row}"'
    if value is None:
        return ""
    if isinstance(value, tuple):
        return f"<c {place}><f>{escape(value[0])}</f><v>{value[1]}</v></c>"
    if isinstance(value, dt.date):
        return f'<c {place} s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, (int, float)):
        return f"<c {place}><v>{value!r}</v></c>"
    return f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows, prolog=""):
    """A worksheet's XML."""
    body = "".join(
        f'<row r="{number}">{"".join(cell(v, c, number) for c, v in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return (
        f'<?xml version="1.0"?>{prolog}<worksheet {_MAIN}><sheetData>{body}</sheetData></worksheet>'
    )


def workbook(*sheets, raw=None, extra=None):
    """A workbook of sheets, each a list of rows; ``raw`` replaces the first sheet's XML."""
    buffer = io.BytesIO()
    names = "".join(
        f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(sheets) + 1)
    )
    parts = "".join(
        f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        for n in range(2, len(sheets) + 1)
    )
    styles = (
        '<Relationship Id="rId99" Target="styles.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>'
    )
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "_rels/.rels", _RELS.format(target="xl/workbook.xml", kind="officeDocument", more="")
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<?xml version="1.0"?><workbook {_MAIN} xmlns:r="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _RELS.format(target="worksheets/sheet1.xml", kind="worksheet", more=parts + styles),
        )
        archive.writestr("xl/styles.xml", _STYLES)
        for number, rows in enumerate(sheets, 1):
            text = raw if raw is not None and number == 1 else sheet(rows)
            archive.writestr(f"xl/worksheets/sheet{number}.xml", text)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()
