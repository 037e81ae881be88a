"""Messages are made by the standard library's builder, which the reader does not use."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from socialint.errors import UnreadableDocument
from socialint.model.documents import Document, Part, UnreadKind
from socialint.model.places import Location
from socialint.readers.pictures import ocr
from tests.readers.reading import document, parts, place, read_or_refused, texts, unread

HTML = """<title>w1 Tea news</title>
<div style="display:none">w2 preview</div>
<p>Dear *|FNAME|*,</p><p>w3 our tea cures arthritis. <a href="https://a.example/">Order</a></p>
<img src="cid:hero" alt="w4 a cup">"""


def message(plain: str = "", html: str = "", subject: str = "w1 Tea news") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ana Ruiz <ana.ruiz@clinic.example>"
    made["To"] = "pat.jones@mail.example"
    made["Subject"] = subject
    made.set_content(plain)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def mail(made: EmailMessage | MIMEMultipart) -> Document:
    return document("news.eml", made.as_bytes())


def test_subject_preheader_and_page_are_one_post_and_addresses_are_not_in_it() -> None:
    (only,) = mail(
        message("Dear friend,\n\nw3 our tea cures arthritis. Order: https://a.example/\n", HTML)
    ).posts
    assert parts(only) == [
        ("title", "w1 Tea news"),
        ("description", "w2 preview"),
        ("body", "Dear ___,\n\nw3 our tea cures arthritis. Order"),
        ("link", "https://a.example/"),
        ("alt_text", "w4 a cup"),
        ("body", "Dear friend,"),
    ]
    assert only.metadata["channel"] == "email"
    assert only.metadata["media"] == [{"type": "image", "source": "cid:hero", "alt": "w4 a cup"}]


def test_a_place_names_the_part_and_its_line_there() -> None:
    (only,) = mail(message("Hello.\n\nIt cures asthma,\nsays w9.\n", HTML)).posts
    title, _, body, *_, plain = only.fields
    assert place(title, "Tea").landmark == ""
    assert place(body, "cures arthritis") == Location(3, 37, 3, 52, "HTML part")
    assert plain.text == "Hello.\n\nIt cures asthma,\nsays w9."
    assert place(plain, "w9") == Location(4, 6, 4, 8, "text part")


def test_what_both_wordings_say_is_judged_once() -> None:
    html = "<h1>Flu shots</h1><p>Dear *|FNAME|*,</p><p>Walk in on <b>Saturday</b>, 9 to 12.</p><p>Free for children.</p>"
    plain = "FLU SHOTS\n=========\n\nDear *|FNAME|*,\n\nWalk in on *Saturday*,\n9 to 12.\n\nFree for all children.\n"
    (only,) = mail(message(plain, html)).posts
    assert texts(only)[1:] == ["Free for all children."]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "iso-2022-jp", "koi8-r"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_charsets_and_transfer_encodings_are_undone(charset: str, transfer: str) -> None:
    said = {"iso-2022-jp": "お茶は効く", "koi8-r": "чай лечит"}.get(charset, "thé guérit")
    made = EmailMessage()
    made["Subject"] = said
    made.set_content(said + "\n", charset=charset, cte=transfer)
    (only,) = mail(made).posts
    assert parts(only) == [("title", said), ("body", said + "\n")]


@pytest.mark.parametrize("charset", ["x-unknown", "us-ascii", "utf-8", "rot13", "base64"])
def test_a_wrong_charset_is_not_believed(charset: str) -> None:
    raw = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\nthé guérit"
    for encoding in ("utf-8", "cp1252"):
        assert texts(document("a.eml", raw.encode(encoding)).posts[0]) == ["thé guérit"]


def test_subjects_may_be_encoded_folded_or_raw() -> None:
    subject = "=?utf-8?q?Th=C3=A9_gu=C3=A9rit?=\r\n =?utf-8?b?w6l0w6k=?= now"
    for written in (
        subject,
        "=?x-none?q?Th=C3=A9_gu=C3=A9rit?=\n =?utf-8?b?w6l0w6k=?= now",
        "Thé guérit\r\n été now",
    ):
        (only,) = document("a.eml", f"Subject: {written}\n\n".encode()).posts
        assert texts(only, Part.TITLE) in (["Thé guéritété now"], ["Thé guérit été now"])


def test_attachments_are_read_as_their_own_types_and_their_names_travel_with_the_file() -> None:
    made = message("w1 hello")
    made.add_attachment("w2 caption\n", filename="notes.txt")
    made.add_attachment(b"Text,Date\nw3 cures,2026-01-02\n", "text", "csv", filename="plan.csv")
    made.add_attachment(b"%x", "application", "octet-stream", filename="Pat Jones MRN.xyz")
    inner = message("w4 inside", subject="w5 forwarded")
    made.add_attachment(inner)
    found = mail(made)
    assert [post.name for post in found.posts] == [
        "",
        "attachment 1 (txt)",
        "attachment 2 (csv), row 2",
        "attachment 4 (eml)",
    ]
    assert texts(found.posts[0], Part.INTERNAL) == ["notes.txt", "plan.csv", "Pat Jones MRN.xyz"]
    assert parts(found.posts[3]) == [("title", "w5 forwarded"), ("body", "w4 inside\n")]
    assert unread(found) == [("attachment 3 (xyz)", "", UnreadKind.PART)]


def test_a_picture_of_the_page_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = message("", HTML)
    picture = BytesIO()
    Image.new("RGB", (200, 200), "white").save(picture, "PNG")
    made.add_attachment(picture.getvalue(), "image", "png", filename="hero.png", cid="<hero>")
    assert shown(mail(made)) == [{"type": "image", "source": "cid:hero", "alt": "w4 a cup", "text": "none"}]
    monkeypatch.setattr(ocr, "available", lambda: False)
    found = mail(made)
    assert shown(found) == [{"type": "image", "source": "cid:hero", "alt": "w4 a cup"}]
    assert not found.unread


def shown(found: Document) -> object:
    return found.posts[0].metadata["media"]


def test_pieces_of_a_list_footer_are_read() -> None:
    made = MIMEMultipart("mixed")
    made["Subject"] = "x"
    alternative = MIMEMultipart("alternative")
    alternative.attach(MIMEText("w1 hello", "plain"))
    alternative.attach(MIMEText("<p>w1 hello</p>", "html"))
    alternative.attach(MIMEText("<p>w1 hello</p><p>w2 only here</p>", "x-amp-html"))
    made.attach(alternative)
    made.attach(MIMEText("w3 footer", "plain"))
    assert texts(mail(made).posts[0]) == ["w1 hello", "w2 only here", "w3 footer"]


@pytest.mark.parametrize("data", [b"", b"hello, our tea cures", b"PK\x03\x04\x00", b"X-Thing: 1\n\nhello"])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="not an e-mail"):
        document("a.eml", data)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("application/pkcs7-mime; smime-type=enveloped-data", "encrypted"), ("application/ms-tnef", "Outlook")],
)
def test_sealed_messages_are_unread(kind: str, reason: str) -> None:
    found = document(
        "a.eml", f"Subject: x\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\nMIIB\n"
    )
    (only,) = found.unread
    assert only.kind is UnreadKind.PART and reason in only.reason and only.hint


def test_messages_inside_messages_are_read_down_to_a_depth() -> None:
    made = message("w0")
    for number in range(1, 16):
        outer = message(f"w{number}")
        outer.add_attachment(made)
        made = outer
    found = mail(made)
    assert len(found.posts) == 13
    assert [one.reason for one in found.unread] == ["files are nested too deeply to be read"]


def test_a_message_that_is_cut_off_says_so() -> None:
    made = message("w1 hello", "<p>w2 hello</p>").as_bytes()
    found = document("a.eml", made[: made.rindex(b"--")].rstrip(b"-=\n") + b"\n")
    assert texts(found.posts[0])
    assert ("", "", UnreadKind.PART) in unread(found) or not found.unread


def test_damaged_base64_is_said() -> None:
    found = document("a.eml", "Subject: x\nContent-Transfer-Encoding: base64\n\ndzEgaGVsbG8gd29ybGQ$")
    assert unread(found) == [("", "text part", UnreadKind.PART)]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_messages_are_read_or_refused(data: st.DataObject) -> None:
    made = message("Dear friend,\n\nw3 our tea.\n", HTML, subject="Thé naïf")
    made.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="é.png")
    raw = bytearray(made.as_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    read_or_refused("a.eml", bytes(raw))
