"""Content calendars in Excel, as desks keep them, and the files that schedulers take."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Row = Sequence[object]

PUBLER = (
    "Date - Intl. format or prompt",
    "Text",
    "Link(s) - Separated by comma for FB carousels",
    "Media URL(s) - Separated by comma",
    "Title - For the video, pin, PDF ..",
    "Label(s) - Separated by comma",
    "Alt text(s) - Separated by ||",
    "Comment(s) - Separated by ||",
    "Pin board, FB album, or Google category",
    "Post subtype - I.e. story, reel, PDF ..",
    "CTA - For Facebook links or Google",
    "Reminder - For stories, reels, shorts, and TikToks",
)


def january() -> bytes:
    """A clinic's calendar: a sheet with a column a channel, a month as a grid, a list, and what is hidden."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "January"
    _fill(
        sheet,
        [
            ["Riverside content calendar, January 2027"],
            [],
            [
                "Date",
                "Time",
                "Campaign",
                "Facebook copy",
                "Instagram caption",
                "Alt text",
                "Consent",
                "Owner",
                "Notes",
            ],
            [
                date(2027, 1, 4),
                time(8, 0),
                "New year",
                "New year, same front door. Walk-ins are welcome from 8 to 4 all week.",
                "New year, same front door 🚪",
                "The front door of the clinic with a wreath",
                None,
                "Grace",
                None,
            ],
            [
                date(2027, 1, 6),
                time(12, 0),
                "Veins",
                "Tired of spider veins? Our DermaBeam laser is FDA approved and they never come back, guaranteed.",
                "Bye, spider veins 👋 Our DermaBeam laser is cleared for them. Ask what to expect.",
                "A nurse shows the laser to a visitor",
                None,
                "Grace",
                None,
            ],
            [
                date(2027, 7, 8),
                time(12, 0),
                "Patient stories",
                None,
                "Patient story: Denise Harlow could not climb her own stairs. After treatment for her arthritis she walks the dog twice a day.",
                "Denise Harlow on her porch with a brown dog",
                "C-201",
                "Grace",
                "moved to July",
            ],
            [
                date(2027, 1, 14),
                time(8, 0),
                "Reviews",
                "Leave us a 5-star Google review this week and you are in the drawing for a $50 gift card!",
                None,
                None,
                None,
                "Grace",
                None,
            ],
            [
                date(2027, 1, 15),
                time(8, 0),
                "Old",
                "Welcome back, Walter! MRN 00482913 is all set for his new knee.",
                None,
                None,
                None,
                "Grace",
                "hidden, do not use",
            ],
        ],
    )
    sheet.merge_cells("A1:I1")
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["I"].hidden = True
    sheet["E4"].comment = Comment("Joanna:\nask Mrs. Sandoval, (614) 555-0187, for her photo", "Joanna")
    for row in range(4, 9):
        sheet.cell(row, 1).number_format = "ddd d mmm yyyy"

    grid = book.create_sheet("February 2027")
    _fill(
        grid,
        [
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            [1, 2, 3, 4, 5, 6, 7],
            [None, None, "FB: Blood pressure checks, free, Saturday 9 to noon.", None, None, None, None],
            [8, 9, 10, 11, 12, 13, 14],
            [
                None,
                "IG: Addicts deserve care too. Our recovery program has openings.",
                None,
                None,
                None,
                None,
                None,
            ],
        ],
    )
    lists = book.create_sheet("Lists")
    _fill(lists, [["Facebook", "Draft"], ["Instagram", "Approved"], ["LinkedIn", "Posted"]])
    lists.sheet_state = "hidden"
    return _saved(book)


def spring() -> bytes:
    """A clinic's calendar in which all is right."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "March"
    _fill(
        sheet,
        [
            ["Lakeshore content calendar"],
            ["Date", "Channel", "Copy", "Alt text", "Status", "Owner"],
            [
                date(2027, 3, 1),
                "FB/IG",
                "The walk-in clinic is open on Sundays again, from 10 to 4.",
                "The clinic's front door in the sun",
                "Approved",
                "Kim",
            ],
            [
                date(2027, 3, 8),
                None,
                "Our class for new parents begins on Tuesday. It is free, and babies are welcome.",
                "Parents on cushions in a bright room",
                "Approved",
                "Kim",
            ],
            [
                date(2027, 3, 17),
                "LinkedIn",
                "We are hiring two nurses for the evening. All qualified applicants are welcome.",
                None,
                "Approved",
                "Kim",
            ],
        ],
    )
    sheet.merge_cells("B3:B4")
    grid = book.create_sheet("April 2027")
    _fill(
        grid,
        [
            ["Mon", "Tue", "Wed", "Thu", "Fri"],
            [None, None, None, 1, 2],
            [5, 6, 7, 8, 9],
            [None, None, "FB: Story time at the library, 10 am. Bring a blanket.", None, None],
        ],
    )
    return _saved(book)


def hootsuite(rows: Sequence[Row]) -> bytes:
    """A file for the bulk composer: no header, but date and time, message and link."""
    return _csv(rows)


def publer(rows: Sequence[Row]) -> bytes:
    """A file for the bulk scheduler, under its header."""
    return _csv([PUBLER, *((*row, *[""] * (len(PUBLER) - len(row))) for row in rows)])


def _fill(sheet: Worksheet, rows: Sequence[Row]) -> None:
    for row in rows:
        sheet.append(list(row))


def _csv(rows: Sequence[Row]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def _saved(book: Workbook) -> bytes:
    """The workbook, without the hour at which it was made."""
    book.properties.created = datetime(2026, 11, 3, 8, 0)
    book.properties.creator = "Grace"
    first, whole = BytesIO(), BytesIO()
    book.save(first)
    stamp = f"{book.properties.modified.isoformat(timespec='seconds')}Z".encode()
    with ZipFile(first) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            new.writestr(member, old.read(name).replace(stamp, b"2026-11-03T08:00:00Z"))
    return whole.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "riverside-clinic/content/january-calendar.xlsx": january,
    "riverside-clinic/content/hootsuite-week-2.csv": lambda: hootsuite(
        [
            ("2027-01-11 08:00", "Flu shots at 88 Ferry Road, no appointment, every weekday until 4.", "https://riversidefamily.example/flu"),
            ("2027-01-12 12:00", "Ozempic too pricey? Our compounded semaglutide is the same as Ozempic at half the price.", ""),
            ("2027-01-13 17:30", "The lab on Mill Street closes at noon on Wednesday.\nFerry Road is open as always.", ""),
        ]
    ),
    "riverside-clinic/content/publer-instagram.csv": lambda: publer(
        [
            ("2027-01-11 10:00", "Meet Lindiwe Moyo, RN 👋 || In the garden || With the kettle", "", "https://riversidefamily.example/a.jpg, https://riversidefamily.example/b.jpg", "", "team", "Lindiwe Moyo in a blue jacket || A kettle on a desk", "Questions? Call (614) 555-0142"),
            ("2027-01-13 10:00", "<p>Winter skin?</p><p>Ask about <b>DermaBeam</b>, our FDA-<i>approved</i> laser.</p>", "", "https://riversidefamily.example/c.jpg", "", "laser", "A laser on a stand", "Denise Harlow, DOB 04/12/1961, says thanks || Book at the front desk"),
        ]
    ),
    "clean/content/calendar-spring.xlsx": spring,
    "clean/content/hootsuite-week.csv": lambda: hootsuite(
        [
            ("03/15/2027 09:00", "Blood pressure checks at the library on Thursday, 10 to noon. Free, no appointment.", "https://lakeshorehealth.example/events"),
            ("03/16/2027 09:00", "Our front desk speaks English and Spanish. Come in and ask.", ""),
        ]
    ),
    "clean/content/publer-week.csv": lambda: publer(
        [
            ("2027-03-15 10:00", "Community CPR night 🫀 at 15 Harbor Street, 6 pm.", "", "https://lakeshorehealth.example/cpr.jpg", "", "", "People kneeling beside training dummies in a gym", "Sign up at the desk or call (906) 555-0120."),
        ]
    ),
}  # fmt: skip
