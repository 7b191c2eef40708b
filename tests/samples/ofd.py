"""OFD, the national layout format (GB/T 33190): a zip of XML with OFD.xml at its root."""

import io
import zipfile

from tests.samples.texts import PARAGRAPHS, TITLE

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def ofd(lines=(TITLE, *PARAGRAPHS)):
    parts = {
        "OFD.xml": (
            f'<ofd:OFD {_NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
            f"<ofd:DocInfo><ofd:DocID>0b64a2ec5f7e4d0a8c7d1f2a3b4c5d6e</ofd:DocID>"
            f"<ofd:Title>{lines[0]}</ofd:Title></ofd:DocInfo>"
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        "Doc_0/Document.xml": (
            f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>{len(lines) + 10}</ofd:MaxUnitID>"
            f"<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
            f'<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
        ),
        "Doc_0/PublicRes.xml": (
            f'<ofd:Res {_NAMESPACE} BaseLoc="Res"><ofd:Fonts>'
            f'<ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>'
        ),
        "Doc_0/Pages/Page_0/Content.xml": (
            f'<ofd:Page {_NAMESPACE}><ofd:Content><ofd:Layer ID="2">'
            + "".join(_line(number, line) for number, line in enumerate(lines))
            + "</ofd:Layer></ofd:Content></ofd:Page>"
        ),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, _HEAD + content)
    return target.getvalue()


def _line(number, text):
    steps = max(len(text) - 1, 1)
    return (
        f'<ofd:TextObject ID="{number + 10}" Font="3" Size="5" Boundary="28 {37 + number * 10} 156 10">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {steps} 5">{text}</ofd:TextCode></ofd:TextObject>'
    )
