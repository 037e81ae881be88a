"""The name of a column or key -> which part of a post, or which fact about it, it holds.

One table for all formats. It knows the headers of the common schedulers, content calendars and
front matter. Names are compared without case, spaces and punctuation; an explanation after
` - ` and a number at the end (`Alt text picture 3`) do not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from types import MappingProxyType

import regex

from socialint.expressions import lazily
from socialint.model.documents import Part
from socialint.readers.prose import words

Columns = Mapping[str, Sequence[str]]
"""The configuration's `columns:`: part or metadata key -> the names that mean it."""

NO_COLUMNS: Columns = MappingProxyType({})


class Special(Enum):
    """What a key holds that is neither a text nor a plain fact."""

    ID = "id"
    MEDIA = "media"
    DATE = "date"
    TIME = "time"
    PARENT = "in_reply_to"
    NETWORK = "network"
    """A column that is named after a network and says whether the post goes there."""
    KIND = "post_type"
    """A type that may be the type of post, or something quite different."""
    AUDIENCE = "audience"
    """An audience that may be one of those that rules know, or any group of people."""
    TIE = "commercial_tie"
    """What binds the author to whom the post is about: paid, gifted, affiliate, employee, own-brand, none."""
    WAIVER = "waiver"
    """What the draft says to socialint."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a post, by the contract's name."""

    name: str


Role = Part | Special | Fact

_NAMES: Mapping[Role, str] = {
    Part.BODY: (
        "text body message content post copy tweet fulltext messagetext posttext postcontent postcopy "
        "postbody postmessage socialcopy socialtext captioncopy finalcopy draftcopy finaltext maincopy "
        "sharecommentary commentary statusupdate reply response replytext contenttext "
        "beitrag beitragstext nachricht inhalt tekst bericht inhoud posttekst berichttekst postingtext haupttext texte contenu textedupost textedelapublication texto mensaje contenido "
        "publicación publicacion testo messaggio contenuto mensagem conteúdo"
    ),
    Part.CAPTION: "caption captions captiontext bijschrift légende legende leyenda legenda bildunterschrift",
    Part.TITLE: (
        "title headline subject subjectline seotitle metatitle ogtitle twittertitle linktitle documenttitle "
        "videotitle youtubetitle youtubevideotitle pintitle pinterestpintitle facebooktitle posttitle "
        "headlinetext socialtitle titel titre überschrift koptekst kop título titolo"
    ),
    Part.ALT_TEXT: (
        "alt alttext alttexts altdescription alttextpicture alttextimage alttextvideo imagealt imagealttext "
        "imagealttexts picturealttext alternativetext alternatetext alttag mediaalt mediaalttext "
        "alternativtext alternativtexte bildbeschreibung alttekst alternatievetekst textealternatif textealt "
        "accessibilitytext coveralt coverimagealt heroalt thumbnailalt"
    ),
    Part.IMAGE_TEXT: (
        "imagetext textonimage textinimage visualtext graphictext overlaytext textoverlay imagecopy "
        "graphiccopy onscreentext visualcopy assetcopy creativecopy textonvisual textongraphic slidetext"
    ),
    Part.FIRST_COMMENT: (
        "firstcomment firstcommenttext followupcomment instagramfirstcomment linkedinfirstcomment "
        "facebookfirstcomment commenttext erstkommentar ersterkommentar eerstereactie eerstecomment premiercommentaire"
    ),
    Part.LINK: (
        "link links url urls linkurl posturl postlink ctalink ctaurl pinlink pinterestpinlink website "
        "landingpage destinationurl sharedurl linkogmetaurl lien verlinkung zielseite"
    ),
    Part.POLL: "poll polloptions polloption pollquestion pollchoices twitterxpolloption",
    Part.HASHTAGS: "hashtags hashtag",
    Part.DESCRIPTION: (
        "description summary excerpt seodescription metadescription ogdescription twitterdescription "
        "teaser preheader previewtext preview linkdescription subtitle subheading socialdescription "
        "beschreibung omschrijving descripción descripcion descrizione descrição"
    ),
    Part.INTERNAL: (
        "notes note internalnotes internalnote internal owner approver approvedby reviewer reviewedby "
        "comments comment statuscomment statuscomments feedback assignee assignedto designernotes "
        "reviewcomments reviewernotes internalcomments remarks memo legalcomments complianceremarks "
        "compliancenotes legalnotes notizen notiz anmerkung anmerkungen bemerkung bemerkungen kommentar kommentare "
        "verantwortlich zuständig freigabe freigegebenvon opmerking opmerkingen notitie notities eigenaar "
        "verantwoordelijke goedgekeurddoor goedkeuring remarque remarques commentaire commentaires responsable "
        "validépar approbateur notas"
    ),
    Special.ID: "id postid recordid uid guid postnumber uniqueid",
    Special.MEDIA: (
        "media mediaurl mediaurls image images imageurl imageurls picture pictures pictureurl photo photos "
        "photourl video videos videourl videourls gif gifurl visual visuals asset assets creative graphic "
        "attachment attachments cover coverimage featuredimage heroimage thumbnail thumbnailurl "
        "ogimage twitterimage socialimage bild bilder foto fotos afbeelding afbeeldingen beeld visuel visuels medien"
    ),
    Special.DATE: (
        "publishat date datetime dateandtime scheduledate scheduleddate scheduledat scheduledtime "
        "scheduledfor publishdate pubdate publicationdate publishedat publishtime postingtime postingdate "
        "postat postdate senddate sendat postatspecifictime golive golivedate livedate datum "
        "veröffentlichungsdatum veröffentlichung publicatiedatum plaatsingsdatum datedepublication datedediffusion fecha"
    ),
    Special.TIME: "time time24hr posttime publishingtime timeofday uhrzeit uhr tijd tijdstip heure hora",
    Special.PARENT: "inreplyto parent parenttext replyto replyingto originalpost review reviewtext customerreview originaltext",
    Special.NETWORK: (
        "facebook twitter twitterx x linkedin gbp googlebusinessprofile instagram pinterest tiktok youtube "
        "threads bluesky mastodon"
    ),
    Special.KIND: "posttype type contenttype contentkind postsubtype instagrampost instagramposttype format postformat",
    Special.WAIVER: "socialint",
    Special.AUDIENCE: "audience audiences targetaudience",
    Special.TIE: "commercialtie commercialrelationship",
    Fact("channel"): (
        "channel channels platform platforms network networks socialnetwork socialnetworks socialchannel "
        "socialmedia kanal kanäle kanaal kanalen plattform netzwerk netwerk réseau réseaux canal canaux plateforme"
    ),
    Fact("market"): "market markets country countries jurisdiction",
    Fact("campaign"): "campaign campaigns campaignname kampagne campagne",
    Fact("product"): "product products productname",
    Fact("consent"): (
        "consent consentid consentref consentstatus consentnumber patientconsent hipaaauthorization "
        "hipaaauthorisation hipaaauth patientauthorization patientauthorisation "
        "einwilligung toestemming consentement consentimiento"
    ),
    Fact("consent_expires"): (
        "consentexpires consentexpiry consentexpiration consentexpireson consentvaliduntil consentvalidto consentends "
        "hipaaauthorizationexpires authorizationexpires authorisationexpires patientconsentexpires"
    ),
    Fact("consent_signed"): "consentsigned consentsignedon consentdate consentdated",
    Fact("consent_revoked"): "consentrevoked consentrevokedon consentwithdrawn",
    Fact("consent_channels"): "consentchannels consentchannel consentscopechannels",
    Fact("consent_person"): "consentperson consentfor consentof consentpatient",
    Fact("consent_signer_role"): (
        "consentby consentgivenby consentsignedby consentsigner consentsignerrole consentfrom "
        "authorizationby authorizationsignedby authorisationsignedby hipaaauthorizationby"
    ),
    Fact("approval"): "approval approvalid approvalref",
    Fact("evidence"): "evidence evidenceid substantiation",
    Fact("author"): "author authors byline",
    Fact("thread"): "thread threadid",
    Fact("position"): "position threadposition",
    Fact("paid"): "paid ispaid sponsored",
    Fact("gifted"): "gifted isgifted",
    Fact("affiliate"): "affiliate isaffiliate",
    Fact("language"): "language lang locale sprache taal langue idioma",
    Fact("irb"): "irb irbid irbnumber",
}

# "Facebook copy", "Copy (LinkedIn)", "Text EN", "Caption for Instagram": a text, whatever it is for.
_BODY_WORDS = words("copy caption text message tweet post")
_OTHER_WORDS = words(
    "id type url link links date day time status image alt author category format length count number "
    "topic theme pillar bucket owner approved approver approval idea goal objective kpi format title "
    "character characters limit tag tags visual asset design designer of"
)
_MOST_WORDS = 5
_REMEMBERED = 1000
_WORD = lazily(r"\p{L}+")
_IN_BRACKETS = lazily(r"\s*[(\[][^)\]]*[)\]]")
_EXPLANATION = lazily(r"\s+[-–—]\s.*", regex.DOTALL)
_LETTERS = lazily(r"[^\p{L}\p{N}]+")
_JOINED = lazily(r"\s*[/&|]\s*")
_NUMBER_AT_END = lazily(r"\d+$")


def bare(name: str) -> str:
    """A name without case, spaces and punctuation."""
    return _LETTERS.sub("", name).casefold()


def short(name: str) -> str:
    """A name without what explains it: `Alt text(s) - Separated by ||` is `Alt text`."""
    return _IN_BRACKETS.sub("", _EXPLANATION.sub("", name))


@dataclass(frozen=True)
class Names:
    """What the names of columns and keys mean: the configuration's own first, then the usual ones."""

    own: Mapping[str, Role] = field(default_factory=dict)
    _told: dict[str, Role | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, columns: Columns) -> Names:
        """The names that the configuration's `columns:` adds."""
        return cls(
            {bare(header): _configured(target) for target, headers in columns.items() for header in headers}
        )

    def role(self, name: str) -> Role | None:
        """What stands under `name`; None where nobody knows."""
        if name not in self._told:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            self._told[name] = self.own.get(bare(name)) or _usual_role(name)
        return self._told[name]


def looks_like_body(name: str) -> bool:
    """Whether a name that means nothing else says that a text stands there (`Copy EN`)."""
    said = _WORD.findall(name.casefold())
    if len(said) > _MOST_WORDS:
        return False
    return bool(_BODY_WORDS.intersection(said)) and not _OTHER_WORDS.intersection(said)


def _configured(target: str) -> Role:
    """The role that a key of `columns:` names: a part, or a name of the contract or of one's own."""
    if target in {part.value for part in Part}:
        return Part(target)
    usual = _table().get(bare(target))
    return usual if isinstance(usual, (Special, Fact)) else Fact(target)


@lru_cache(maxsize=4096)
def _usual_role(name: str) -> Role | None:
    table = _table()
    for spelling in (name, _EXPLANATION.sub("", name), short(name)):
        key = bare(spelling)
        role = table.get(key) or table.get(_NUMBER_AT_END.sub("", key))
        if role is not None:
            return role
    # `Image/Video`, `Comments & feedback`: two names for the same.
    roles = {_usual_role(part) for part in _JOINED.split(name)} if _JOINED.search(name) else set()
    return roles.pop() if len(roles) == 1 else None


@cache
def _table() -> Mapping[str, Role]:
    return {name: role for role, names in _NAMES.items() for name in names.split()}
