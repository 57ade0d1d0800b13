"""The bulk nouns: frames whose columns are declared once, with dtype and meaning."""

from __future__ import annotations

from osint_kit.model.frames import declare

MENTIONS = declare(
    "mentions",
    start="int64: first code point in the text",
    end="int64: code point after the last",
    kind="str: one of `model.KINDS`: phone, email, date, money, person, place and their like",
    text="str: text[start:end]",
    value="str: normal form",
    language="str: ISO 639-1, empty if not known",
    score="float64: 0..1, how sure the rule is",
    rule="str: which rule found it",
)

STATEMENTS = declare(
    "statements",
    id="str: content id",
    ref="str: short reference S1, S2 …",
    subject="str: whom it is about",
    schema="str: FollowTheMoney schema",
    property="str: FollowTheMoney property",
    kind="str: kind of the value; `entity` when the value is a subject id",
    value="str: normal form",
    original="str: as it stands in the document",
    document="str: document id",
    start="int64: first code point in the document's text",
    end="int64: code point after the last",
    exhibit="str: exhibit id",
    item="str: address of the item that the document shows",
    locator="str: opens the place in the exhibit",
    language="str: ISO 639-1, empty if not known",
    origin="str: selector, reader or mapping that found it",
    score="float64: 0..1",
    happened="str: ISO 8601 with the source's offset, empty if not said",
    observed="str: ISO 8601: when the exhibit was retrieved",
    verdict="str: accept, reject, or empty while undecided",
)

DOCUMENTS = declare(
    "documents",
    id="str: content id",
    ref="str: short reference D1, D2 …",
    digest="str: digest of text and reader",
    exhibit="str: exhibit id",
    reader="str: reader that made it",
    locator="str: opens the place in the exhibit",
    item="str: address of the item shown",
    author="str: who signed it",
    published="str: ISO 8601 as the page says it",
    language="str: ISO 639-1",
    text="str: the readable text",
)

ENTITIES = declare(
    "entities",
    id="str: canonical id: the smallest subject id of the cluster",
    ref="str: short reference P1, P2 …",
    schema="str: most specific schema among its statements",
    caption="str: longest most frequent name, else a selector",
    names="object: tuple of name values",
    selectors="object: tuple of kind:value",
    subjects="object: tuple of subject ids",
    statements="object: tuple of statement ids",
    decided="bool: whether a decision in force made or confirmed it",
)

PAIRS = declare(
    "pairs",
    left="str: subject id, the smaller one",
    right="str: subject id",
    score="float64: 0..1",
    rule="str: what speaks for it most",
    reason="str: explanation for a person",
)

LINKS = declare(
    "links",
    id="str: content id of type and ends",
    ref="str: short reference L1, L2 …",
    source="str: canonical entity id",
    target="str: canonical entity id",
    type="str: FollowTheMoney schema of the link",
    directed="bool: whether source and target may be swapped",
    first="str: earliest time it happened, ISO 8601, or empty",
    last="str: latest time it happened, ISO 8601, or empty",
    count="int64: number of events behind it",
    amount="str: sums per currency, `1500 USD; 20 EUR`, or empty",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person",
    decided="bool: whether a decision in force carries it",
)

GRADES = declare(
    "grades",
    document="str: document id",
    item="str: address of the item",
    scheme="str: admiralty",
    source="str: A..F",
    information="str: 1..6",
    score="float64: 0..1, how sure the proposal is",
    reason="str: explanation for a person",
)

SEARCHES = declare(
    "searches",
    hit="str: content id of the address found",
    source="str: host that was asked",
    term="str: what was asked",
    url="str: address found",
    excerpt="str: what the site showed",
    at="str: ISO 8601: when it was asked",
    author="str: who asked",
)

EVENTS = declare(
    "events",
    id="str: content id of the documents or records behind it",
    kind="str: departure, arrival, payment, notice, stop, post …",
    at="str: ISO 8601: when it began",
    until="str: ISO 8601: when it ended, or empty",
    label="str: for a person",
    document="str: id of the document that tells of it, or empty",
    entities="object: tuple of canonical entity ids",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

JOURNEYS = declare(
    "journeys",
    journey="str: content id",
    leg="int64: 1, 2 … in order; 0 is the whole journey",
    start="str: ISO 8601, or empty",
    end="str: ISO 8601, or empty",
    origin="str: name of the place, or empty",
    destination="str: name of the place, or empty",
    helpers="object: tuple of entity ids who moved or housed the travellers",
    travellers="object: tuple of entity ids",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

TRANSFERS = declare(
    "transfers",
    id="str: subject id of the payment's record",
    item="str: address of the row",
    document="str: document id",
    payer="str: canonical entity id",
    payee="str: canonical entity id",
    amount="float64: in the currency",
    currency="str: ISO 4217",
    at="str: ISO 8601 with the source's offset",
    purpose="str: as the source says it",
    statements="object: tuple of statement ids of the record",
)

TYPOLOGIES = declare(
    "typologies",
    id="str: content id of typology and transfers",
    typology="str: TY-HOLD, TY-FANIN …",
    entities="object: tuple of canonical entity ids, the one at the centre first",
    transfers="object: tuple of addresses of the rows",
    first="str: ISO 8601",
    last="str: ISO 8601",
    amount="str: sums per currency, `1500 USD; 20 EUR`",
    statements="object: tuple of statement ids of the rows",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

INDICATORS = declare(
    "indicators",
    id="str: content id of indicator and document",
    indicator="str: FI-14, ON-01 …",
    document="str: document id",
    item="str: address of the item",
    start="int64: first code point in the document's text",
    end="int64: code point after the last",
    original="str: text[start:end]",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

ROLES = declare(
    "roles",
    entity="str: canonical entity id",
    label="str: caption of the entity",
    role="str: RO-…, PE-MIG, PE-VIC, or NONE (no part in it)",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

ELEMENTS = declare(
    "elements",
    element="str: id of the element of law",
    label="str: what the element asks",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

MATRIX = declare(
    "matrix",
    document="str: document id",
    item="str: address of the item",
    **{f"H{number}": "str: CC, C, N, I or II: how the item stands to the hypothesis" for number in range(1, 7)},
    score="float64: 0..1",
    reason="str: explanation for a person",
)

HYPOTHESES = declare(
    "hypotheses",
    hypothesis="str: H1 … H6",
    label="str: what it says",
    probability="float64: 0..1; they sum to 1",
    inconsistency="float64: weighted inconsistency of the matrix: fewest is best",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

SUMMARY = declare(
    "summary",
    question="str: Q1 … of the white cell, or `summary` for the half-page",
    text="str: the question as asked, or the half-page",
    term="str: EP-1 … EP-7; empty for the half-page",
    confidence="str: low, moderate, high; empty for the half-page",
    score="float64: 0..1",
    reason="str: explanation for a person",
)

REQUEST = declare(
    "request",
    section="str: MLA15-a … MLA15-f, channel, recipient, marking, handling, person",
    text="str: what the section says",
    person="str: canonical entity id where the section is `person`, else empty",
    statements="object: tuple of statement ids that carry it",
    score="float64: 0..1",
    reason="str: explanation for a person; for a person, the need to name him",
)

INTERVIEW = declare(
    "interview",
    section="str: person, status, interpreter, stage, safeguard, question, referral",
    code="str: stage P, E1, A, C, E2; safeguard MS-a … or SM-1 …; empty otherwise",
    text="str: what the section says",
    person="str: canonical entity id where the section is `person`, else empty",
    score="float64: 0..1",
    reason="str: explanation for a person",
)
