"""Who a person in a post is: staff, public, patient, unknown, or nobody at all."""

from __future__ import annotations

import pytest

from .posts import persons

ROLES = [
    ("Join Dr. Lena Vogt for a talk on hip pain.", "Lena Vogt", "staff"),
    ("Lena Vogt, PharmD, answers questions about statins.", "Lena Vogt", "staff"),
    ("Meet Lena Vogt, our chief of cardiology, at the fair.", "Lena Vogt", "staff"),
    ("Ask our nurse Lena Vogt about flu shots.", "Lena Vogt", "staff"),
    ("Ask our surgeons Lena Vogt and Tom Birch about hernias.", "Tom Birch", "staff"),
    ("The board named Lena Vogt as chief financial officer.", "Lena Vogt", "staff"),
    ("Come by and say hello to Maren Solbakk at the front desk.", "Maren Solbakk", "staff"),
    ("Chidi Okafor is back from his holidays.", "Chidi Okafor", "staff"),
    ("Unsere Ärztin Frau Dr. Lena Vogt ist ab Montag wieder in der Praxis für Sie da.", "Lena Vogt", "staff"),
    ("Senator Lena Vogt visited the new wing on Tuesday.", "Lena Vogt", "public"),
    ("We are reading the new novel by author Lena Vogt.", "Lena Vogt", "public"),
    ("We liked Lena Vogt's memoir about the sea.", "Lena Vogt", "public"),
    ("Thank you to Lena Vogt for the generous gift of a van.", "Lena Vogt", "public"),
    ("In 1846 William Morton showed how ether works.", "William Morton", "public"),
    ("Florence Nightingale kept careful statistics.", "Florence Nightingale", "public"),
    ("The Terry Fox Run is in May. Terry lost his leg to cancer at 18.", "Terry", "public"),
    ("After the Terry Fox Run our patient Terry is back for chemo.", "Terry", "patient"),
    ("Our patient Lena Vogt sends her regards.", "Lena Vogt", "patient"),
    ("Lena Vogt is home after surgery.", "Lena Vogt", "patient"),
    ("Congratulations Mr. Vogt on ringing the bell!", "Vogt", "patient"),
    ("Lena Vogt's biopsy came back this morning.", "Lena Vogt", "patient"),
    ("Sorry about your root canal, Mr. Vogt.", "Vogt", "patient"),
    ("Our nurse Lena Vogt was diagnosed last spring.", "Lena Vogt", "patient"),
    ("We waved to Lena Vogt in room 12.", "Lena Vogt", "patient"),
    ("Dana: is the waiting room free on the 14th?", "Dana", "staff"),
    ("Dana: please crop the photo of the infusion room.", "Dana", "staff"),
    ("Dana: her biopsy was benign.", "Dana", "patient"),
    ("Whiteboard: Rm 12 Abernathy NPO, Rm 13B Osei dialysis.", "Abernathy", "patient"),
    ("Whiteboard: Rm 12 Abernathy NPO, Rm 13B Osei dialysis.", "Osei", "patient"),
    ("Next on the knee list: Abernathy, Okafor-Lyle, Bergstrom.", "Okafor-Lyle", "patient"),
    ("Speakers: Lena Vogt (stroke), Tom Birch (sepsis).", "Tom Birch", "staff"),
    ("Thirty years: Lena Vogt (billing). Twenty: Tom Birch (dialysis).", "Tom Birch", "staff"),
    ("Our new practice manager is Mrs Lena Vogt. Flu clinic on Saturday.", "Lena Vogt", "staff"),
    ("Ask Lena about insulin pumps: she's our diabetes educator.", "Lena", "staff"),
    ("We waved to Lena from bed 9.", "Lena", "patient"),
    ("Meet Lena Vogt. Sickle cell, seven crises, one big smile.", "Lena Vogt", "patient"),
    ("Golf day with Lena Vogt, who has raised a fortune for sepsis care.", "Lena Vogt", "unknown"),
    ("Abernathy, day 12. The tube is out!", "Abernathy", "unknown"),
    ("A letter from Lena Vogt's widow on the end of his leukemia.", "Lena Vogt", "patient"),
    ("Internal note: Pt is Lena Vogt, ask if she minds.", "Lena Vogt", "patient"),
    ("l.3.n.a is back on 4 South for the third overdose.", "l.3.n.a", "patient"),
    ("Last radiation session. #CouragePourMaelenn", "#CouragePourMaelenn", "patient"),
    ("Sundowning all night. Hang in there #mrpetrakis", "#mrpetrakis", "patient"),
    ("From wheelchair to 5K; IMG_lena_abernathy_gait.mov", "lena_abernathy", "unknown"),
    ("Eisenhower's heart attack is the topic of our lecture.", "Eisenhower", "public"),
    ("Mr. Eisenhower's heart attack was treated here.", "Eisenhower", "patient"),
    ("We met Lena Vogt at the market.", "Lena Vogt", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_the_words_around_tell_the_role(text: str, name: str, role: str) -> None:
    assert (name, role) in persons(text)


NOBODY = [
    "Courage to all! #CouragePourTous",
    "The #mrclean of our wards is a robot.",
    "Room 12 Auditorium, second floor.",
    "Download IMG_spring_garden_party.jpg for our page.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_in_tags_rooms_and_files_name_nobody(text: str) -> None:
    assert persons(text) == []


def test_a_town_behind_a_name_is_no_person() -> None:
    assert persons("Dr. Lena Vogt of Brandon wins a medal.") == [("Lena Vogt", "staff")]


AROUND = [
    ("Meet Lena. She came to us with back pain and now she dances.", "Lena", "patient"),
    ("Meet Lena! She is our new scheduler.", "Lena", "staff"),
    ("Lena, your crown is ready.", "Lena", "patient"),
    ("Sorry, Lena, you still owe $40 for the crown.", "Lena", "patient"),
    ("The chart number was wrong. I will write to you, Lena.", "Lena", "patient"),
    ("Hi Lena, thank you for writing. We cannot discuss care online.", "Lena", "unknown"),
    ("Retinal scan from Lena V., 91, with macular degeneration.", "Lena V.", "patient"),
    ("Bay C: Mrs Vogt, 88, sepsis.", "Vogt", "patient"),
    ("VOGTLAND LENA, bed 4, sepsis.", "VOGTLAND LENA", "patient"),
    ("Frau M. hatte einen Schlaganfall.", "M", "patient"),
    ("Oma Lena von Station 3 hat ihre OP hinter sich.", "Lena", "patient"),
    ("Mme Garnier a eu son opération ce matin.", "Garnier", "patient"),
    ("Mrs. Vogt's husband (dementia) needs a sitter.", "Vogt", "patient"),
    ("Lena V., a teacher in Oregon, has severe asthma.", "Lena V.", "patient"),
    ("Dr. Lena Vogt told us that she has multiple sclerosis.", "Lena Vogt", "patient"),
    ("Mayor Lena Vogt was treated in our ER last night.", "Lena Vogt", "patient"),
    ("Senator Lena Vogt announced that she was treated for asthma.", "Lena Vogt", "public"),
    ("Lena Vogt's biography of cancer is a book to read.", "Lena Vogt", "public"),
    ("Speakers: Lena Vogt (stroke), Tom Birch (dementia).", "Tom Birch", "staff"),
    ("Lena Vogt wrote it in the New York Times after her surgery.", "Lena Vogt", "public"),
    ("Please call Lena at 555-0102 about the diabetes class.", "Lena", "staff"),
    ("Nurse Lena Vogt got a flu shot. Lena was the first to get her dose.", "Lena", "staff"),
    ("Frau Vogt wurde gestern an der Hüfte operiert.", "Vogt", "patient"),
    ("Wir freuen uns mit Herrn Vogt über sein neues Kniegelenk.", "Vogt", "patient"),
    ("Unsere Kollegin Lena Vogt feiert heute ihr Dienstjubiläum.", "Lena Vogt", "staff"),
    ("Mevrouw Van den Berg is gisteren geopereerd aan haar heup.", "Van den Berg", "patient"),
    ("Dokter Lena Vogt vertelt over hartfalen op 12 april.", "Lena Vogt", "staff"),
    ("Notre patiente Solange est en rémission après son cancer.", "Solange", "patient"),
    ("Notre infirmière Sophie part à la retraite après 30 ans.", "Sophie", "staff"),
    ("Nuestra paciente Guadalupe Vega recibió el alta ayer.", "Guadalupe Vega", "patient"),
    ("La Dra. Carmen Ortiz hablará sobre la diabetes este jueves.", "Carmen Ortiz", "staff"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), AROUND)
def test_the_sentence_and_the_post_tell_the_role(text: str, name: str, role: str) -> None:
    assert (name, role) in persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mammograms are free at the Trish Barlow Breast Center.",
        "Parkinson's disease slows movement.",
        "The Lena Vogt Award goes to a night nurse.",
        "Road works on Lena Vogt Street until Friday.",
        "The Lena Vogt Foundation pays for rides.",
        "Nurses learn to place a Foley catheter.",
        "Bell's palsy can come overnight.",
        "Visit us at St. Mary's on Monday.",
        "FREE FLU SHOTS TODAY at the front desk!",
        "Vielen Dank für die vielen Karten, wir haben uns sehr darüber gefreut.",
        "The Whole ICU says thanks.",
        "Book at https://LenaVogt.example/Lena-Vogt today.",
        "Give yourself grace, hope and a chance to heal.",
        "May is Stroke Awareness Month.",
        "Vaccines arrived in Troy, Michigan.",
        "The Vogt Family Birthing Center opens in June.",
    ],
)
def test_what_is_named_after_a_person_or_is_no_name_is_no_hit(text: str) -> None:
    assert not persons(text)


def test_a_headline_is_no_building() -> None:
    assert persons("Lena Vogt Leaves Hospital After Surgery") == [("Lena Vogt", "patient")]


def test_a_common_surname_with_a_title_is_no_disease() -> None:
    assert persons("Mr. Wilson is home after surgery.") == [("Wilson", "patient")]


def test_a_later_form_of_the_name_shares_the_role() -> None:
    text = "Our patient Lena Vogt ran the marathon. We cheered for Lena at the finish line."
    assert set(persons(text)) == {("Lena Vogt", "patient"), ("Lena", "patient")}


def test_a_namesake_on_the_staff_needs_the_same_first_name() -> None:
    assert persons("We met Arne Solbakk at the market.") == [("Arne Solbakk", "unknown")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Our patient Ola talks about life after her bypass.", "patient"),
        ("Ola Ash talks about life after a bypass.", "staff"),
        ("Welcome our new director of oncology, Ola Ash!", "staff"),
        ("I'm Ola, and I live with type 1 diabetes.", "public"),
        ("Tip from Ola: drink water if you have diabetes.", "public"),
        ("Dr. Ola Ash was born in Dayton and treats heart failure.", "staff"),
        ("Three weeks of rehab, and she walks. Her family cried. Way to go, Ola!", "patient"),
    ],
)
def test_what_stands_before_a_name_tells_who_it_is(text: str, role: str) -> None:
    assert [one for _, one in persons(text)] == [role]
