"""The words by which a name, and the role of the person who bears it, are known.

Each tuple is a list for a person to read and to extend. Words are compared without regard to
case, except where a tuple says otherwise; a blank in an entry stands for any blank.
"""

from __future__ import annotations

CIVIL_TITLES = (
    "mr", "mrs", "ms", "mx", "mister", "herr", "herrn", "frau", "meneer", "mevrouw", "mevr", "mw", "dhr",
    "monsieur", "madame", "mme", "mlle", "señor", "señora", "señorita", "sra",
)  # fmt: skip
"""They say that a name follows, and nothing of the role. `Miss` and `Master` say too much else."""

CARE_TITLES = ("dr", "drs", "prof")
"""Titles of people who give care. Those that are words as well, such as nurse, are among `JOBS`."""

CREDENTIALS = (
    "MD", "M.D.", "DO", "D.O.", "MBBS", "MBChB", "FRCS", "FRCP", "FACC", "FACS", "FACP", "FAAP", "FACOG",
    "DDS", "DMD", "DPM", "DVM", "OD", "DC", "RN", "BSN", "MSN", "LPN", "LVN", "CNA", "APRN", "CRNA", "NP",
    "FNP", "FNP-C", "FNP-BC", "DNP", "PA", "PA-C", "PharmD", "Pharm.D.", "RPh", "CPhT", "PhD", "Ph.D.",
    "PsyD", "EdD", "DrPH", "ScD", "MPH", "MHA", "MBA", "MSW", "LCSW", "LMSW", "LMFT", "LPC", "LPCC", "CADC",
    "RD", "RDN", "LDN", "CDCES", "PT", "DPT", "OT", "OTR", "OTR/L", "COTA", "SLP", "CCC-SLP", "RRT", "RT",
    "CNM", "CPM", "IBCLC", "EMT", "EMT-P", "AuD", "ATC", "CCRN", "CEN", "FACHE", "JD", "Esq", "Dipl.-Psych.",
)  # fmt: skip
"""What stands behind the name of somebody who works in care; compared with its capitals."""

JOBS = (
    "doctor", "physician", "surgeon", "nurse", "practitioner", "hygienist", "dentist", "orthodontist",
    "pharmacist", "therapist", "psychologist", "psychiatrist", "counselor", "counsellor", "midwife", "doula",
    "dietitian", "dietician", "nutritionist", "paramedic", "medic", "technician", "technologist",
    "sonographer", "radiologist", "cardiologist", "oncologist", "pediatrician", "paediatrician",
    "neurologist", "urologist", "dermatologist", "anesthesiologist", "anaesthetist", "hospitalist",
    "intensivist", "pathologist", "gynecologist", "obstetrician", "ophthalmologist", "optometrist",
    "gastroenterologist", "endocrinologist", "rheumatologist", "nephrologist", "pulmonologist",
    "hematologist", "haematologist", "geriatrician", "internist", "specialist", "consultant", "registrar",
    "fellow", "intern", "orientee", "preceptor", "director", "manager", "coordinator", "co-ordinator",
    "supervisor", "administrator", "president", "vice president", "chief", "chair", "chairs", "chairman",
    "chairwoman", "chairperson", "head", "lead", "officer", "ceo", "cfo", "coo", "cmo", "cno", "cio",
    "executive", "spokesperson", "spokesman", "spokeswoman", "recruiter", "receptionist", "navigator",
    "chaplain", "volunteer", "researcher", "scientist", "investigator", "professor", "speaker", "presenter",
    "panelist", "panellist", "moderator", "host", "keynote", "instructor", "trainer", "educator", "lecturer",
    "colleague", "teammate", "team member", "employee", "staff member", "social worker", "case manager",
    "care manager", "assistant", "provider", "clinician", "mfa", "arzt", "ärztin", "chefarzt", "chefärztin",
    "krankenschwester", "pflegerin", "huisarts", "verpleegkundige", "tandarts", "médecin", "infirmière",
    "infirmier", "enfermera", "médico",
)  # fmt: skip
"""What somebody is to the organisation: beside the name, the person is staff or speaks for it."""

AT_WORK = (
    "joins our team", "joins the team", "joined our team", "joined the team", "joins our staff",
    "joined our staff", "joins our practice", "joined our practice", "joins the practice",
    "joined the practice", "leads", "lectures", "performs", "performed", "treats", "specializes",
    "specialises", "sees patients", "will see patients", "is accepting", "is now accepting",
    "is board-certified", "is board certified", "will speak", "will present", "will lead", "will discuss",
    "will answer", "will host", "completed her fellowship", "completed his fellowship",
    "completed her residency", "completed his residency", "passed her boards", "passed his boards",
)  # fmt: skip
"""What only somebody who works here does, right after the name."""

PUBLIC_TITLES = (
    "president", "vice president", "senator", "sen", "congressman", "congresswoman", "representative", "rep",
    "governor", "gov", "mayor", "councilman", "councilwoman", "councilmember", "councillor", "commissioner",
    "secretary", "minister", "prime minister", "chancellor", "ambassador", "judge", "justice", "king",
    "queen", "prince", "princess", "pope", "sir", "dame", "lord", "lady", "surgeon general", "general",
    "coach", "author", "authors", "novelist", "poet", "journalist", "writer", "singer", "actor", "actress",
    "artist", "architect", "comedian", "athlete", "olympian", "philanthropist", "donor", "donors",
    "benefactor", "benefactors", "sponsor", "sponsors", "founder", "inventor", "historian", "pioneer",
    "award winner", "winner", "award recipient", "honoree", "named after", "named for", "in honor of",
    "bürgermeister", "bürgermeisterin", "burgemeester", "minister-president", "maire", "alcalde", "alcaldesa",
)  # fmt: skip
"""Offices, crafts and deeds that make somebody a public person, right before or after the name."""

PUBLIC_WORKS = (
    "book", "novel", "memoir", "op-ed", "article", "essay", "song", "film", "movie", "album", "show",
    "documentary", "podcast", "painting", "lecture", "speech", "ted talk", "design", "gift", "donation",
    "generosity", "legacy", "foundation",
)  # fmt: skip
"""What a public person or a donor is known by: `Ola Ash's design`."""

GIVING = (
    "for the gift", "for your gift", "for their gift", "for her gift", "for his gift", "for a gift",
    "for the generous", "for your generous", "for their generous", "for the donation", "for your donation",
    "for their donation", "for donating", "for sponsoring", "who donated", "donated", "sponsored",
)  # fmt: skip
"""What a donor is thanked for, after the name."""

DEEDS_OF_OLD = (
    "discovered", "invented", "described", "pioneered", "patented", "founded", "coined", "proved",
    "entdeckte", "erfand", "ontdekte", "découvrit", "a découvert", "descubrió",
)  # fmt: skip
"""What historical figures did, in a sentence with a year long past; patients describe things too."""

HISTORICAL = (
    "albert schweitzer", "alexander fleming", "albert sabin", "clara barton", "edward jenner",
    "elizabeth blackwell", "florence nightingale", "galen", "hippocrates", "henrietta lacks",
    "ignaz semmelweis", "jonas salk", "joseph lister", "louis pasteur", "marie curie", "mary seacole",
    "robert koch", "rosalind franklin", "rudolf virchow", "sigmund freud", "virginia apgar",
    "wilhelm conrad röntgen", "walt disney", "martin luther king", "mother teresa", "santa claus",
)  # fmt: skip
"""Persons of history and story whom health posts name by themselves."""

EPONYMS = (
    "alzheimer", "apgar", "asperger", "babinski", "barré", "basedow", "bechterew", "braille", "caesar",
    "celsius", "chagas", "charcot", "crohn", "cushing", "doppler", "dupuytren", "ebstein", "ehlers",
    "ehlers-danlos", "fahrenheit", "fallot", "foley", "guillain", "guillain-barré", "hashimoto", "heimlich",
    "hodgkin", "kaposi", "kawasaki", "kegel", "korsakoff", "lewy", "lou gehrig", "lyme", "marfan", "meniere",
    "ménière", "mohs", "montessori", "munchausen", "non-hodgkin", "pap", "parkinson", "pilates", "raynaud",
    "reye", "rett", "röntgen", "rorschach", "sjogren", "sjögren", "tay-sachs", "tourette", "wernicke",
    "wilms",
)  # fmt: skip
"""Names that have become words of medicine and that hardly anybody in a post bears."""

EPONYM_SURNAMES = (
    "addison", "bell", "braxton hicks", "bright", "broca", "coombs", "down", "glasgow", "gram", "graves",
    "holter", "huntington", "norwood", "osgood", "paget", "pick", "still", "turner", "whipple", "wilson",
)  # fmt: skip
"""The same, but people are called so as well: only with one of `NAMED_THINGS` behind them."""

NAMED_THINGS = (
    "disease", "syndrome", "lymphoma", "sarcoma", "palsy", "dementia", "chorea", "thyroiditis", "tumor",
    "tumour", "phenomenon", "contracture", "esophagus", "oesophagus", "fracture", "catheter", "monitor",
    "ultrasound", "stent", "tube", "clamp", "scissors", "retractor", "maneuver", "manoeuvre", "procedure",
    "operation", "test", "sign", "score", "scale", "index", "law", "effect", "method", "position",
    "exercises", "exercise", "surgery", "smear", "bodies", "body", "cells", "stain", "pump", "krankheit",
    "ziekte", "maladie", "enfermedad",
)  # fmt: skip
"""Diseases, devices and methods, right behind the surname they are called after."""

NAMED_PLACES = (
    "center", "centre", "hospital", "clinic", "institute", "foundation", "building", "tower", "pavilion",
    "wing", "hall", "auditorium", "library", "chapel", "theater", "theatre", "garden", "gardens", "park",
    "school", "elementary", "university", "college", "academy", "house", "lodge", "museum", "stadium",
    "award", "awards", "prize", "medal", "scholarship", "fellowship", "lecture", "lectureship", "memorial",
    "fund", "trust", "society", "association", "day", "month", "week", "walk", "run", "street", "st",
    "avenue", "ave", "road", "rd", "boulevard", "blvd", "lane", "ln", "drive", "plaza", "square", "bridge",
    "parkway", "highway", "crescent", "airport", "station", "motors", "group", "partners", "llc", "inc",
    "ltd", "corporation", "company", "pharmacy", "laboratories", "labs", "straße", "strasse", "platz",
    "klinik", "krankenhaus", "ziekenhuis", "straat", "plein", "laan",
)  # fmt: skip
"""Buildings, awards, streets and firms that carry a person's name, in capitals behind it."""

GROUND = (
    "falls", "bay", "valley", "creek", "springs", "county", "heights", "terrace", "beach", "island",
    "islands", "mountain", "mountains", "canyon", "junction", "township", "village", "city", "harbor",
    "harbour", "landing", "crossing", "shores", "prairie",
)  # fmt: skip
"""The last word of small places, which the model takes for persons: `Elk Falls`."""

GROUND_OR_SURNAME = (
    "ridge", "lake", "grove", "hills", "point", "river", "rivers", "woods", "wood", "field", "park",
)  # fmt: skip
"""The same, but people are called so as well: a place only behind a word of `WHERE_TO`."""

WHERE_TO = ("in", "near", "from", "at", "to", "around", "outside", "through", "across")
"""What stands before a place."""

INSIDE = ("in", "near", "outside")
"""What stands before a place, and hardly ever before a person."""

BELIEVING = (
    "believe", "believes", "believed", "trust", "trusts", "faith", "confidence", "interest", "interested",
)  # fmt: skip
"""Behind these, `in` leads to a person after all."""

HEADLINE_VERBS = (
    "leaves", "enters", "exits", "visits", "thanks", "opens", "wins", "beats", "survives", "recovers",
    "returns", "joins", "meets", "shares", "tells", "says", "sues", "loves", "names", "speaks", "tours",
    "donates", "gives", "presented", "treated", "admitted", "discharged", "released", "transferred", "moved",
    "died", "dies",
)  # fmt: skip
"""In a headline all words have capitals: `Ola Ash Leaves Hospital` is no hospital's name."""

IN_OUR_CARE = (
    "patient", "patients", "pt", "client", "clients", "inmate", "survivor", "preemie", "patiënt", "patiënte",
    "patientin", "patienten", "patiente", "paciente",
)  # fmt: skip
"""What somebody is to us who is a patient, right before or after the name."""

FONDLY = ("warrior", "fighter", "baby", "newborn", "little", "resident", "hero", "camper", "brave")
"""What we call patients and others, right before the name; a title of care tells more."""

CARED_FOR = (
    "admitted", "discharged", "treated", "operated on", "intubated", "extubated", "diagnosed", "took care of",
    "caring for", "cared for", "care of", "delivered", "hospitalized", "hospitalised",
)  # fmt: skip
"""What was done to a patient, right before the name."""

RECOVERY = (
    "after surgery", "after chemo", "leaves hospital", "leaves the hospital", "left the hospital",
    "is home", "is back home", "is going home", "is finally home", "went home", "goes home",
    "is heading home", "was discharged", "is discharged", "has been discharged", "was admitted",
    "is admitted", "was intubated", "is recovering", "has recovered", "is resting", "is cancer-free",
    "is cancer free", "is tumor-free", "is tumour-free", "is in remission", "is pain-free", "is stable",
    "is in critical", "came through surgery", "is out of surgery", "woke up from", "was diagnosed",
    "has been diagnosed", "is battling", "is fighting", "battled", "beat cancer", "survived", "passed away",
    "rang the bell", "finished chemo", "completed chemo", "finished treatment", "completed treatment",
    "underwent", "was treated", "was born", "is our patient", "had surgery", "had a stroke",
    "had a heart attack", "moved to our hospice", "arrived at our", "came to us", "came to our",
    "came in with", "came in for", "graduated from our nicu",
)  # fmt: skip
"""What is told of a patient, in the clause behind the name."""

MILESTONES = (
    "ringing the bell", "rang the bell", "rings the bell", "ring the bell", "last round of chemo",
    "last day of chemo", "final round", "final treatment", "last treatment", "going home", "cancer-free",
    "beating cancer", "in remission", "on your recovery", "on her recovery", "on his recovery", "new hip",
    "new knee", "new smile", "braces off", "weight loss", "discharge", "graduating from",
)  # fmt: skip
"""What patients are congratulated on."""

CARE = (
    "surgery", "operation", "chemo", "chemotherapy", "radiation", "dialysis", "transplant", "biopsy",
    "diagnosis", "prognosis", "test results", "results", "scan", "mri", "x-ray", "ultrasound", "colonoscopy",
    "procedure", "implant", "implants", "root canal", "crown", "filling", "fillings", "extraction",
    "wisdom tooth", "braces", "cleaning", "therapy", "physical therapy", "session", "sessions", "appointment",
    "visit", "prescription", "medication", "medications", "dose", "treatment", "treatments", "treatment plan",
    "recovery", "rehab", "admission", "discharge", "chart", "records", "hip", "knee", "kidney", "kidneys",
    "liver", "pregnancy", "delivery", "ivf", "icd", "pacemaker", "stent", "wound", "scar", "car-t",
    "insurance", "insurer", "copay", "bill", "balance", "referral", "plan",
)  # fmt: skip
"""What is somebody's own once they are a patient: `Mia's biopsy`, `Tom, your biopsy`."""

CONDITIONS = (
    "cancer", "leukemia", "leukaemia", "lymphoma", "melanoma", "tumor", "tumour", "stroke", "heart attack",
    "heart failure", "diabetes", "dementia", "alzheimer's", "parkinson's", "multiple sclerosis", "als",
    "epilepsy", "seizure", "seizures", "asthma", "copd", "pneumonia", "covid", "sepsis", "hiv", "aids",
    "hepatitis", "chlamydia", "syphilis", "gonorrhea", "herpes", "depression", "anxiety", "bipolar",
    "schizophrenia", "ptsd", "anorexia", "overdose", "addiction", "psoriasis", "lupus", "arthritis",
    "migraine", "infection", "fracture", "kidney failure", "cystic fibrosis", "sickle cell", "down syndrome",
    "autism", "adhd", "miscarriage",
)  # fmt: skip
"""What somebody has who is ill."""

WARDS = (
    "bed", "room", "bay", "ward", "unit", "icu", "nicu", "picu", "ccu", "er", "ed", "hospice", "isolation",
)  # fmt: skip
"""Where a patient lies: `Ola Ash in bed four`."""

AS_A_PATIENT = (
    "attended", "were seen", "were here", "came in", "missed", "signed", "owe", "still owe", "cancelled",
    "canceled", "refused", "declined", "had your", "booked",
)  # fmt: skip
"""What we say to a patient, behind `you`."""

GREETINGS = ("hi", "hello", "hey", "dear", "sorry", "hallo", "beste", "liebe", "lieber", "bonjour", "hola")
"""What stands before the name of the person spoken to."""

NOT_NAMES = (
    "vielen dank", "herzlichen glückwunsch", "herzlichen dank", "frohe weihnachten", "frohe ostern",
    "guten morgen", "guten tag", "hartelijk dank", "fijne feestdagen", "joyeux noël", "bonne année",
    "feliz navidad", "buenos días", "muchas gracias", "tag der", "happy birthday", "merry christmas",
    "patient zero", "good morning", "thank you", "grand rounds", "success story", "jane doe", "john doe",
    # What posts begin with, and nobody is called.
    "refer", "book", "buy", "call", "click", "come", "download", "enjoy", "enroll", "follow", "get", "give",
    "grab", "join", "learn", "leave", "lose", "meet", "order", "pick", "read", "register", "review", "say",
    "save", "schedule", "see", "share", "shop", "sign", "sip", "skip", "snag", "stop", "swap", "swipe", "tag",
    "take", "tap", "text", "tired", "try", "visit", "watch", "welcome", "win", "yep", "nope",
    "medicare", "medicaid", "covid", "instagram", "facebook", "pinterest", "linkedin", "tiktok", "zoom",
)  # fmt: skip
"""Words in capitals that the model takes for a name."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
)  # fmt: skip

WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "thanksgiving",
    "easter", "new year's eve", "new year's day", "halloween", "valentine's day",
)  # fmt: skip
