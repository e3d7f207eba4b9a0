"""An audit as one HTML file that needs nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from checkboxnet.auditing.report import AuditReport, Verdict
from checkboxnet.browser.reasons import describe_reasons
from checkboxnet.report.files import refuse_to_overwrite, write_text
from checkboxnet.report.html import templates, thumbnail

_ORDER = (Verdict.DISAGREES, Verdict.UNSURE, Verdict.AGREES)


def save_html(
    report: AuditReport,
    path: str | os.PathLike[str],
    *,
    title: str = "Audit",
    overwrite: bool = False,
) -> Path:
    """Writes one page with a picture of every control, the disagreements first.

    The file holds all it shows and asks no server for anything.

    Args:
        report: What `audit` returned.
        path: File to write.
        title: Heading of the page: what was audited.
        overwrite: Replaces an existing file.

    Returns:
        The file written.

    Raises:
        OutputExistsError: `path` exists and `overwrite` is False.
    """
    path = Path(path)
    refuse_to_overwrite(path, overwrite=overwrite)
    cards = [
        {"page": page, "control": control, "picture": thumbnail(control.picture)}
        for page, control in sorted(report.rows(), key=lambda row: _ORDER.index(row[1].verdict))
    ]
    template = templates("checkboxnet.auditing").get_template("audit.html")
    counts = [(verdict, report.verdicts[verdict]) for verdict in _ORDER]
    not_seen = describe_reasons(report.unseen, report.unseen_examples)
    page = template.render(
        report=report, title=title, cards=cards, counts=counts, not_seen=not_seen
    )
    write_text(path, page)
    return path
