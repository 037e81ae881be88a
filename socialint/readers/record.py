"""A record (a JSON object, a YAML mapping, front matter, a row) -> a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from socialint.expressions import lazily
from socialint.model.context import AUDIENCES, POST_TYPES
from socialint.model.documents import Field, Part, Post, UnreadKind
from socialint.model.places import Landmark
from socialint.model.waivers import Waiver
from socialint.readers.channels import channels
from socialint.readers.dates import AMBIGUOUS, WRITE_ISO, Order, UntoldDateError, iso_date, says_no_date
from socialint.readers.frontmatter import head_of
from socialint.readers.media import described, listed, says_fact
from socialint.readers.names import Fact, Names, Special, bare
from socialint.readers.nodes import Entries, Items, Leaf, Node, below, leaves, value
from socialint.readers.original import Original
from socialint.readers.prose import reads_as_text, words
from socialint.readers.waivers import in_value

_KEY_PATH = lazily(r"(?=.*[.\[])(?:[a-z_][A-Za-z0-9_-]*)?(?:\[\d+\]|\.[a-z_@$][A-Za-z0-9_-]*)*")
_LOOSE = frozenset({Part.POLL, Part.HASHTAGS, Part.INTERNAL})
"""Parts whose texts count whatever they stand under: questions, options, remarks."""
_CLOSED = {Special.KIND: (POST_TYPES, "format"), Special.AUDIENCE: (AUDIENCES, "target_audience")}
_AUDIENCES = {"hcp_verified": "hcp", "hcps": "hcp", "internal": "staff", "employees": "staff"}
"""What else the audiences that rules know are called."""
_TIES = {"employee": "employee", "own_brand": "owner"}
"""Ties of the author himself."""
_LANGUAGES = {
    "english": "en", "englisch": "en", "engels": "en", "anglais": "en", "inglés": "en",
    "german": "de", "deutsch": "de", "duits": "de", "allemand": "de",
    "dutch": "nl", "nederlands": "nl", "niederländisch": "nl", "néerlandais": "nl",
    "french": "fr", "français": "fr", "französisch": "fr", "frans": "fr",
    "spanish": "es", "español": "es", "spanisch": "es", "espagnol": "es", "spaans": "es",
    "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt",
}  # fmt: skip
_FLAGS = frozenset({"paid", "gifted", "affiliate"})
_YES = words("true yes y 1 x ja oui sí si on")
_NO = words("false no n 0 nein nee non off")
# What stands below these describes somebody or something else, and is not published.
_NOT_OF_THE_POST = words(
    "user users account profile author owner creator brand organisation organization page stats metrics "
    "analytics insights schema"
)


@dataclass
class _Record:
    """What has been read of one record so far."""

    original: Original
    names: Names
    name: str
    order: Order
    fields: list[Field] = field(default_factory=list)
    metadata: dict[str, object] = field(default_factory=dict)
    media: list[dict[str, object]] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    clock: str = ""
    record: str = ""
    waivers: list[Waiver] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """The values that need no further reading, by identity."""

    def add(self, part: Part, leaf: Leaf, label: str) -> None:
        """Add a text, unless it is blank."""
        self.seen.add(id(leaf))
        if leaf.written.text.strip():
            self.fields.append(self.original.field(part, leaf.written, label))

    def read(self, entries: Entries, path: str = "") -> None:
        """Read every pair of the record."""
        for key, node in entries.pairs:
            role = self.names.role(key)
            label = below(path, key)
            if isinstance(role, (Fact, Special)) and role not in (Special.NETWORK, Special.MEDIA):
                self.seen.update(id(leaf) for _, leaf in leaves(node))
            if isinstance(role, Part):
                self._text(role, node, label)
            elif isinstance(role, Fact):
                self._fact(role.name, key, node, label)
            elif role is None:
                self.metadata.setdefault(key, value(node))
                self._dig(key, node, label)
            else:
                self._special(role, key, node, label)

    def _text(self, part: Part, node: Node, label: str) -> None:
        if part is Part.PARENT:
            self._parent(node, label)
            return
        for path, leaf in leaves(node, label):
            if leaf.value is None or isinstance(leaf.value, bool):
                continue
            if part in _LOOSE or "." not in path[len(label) :]:
                self.add(part, leaf, path)
            elif isinstance(leaf.value, str):  # somewhere below, among keys of which nothing is known
                own = self.names.role(_last_key(path))
                if isinstance(own, Part) or reads_as_text(leaf.value):
                    self.add(own if isinstance(own, Part) else part, leaf, path)

    def _parent(self, node: Node, label: str) -> None:
        self.metadata.setdefault("in_reply_to", value(node))
        for path, leaf in leaves(node, label):
            if isinstance(leaf.value, str) and (leaf is node or reads_as_text(leaf.value)):
                self.add(Part.PARENT, leaf, path)

    def _fact(self, name: str, key: str, node: Node, label: str) -> None:
        found = value(node)
        if name == "channel":
            found = list(found) if isinstance(found, Mapping) else _channels(found)
            if isinstance(node, Entries):
                self._dig("", node, label)
        elif name in _FLAGS:
            found = flag(found)
        elif isinstance(found, str):
            found = found.strip()
            found = _LANGUAGES.get(found.casefold(), found) if name == "language" else found
        if name == "consent" and name in self.metadata:
            # Whichever of them says that there is none must be heard.
            self.metadata[name] = [*_as_list(self.metadata[name]), found]
        elif found not in (None, "", []) and (name not in self.metadata or key == name):
            self.metadata[name] = found

    def _special(self, role: Special, key: str, node: Node, label: str) -> None:
        found = value(node)
        said = found.strip() if isinstance(found, str) else found
        if role is Special.PARENT:
            self._parent(node, label)
        elif role is Special.MEDIA:
            self._media(node, label)
        elif role is Special.WAIVER:
            self._waivers(node)
        elif role is Special.NETWORK:
            self._network(key, node, label)
        elif role is Special.ID:
            self.record = self.record or ("" if said is None or isinstance(said, (list, dict)) else str(said))
        elif role is Special.DATE:
            self.dates.append((key, str(said)))
        elif role is Special.TIE:
            self._tie(_spelled(said))
        elif role is Special.TIME:
            self.clock = self.clock or str(said)
        else:
            self._one_of(role, key, said)

    def _waivers(self, node: Node) -> None:
        for _, leaf in leaves(node):
            fields, waivers = in_value(self.original, leaf.written)
            self.fields += fields
            self.waivers += waivers

    def _one_of(self, role: Special, key: str, said: object) -> None:
        """A fact that has few values, under a name that people use for other things as well."""
        values, otherwise = _CLOSED[role]
        value = _spelled(said)
        if role is Special.AUDIENCE:
            value = _AUDIENCES.get(value, value) if isinstance(value, str) else value
        if value in values:
            self.metadata.setdefault(role.value, value)
        elif said not in (None, ""):
            # By its very name in the contract, a value that makes no sense is a mistake.
            self.metadata.setdefault(key if key == role.value else otherwise, said)

    def _tie(self, said: object) -> None:
        if said == "none":
            self.metadata |= dict.fromkeys(_FLAGS, False) | self.metadata
        elif said in _FLAGS:
            self.metadata.setdefault(str(said), True)
        elif said in _TIES:
            self.metadata.setdefault("author", {"relation": _TIES[str(said)]})
        elif said not in (None, ""):
            self.metadata.setdefault(Special.TIE.value, said)

    def _network(self, key: str, node: Node, label: str) -> None:
        """A column named after a network holds a yes or no, or the text for that network."""
        said = value(node)
        if flag(said) is True:
            self.metadata["channel"] = [*_as_list(self.metadata.get("channel")), key]
        elif isinstance(node, Leaf) and isinstance(said, str) and reads_as_text(said):
            self.add(Part.BODY, node, label)
        elif not isinstance(node, Leaf):
            self._dig(key, node, label)

    def _media(self, node: Node, label: str) -> None:
        items = node.nodes if isinstance(node, Items) else (node,)
        if isinstance(node, Items) and items and all(self._is_network(item) for item in items):
            self.metadata.setdefault("channel", value(node))
            return
        for number, item in enumerate(items):
            path = f"{label}[{number}]" if isinstance(node, Items) else label
            if isinstance(item, Leaf):
                self.seen.add(id(item))
                self.media.extend(listed(str(item.value), label) if item.value else ())
            elif isinstance(item, Entries):
                found, texts = described(item, label)
                self.media.append(found)
                for part, key, leaf in texts:
                    self.add(part, leaf, below(path, key))
                facts = (node for key, node in item.pairs if says_fact(key))
                self.seen.update(id(leaf) for node in facts for _, leaf in leaves(node))

    def _is_network(self, node: Node) -> bool:
        return isinstance(node, Leaf) and self.names.role(str(node.value)) is Special.NETWORK

    def _dig(self, key: str, node: Node, label: str) -> None:
        """Read what stands under names of texts below a name that nobody knows."""
        if isinstance(node, Leaf) or bare(key) in _NOT_OF_THE_POST:
            return
        if isinstance(node, Items):
            for number, item in enumerate(node.nodes):
                self._dig("", item, f"{label}[{number}]")
            return
        for name, item in node.pairs:
            role = self.names.role(name)
            if isinstance(role, Part):
                self._text(role, item, below(label, name))
            elif role is Special.NETWORK and isinstance(item, Leaf) and reads_as_text(str(item.value)):
                self.add(Part.BODY, item, below(label, name))
            else:
                self._dig(name, item, below(label, name))

    def share(self, shared: Entries | None, *, waivers: bool = True) -> None:
        """Take the facts that are said of all records, where this one does not say otherwise."""
        if shared is None:
            return
        common = _Record(self.original, self.names, self.name, self.order)
        roles = ((pair, self.names.role(pair[0])) for pair in shared.pairs)
        wanted = (Special.DATE, Special.WAIVER) if waivers else (Special.DATE,)
        facts = (pair for pair, role in roles if isinstance(role, Fact) or role in wanted)
        common.read(Entries(tuple(facts)))
        self.metadata = {**common.metadata, **self.metadata}
        self.waivers += common.waivers
        self.dates = self.dates or common.dates

    def post(self) -> Post | None:
        """The post; None if there is nothing to publish in the record."""
        if not self.fields and not self.media:
            return None
        self._promote()
        for found in self.fields:
            if found.part is Part.BODY:
                self.share(head_of(found.text), waivers=False)  # that head is published
        self._date()
        if self.media:
            self.metadata["media"] = self.media
        self.fields.sort(key=lambda found: found.origin.segments[0].source)
        return Post(self.name, tuple(self.fields), self.metadata, self.record, self.waivers)

    def _promote(self) -> None:
        """Make the caption, else the description, the body of a post that has none."""
        for part in (Part.CAPTION, Part.DESCRIPTION):
            if any(found.part is Part.BODY for found in self.fields):
                return
            self.fields = [
                Field(Part.BODY, found.text, found.origin, found.label) if found.part is part else found
                for found in self.fields
            ]

    def describe_media(self) -> None:
        """Give the post's own alt text and image text to its media, the first to the first."""
        for part, key in ((Part.ALT_TEXT, "alt"), (Part.IMAGE_TEXT, "text")):
            own = (found.text for found in self.fields if found.part is part and "." not in found.label)
            for item, text in zip((item for item in self.media if not item.get(key)), own, strict=False):
                item[key] = text

    def _date(self) -> None:
        told = [(key, text) for key, text in self.dates if not says_no_date(text)]
        told.sort(key=lambda date: bare(date[0]) in ("date", "datum", "fecha"))
        if not told:
            return
        key, text = told[0]
        try:
            self.metadata["publish_at"] = iso_date(text, self.order, self.clock)
        except UntoldDateError as why:
            # The order of day and month is the same all over a file: said once.
            post = "" if str(why) == AMBIGUOUS else self.name
            self.original.note(str(why), hint=WRITE_ISO, post=post, part=key, kind=UnreadKind.METADATA)


def read_record(
    original: Original,
    entries: Entries,
    names: Names,
    name: str = "",
    *,
    shared: Entries | None = None,
    order: Order = Order.UNKNOWN,
    body: Sequence[Field] = (),
    media: Sequence[dict[str, object]] = (),
    waivers: Sequence[Waiver] = (),
) -> Post | None:
    """The post that a record holds; None if it holds neither text nor media.

    What `shared` says holds unless the record says otherwise. `body`, `media` and
    `waivers` are those that stand below the record, where it is the head of a file.
    """
    record = _Record(original, names, name, order)
    record.read(entries)
    record.describe_media()
    record.fields.extend(body)
    record.media.extend(media)
    record.waivers.extend(waivers)
    record.share(shared)
    return record.post()


def text_post(original: Original, body: Field, names: Names, name: str = "") -> Post:
    """A text that is all there is of a post, with the facts that its own head tells."""
    record = _Record(original, names, name, Order.UNKNOWN, [body])
    return record.post() or Post(name, (body,))


def loose_post(
    original: Original, node: Node, names: Names, name: str = "", *, shared: Entries | None = None
) -> Post | None:
    """Every value below `node` that reads as text, as one post; labels and places are key paths."""
    record = _Record(original, names, name, Order.UNKNOWN)
    if isinstance(node, Entries):
        record.read(node)
    for path, leaf in leaves(node):
        if id(leaf) in record.seen or not isinstance(leaf.value, str):
            continue
        role = names.role(_last_key(path))
        if reads_as_text(leaf.value) or role in _ALWAYS_TEXT:
            record.add(role if isinstance(role, Part) else Part.BODY, leaf, path)
    record.describe_media()
    record.share(shared)
    post = record.post()
    return replace(post, fields=tuple(map(_at_key_path, post.fields))) if post else None


def _at_key_path(found: Field) -> Field:
    """A field whose place is its key path as well, unless a key of it could be a person's name."""
    if not _KEY_PATH.fullmatch(found.label):
        return found
    return replace(found, origin=replace(found.origin, landmarks=(Landmark(0, found.label),)))


_ALWAYS_TEXT = frozenset(
    {Part.BODY, Part.TITLE, Part.ALT_TEXT, Part.CAPTION, Part.DESCRIPTION, Part.IMAGE_TEXT, Part.HASHTAGS}
)


def _last_key(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


def _spelled(said: object) -> object:
    """A value as the contract spells it: `Hcp-Verified` is `hcp_verified`."""
    return said.strip().casefold().replace(" ", "_").replace("-", "_") if isinstance(said, str) else said


def flag(said: object) -> object:
    """True or False for a yes or no in any of its spellings; anything else as it is."""
    word = said.strip().casefold() if isinstance(said, str) else ""
    return word in _YES if word in _YES or word in _NO else said


def _channels(said: object) -> object:
    if not isinstance(said, str):
        return said
    named = channels(said)
    return named[0] if len(named) == 1 else named


def _as_list(said: object) -> Sequence[object]:
    if said is None:
        return ()
    return said if isinstance(said, list) else (said,)
