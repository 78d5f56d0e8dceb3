# ruff: noqa: E501, RUF001 - OpenDocument is XML of long lines, and its lists have dashes
"""Makes the presentations of this folder: LibreOffice reads flat OpenDocument and writes PowerPoint's format.

apt-get install libreoffice-impress
python3 make.py
"""

from __future__ import annotations

import base64
import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">'
    '<rect width="400" height="300" fill="#fff"/><circle cx="200" cy="150" r="120" fill="#1a7f8e"/></svg>'
)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"
 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:meta><dc:title>{title}</dc:title></office:meta>
<office:automatic-styles>
 <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>
 <style:style style:name="hidden" style:family="drawing-page">
  <style:drawing-page-properties presentation:visibility="hidden"/></style:style>
 <style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="rtl" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"
  fo:text-align="end"/><style:text-properties style:language-complex="ar" style:country-complex="SA"/></style:style>
 <style:style style:name="english" style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:style>
 <style:style style:name="cropped" style:family="graphic"><style:graphic-properties fo:clip="rect(0cm, 0cm, 5cm, 0cm)"/></style:style>
 <text:list-style style:name="dots">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>
 <text:list-style style:name="numbers">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="L"/></office:master-styles>
<office:body><office:presentation>"""
FOOT = "</office:presentation></office:body></office:document>"


def page(*shapes: str, notes: str = "", style: str = "") -> str:
    of_style = f' draw:style-name="{style}"' if style else ""
    said = (
        '<presentation:notes><draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" svg:width="16cm" '
        f'svg:height="10cm"><draw:text-box><text:p>{notes}</text:p></draw:text-box></draw:frame></presentation:notes>'
    )
    return (
        f'<draw:page draw:master-page-name="M"{of_style}>{"".join(shapes)}{said if notes else ""}</draw:page>'
    )


def at(left: float, top: float, width: float, height: float) -> str:
    return f'svg:x="{left}cm" svg:y="{top}cm" svg:width="{width}cm" svg:height="{height}cm"'


def box(text: str, place: str, kind: str = "") -> str:
    of_kind = f' presentation:class="{kind}"' if kind else ""
    return f"<draw:frame {place}{of_kind}><draw:text-box>{text}</draw:text-box></draw:frame>"


def title(text: str, style: str = "english") -> str:
    return box(f'<text:p text:style-name="{style}">{text}</text:p>', at(2, 1, 24, 2), "title")


def paragraph(text: str, style: str = "english") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str, marks: str = "dots", style: str = "english") -> str:
    inside = "".join(f"<text:list-item>{paragraph(each, style)}</text:list-item>" for each in texts)
    return f'<text:list text:style-name="{marks}">{inside}</text:list>'


def image(data: bytes, place: str, alt: str, style: str = "") -> str:
    of_style = f' draw:style-name="{style}"' if style else ""
    code = base64.b64encode(data).decode()
    return (
        f"<draw:frame {place}{of_style}><draw:image><office:binary-data>{code}</office:binary-data></draw:image>"
        f"<svg:desc>{alt}</svg:desc></draw:frame>"
    )


def form(kind: str, text: str, place: str) -> str:
    return f"<draw:{kind} {place}>{paragraph(text) if text else ''}</draw:{kind}>"


def table() -> str:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    row = "<table:table-row>" + cell.format("Day") + cell.format("Minutes") + "</table:table-row>"
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    return f"<draw:frame {at(2, 5, 12, 4)}><table:table>{columns}{row * 2}</table:table></draw:frame>"


def chart() -> str:
    rows = "".join(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        "</table:table-row>"
        for name, value in (("Before", 6), ("After", 4))
    )
    return f"""<draw:frame {at(2, 5, 12, 8)}><draw:object><office:document
 office:mimetype="application/vnd.oasis.opendocument.chart" office:version="1.3"><office:body><office:chart>
 <chart:chart svg:width="12cm" svg:height="8cm" chart:class="chart:bar"><chart:plot-area
 table:cell-range-address="local-table.$A$1:.$B$3"><chart:axis chart:dimension="x"/><chart:axis chart:dimension="y"/>
 <chart:series chart:values-cell-range-address="local-table.$B$1:.$B$2" chart:class="chart:bar"/></chart:plot-area>
 <table:table table:name="local-table"><table:table-columns><table:table-column/><table:table-column/></table:table-columns>
 <table:table-rows>{rows}</table:table-rows></table:table></chart:chart></office:chart></office:body></office:document>
 </draw:object></draw:frame>"""


def photo() -> bytes:
    drawn = Image.new("RGB", (800, 600), "white")
    drawn.paste("red", (0, 0, 800, 300))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def convert(folder: Path, source: str, kind: str) -> bytes:
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), str(folder / source)], check=True)  # noqa: S603
    return (folder / f"{Path(source).stem}.{kind}").read_bytes()


def decks(emf: bytes) -> dict[str, str]:
    arabic = "حرّك ظهرك قليلاً كل ساعة"
    return {
        "lists": HEAD.format(title="Looking after your back")
        + page(
            title("Move a little, often"),
            box(
                items("Stand up", "Walk <text:span text:style-name='bold'>slowly</text:span>"),
                at(2, 4, 24, 5),
            ),
            box(items("Breathe in", "Breathe out", marks="numbers"), at(2, 10, 24, 5)),
            notes="A short walk is enough.",
        )
        + page(title("Not for patients"), style="hidden")
        + page(title("Ask us"), box(paragraph("At reception."), at(2, 4, 24, 5)))
        + FOOT,
        "arabic": HEAD.format(title="")
        + page(
            title("العناية بالظهر", "rtl"),
            box(paragraph("أولاً", "rtl"), at(16, 5, 9, 4)),
            box(paragraph("ثانياً", "rtl"), at(2, 5, 9, 4)),
        )
        + page(title("كل يوم", "rtl"), box(items(arabic, style="rtl"), at(2, 5, 24, 8)))
        + FOOT,
        "objects": HEAD.format(title="")
        + page(title("How long"), table())
        + page(title("How much less pain"), chart())
        + page(
            title("In a group"),
            "<draw:g>"
            + box(paragraph("Below"), at(3, 12, 6, 2))
            + box(paragraph("Above"), at(3, 6, 6, 2))
            + "</draw:g>",
        )
        + FOOT,
        "pictures": HEAD.format(title="")
        + page(title("A drawing"), image(SVG.encode(), at(4, 5, 16, 12), "A round drawing"))
        + page(title("From Windows"), image(emf, at(4, 5, 16, 12), "A round drawing"))
        + page(title("Cut"), image(photo(), at(4, 5, 16, 12), "The upper half", "cropped"))
        + page(image(photo(), at(0, 0, 28, 21), "All red and white"))
        + FOOT,
        "drawing": HEAD.format(title="")
        + page(
            title("How pain travels"),
            *(
                form("rect", word, at(2 + 6 * place, 6, 5, 3))
                for place, word in enumerate(("Back", "Hip", "Leg", "Foot"))
            ),
            *(
                f'<draw:line svg:x1="{7 + 6 * n}cm" svg:y1="7cm" svg:x2="{8 + 6 * n}cm" svg:y2="7cm"/>'
                for n in range(3)
            ),
        )
        + FOOT,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "round.svg").write_text(SVG, encoding="utf-8")
        for stem, text in decks(convert(folder, "round.svg", "emf")).items():
            (folder / f"{stem}.fodp").write_text(text, encoding="utf-8")
            (HERE / f"{stem}.pptx").write_bytes(convert(folder, f"{stem}.fodp", "pptx"))


if __name__ == "__main__":
    main()
