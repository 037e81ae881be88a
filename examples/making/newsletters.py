"""Newsletters as a mailing program saves them: HTML, and text for programs that show none."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

FEBRUARY_HTML = """\
<!doctype html>
<html lang="en">
<head><title>*|MC:SUBJECT|*</title></head>
<body>
<div class="preheader" style="display:none">Guaranteed relief from migraine, and a free blood pressure check</div>
<!--[if mso]><table width="600"><tr><td><![endif]-->
<h1>February at Riverside</h1>
<p>Hello *|FNAME|*,</p>
<p>Our nurses check your blood pressure every Saturday in February, from 9 to 12, at no charge.
No appointment is needed.</p>
<p>New on Thursdays: the RiverDrip vitamin infusion. Ask at the front desk what it can and cannot do.</p>
<p><a href="https://riverside.example/february">Plan your visit</a></p>
<!--[if mso]></td></tr></table><![endif]-->
<p>Riverside Family Health, 12 Mill Road, Alder Falls. <a href="*|UNSUB|*">Unsubscribe</a></p>
</body>
</html>
"""
FEBRUARY_TEXT = """\
FEBRUARY AT RIVERSIDE

Hello *|FNAME|*,

Our nurses check your blood pressure every Saturday in February, from 9
to 12, at no charge. No appointment is needed.

New on Thursdays: the RiverDrip vitamin infusion. It cures migraine and
boosts your immune system in one visit, guaranteed.

Plan your visit: https://riverside.example/february

Riverside Family Health, 12 Mill Road, Alder Falls. Unsubscribe: *|UNSUB|*
"""
JUNE_HTML = """\
<!doctype html>
<html lang="en-GB">
<head><title>*|MC:SUBJECT|*</title></head>
<body>
<div class="preheader" style="display:none">Tox Tuesday is back, and so is the fan in the waiting room</div>
<h1>June at Hartwell</h1>
<p>Hello *|FNAME|*,</p>
<p>We open late on Thursdays all summer, until 8 pm.</p>
<p>Tomasz now sees people about scars. A first consultation is £30, and nobody is treated on the day.</p>
<p><a href="https://hartwellaesthetics.example/june">Hours and prices</a></p>
<p>Hartwell Aesthetics, 9 Mercer Row, Ashby Vale. <a href="*|UNSUB|*">Unsubscribe</a></p>
</body>
</html>
"""
JUNE_TEXT = """\
JUNE AT HARTWELL

Hello *|FNAME|*,

We open late on Thursdays all summer, until 8 pm.

Tomasz now sees people about scars. A first consultation is £30, and
nobody is treated on the day.

Hours and prices: https://hartwellaesthetics.example/june

Hartwell Aesthetics, 9 Mercer Row, Ashby Vale. Unsubscribe: *|UNSUB|*
"""
DEZEMBER_HTML = """\
<!doctype html>
<html lang="de">
<head><title>*|MC:SUBJECT|*</title></head>
<body>
<div class="preheader" style="display:none">Garantiert gesund durch den Winter: unsere Vitamin-Infusion</div>
<h1>Dezember im Klinikum</h1>
<p>Guten Tag *|FNAME|*,</p>
<p>am 10. Dezember um 18 Uhr erklärt Dr. Tarek Mansour, wie Neurodermitis entsteht und was z. B. die
Lichttherapie leisten kann. Der Eintritt ist frei.</p>
<p>Zwischen den Jahren ist die Terminzentrale von 9 bis 13 Uhr besetzt.</p>
<p><a href="https://klinikum-nordheide.example/dezember">Alle Termine</a></p>
<p>Klinikum Nordheide, Am Heidewald 1. <a href="*|UNSUB|*">Abmelden</a></p>
</body>
</html>
"""
DEZEMBER_TEXT = """\
DEZEMBER IM KLINIKUM

Guten Tag *|FNAME|*,

am 10. Dezember um 18 Uhr erklärt Dr. Tarek Mansour, wie Neurodermitis
entsteht und was z. B. die Lichttherapie leisten kann. Der Eintritt ist frei.

Zwischen den Jahren ist die Terminzentrale von 9 bis 13 Uhr besetzt.

Alle Termine: https://klinikum-nordheide.example/dezember

Klinikum Nordheide, Am Heidewald 1. Abmelden: *|UNSUB|*
"""
SPRING_HTML = """\
<!doctype html>
<html lang="en">
<head><title>*|MC:SUBJECT|*</title></head>
<body>
<span style="display:none;max-height:0">Walk-in hours, a class for new parents, and our garden</span>
<p>Hello *|FNAME|*,</p>
<p>The walk-in clinic is open on Sundays again, from 10 to 4.</p>
<p>Our class for new parents begins on March 9. It is free, and babies are welcome.</p>
<p><a href="https://petalwood.example/spring">Hours and dates</a></p>
<p>Petalwood Community Health, 4 Orchard Lane. <a href="*|UNSUB|*">Unsubscribe</a></p>
</body>
</html>
"""
SPRING_TEXT = """\
Hello *|FNAME|*,

The walk-in clinic is open on Sundays again, from 10 to 4.

Our class for new parents begins on March 9. It is free, and babies are
welcome.

Hours and dates: https://petalwood.example/spring

Petalwood Community Health, 4 Orchard Lane. Unsubscribe: *|UNSUB|*
"""


def newsletter(subject: str, sender: str, text: str, html: str) -> bytes:
    """The message, with both wordings of its body."""
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = sender
    made["MIME-Version"] = "1.0"
    made.set_content(text, cte="quoted-printable")
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    made.set_boundary("=_newsletter")
    return made.as_bytes()


FILES: dict[str, Callable[[], bytes]] = {
    "riverside-clinic/content/newsletter-february.eml": lambda: newsletter(
        "February at Riverside ❤️", "Riverside <news@riverside.example>", FEBRUARY_TEXT, FEBRUARY_HTML
    ),
    "hartwell-aesthetics/content/newsletter-june.eml": lambda: newsletter(
        "June at Hartwell", "Hartwell <studio@hartwellaesthetics.example>", JUNE_TEXT, JUNE_HTML
    ),
    "klinikum-nordheide/content/newsletter-dezember.eml": lambda: newsletter(
        "Dezember im Klinikum",
        "Klinikum Nordheide <news@klinikum-nordheide.example>",
        DEZEMBER_TEXT,
        DEZEMBER_HTML,
    ),
    "clean/content/newsletter-spring.eml": lambda: newsletter(
        "Spring at Petalwood 🌱", "Petalwood <news@petalwood.example>", SPRING_TEXT, SPRING_HTML
    ),
}
