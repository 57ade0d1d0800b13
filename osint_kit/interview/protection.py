"""What is said for each stage and each safeguard: the project's own wording, in the language of messages."""

from __future__ import annotations

from collections.abc import Mapping

from osint_kit.messages import N_

STAGES: Mapping[str, str] = {
    "P": N_(
        "Plan and prepare: read the case, settle aim and topics, look to the person's needs and fears, "
        "choose place, time, interviewer and interpreter."
    ),
    "E1": N_(
        "Engage and explain: introduce everybody, say why the person is heard and as what, explain rights, recording "
        "and breaks, and ask how the person is."
    ),
    "A": N_(
        "Account, clarification, challenge: take the free account without interrupting, clarify topic by topic with "
        "open questions, and put calmly what does not fit."
    ),
    "C": N_(
        "Closure: sum up, let the person correct and ask, read the record together, say what comes next and "
        "whom to reach for help."
    ),
    "E2": N_(
        "Evaluation: compare the account with the other evidence, note what is new and what stays open, "
        "and review how the interview was led."
    ),
}
"""Code of a stage of PEACE → what to do in it."""

SAFEGUARDS: Mapping[str, str] = {
    "MS-a": N_("All rights are explained in a language that the person understands, before the first question."),
    "MS-b": N_("The person need not answer, and need not say anything against the own interest."),
    "MS-c": N_("The person is told why the interview is held and that no charge stands behind it."),
    "MS-d": N_("Interpretation is free of charge; the person may refuse an interpreter and ask for another."),
    "MS-f": N_("A lawyer may be present; legal aid is offered."),
    "MS-g": N_("A doctor is called on wish or need, before the interview where health asks for it."),
    "MS-j": N_("The whole interview is recorded, and the person is told so."),
    "MS-k": N_("The person reads the record, or has it read aloud, corrects it and signs it."),
    "MS-m": N_("The person is told how and where to complain, and an independent body may look into the interview."),
    "SM-1": N_("Heard as a witness and not as a suspect for having been smuggled."),
    "SM-2": N_("The interpreter comes from outside the network's community and is bound to secrecy."),
    "SM-3": N_("Needs, safety and any claim to protection are dealt with before questions about the case."),
    "SM-4": N_("Nothing is promised for testimony: no money, no stay, no better treatment."),
    "SM-5": N_("The person waits, travels and is heard apart from suspects."),
    "SM-6": N_("Questions are open: on route, payment, contacts and treatment."),
    "SM-7": N_("At a sign of trafficking or of a child the interview stops and the person is referred."),
}
"""Id of a safeguard in doctrine → how it is kept in this interview."""
