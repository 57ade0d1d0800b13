"""What the figures behind a score are called."""

from __future__ import annotations

from types import MappingProxyType

from osint_kit.messages import N_, _

NAMES = MappingProxyType(
    {
        "precision": N_("precision"),
        "recall": N_("recall"),
        "order": N_("order of events"),
        "f1": "F1",
        "f1_alone": N_("F1 with every mention alone"),
        "collected": N_("collected"),
        "items": N_("items"),
        "of": N_("of"),
        "pairwise_precision": N_("precision of pairs"),
        "pairwise_recall": N_("recall of pairs"),
        "pairwise_f1": N_("F1 of pairs"),
        "graded": N_("graded"),
        "false_f1": N_("F1 of false items"),
        "halo": N_("halo"),
        "kappa_source": N_("kappa, source"),
        "kappa_information": N_("kappa, information"),
        "brier": N_("Brier"),
        "answered": N_("answered"),
        "indicator_precision": N_("precision of indicators"),
        "indicator_recall": N_("recall of indicators"),
        "element_precision": N_("precision of elements"),
        "element_recall": N_("recall of elements"),
        "harmed": N_("accused though protected"),
        "sum": N_("sum of probabilities"),
        "persons": N_("persons named"),
        "disclosed": N_("disclosed without need"),
        "stages": N_("stages planned"),
        "safeguards": N_("safeguards planned"),
    }
)
FIRST = ("precision", "recall", "order")
"""Figures shown before all others."""

_F1 = "f1_"


def called(name: str) -> str:
    """A figure in the language in use; one of a kind, type or role keeps the code.

    >>> called("pairwise_recall"), called("f1_RO-FIN")
    ('recall of pairs', 'F1 RO-FIN')
    """
    if name in NAMES:
        return _(NAMES[name])
    return f"F1 {name.removeprefix(_F1)}" if name.startswith(_F1) else name
