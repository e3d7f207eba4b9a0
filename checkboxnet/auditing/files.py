"""An audit as an HTML page that needs nothing else, and as JUnit XML, which CI services show."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checkboxnet.auditing.report import AuditedControl, AuditReport, PageAudit, Verdict
from checkboxnet.browser.reasons import describe_reasons
from checkboxnet.report.files import refuse_to_overwrite, write_bytes, write_text
from checkboxnet.report.html import templates, thumbnail

_ORDER = (Verdict.DISAGREES, Verdict.SAYS_NOTHING, Verdict.UNSURE, Verdict.AGREES)


def save_html(
    report: AuditReport,
    path: str | os.PathLike[str],
    *,
    title: str = "Audit",
    overwrite: bool = False,
) -> Path:
    """Writes one page with a picture of every control, the bad verdicts first.

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


def save_junit(
    report: AuditReport, path: str | os.PathLike[str], *, overwrite: bool = False
) -> Path:
    """Writes a suite for each visit of a page and a test case for each control in it.

    A control that disagrees or says nothing is a failure, one of which the model is unsure is
    skipped, and a page that could not be audited is a suite with one error. A contrast below 3:1
    between on and off is written out, and fails nothing.

    Returns:
        The file written.

    Raises:
        OutputExistsError: `path` exists and `overwrite` is False.
    """
    path = Path(path)
    refuse_to_overwrite(path, overwrite=overwrite)
    root = Element("testsuites", name="checkboxnet audit")
    for page in report.pages:
        _add_page(root, page)
    for page_name, message in report.failed.items():
        suite = SubElement(root, "testsuite", name=page_name, tests="1", errors="1")
        case = SubElement(suite, "testcase", classname=page_name, name="can be audited")
        SubElement(case, "error", message=message)
    indent(root)
    write_bytes(path, tostring(root, encoding="utf-8", xml_declaration=True))
    return path


def _add_page(root: Element, page: PageAudit) -> None:
    verdicts = [control.verdict for control in page.controls]
    name = f"{page.page} ({page.view})"
    suite = SubElement(
        root,
        "testsuite",
        name=name,
        tests=str(len(verdicts)),
        failures=str(sum(verdict.is_bad for verdict in verdicts)),
        skipped=str(verdicts.count(Verdict.UNSURE)),
        errors="0",
    )
    for control in page.controls:
        title = f"{control.kind} {control.name or '(no name)'} [{control.selector}]"
        case = SubElement(suite, "testcase", classname=name, name=title)
        if control.verdict is not Verdict.AGREES:
            failed = control.verdict.is_bad
            message = f"looks {control.prediction}, declared {control.declared_text}"
            result = SubElement(case, "failure" if failed else "skipped", message=message)
            if failed:
                result.set("type", control.verdict_text)
            result.text = _details(control)
        if control.contrast and control.contrast.is_low:
            SubElement(case, "system-out").text = f"on against off: {control.contrast}"
    if page.unseen:
        lines = describe_reasons(page.unseen, page.unseen_examples)
        SubElement(suite, "system-out").text = "\n".join(f"not seen: {line}" for line in lines)


def _details(control: AuditedControl) -> str:
    scores = ", ".join(f"{k} {v:.3f}" for k, v in control.prediction.probabilities.items())
    box = ", ".join(f"{value:g}" for value in control.box)
    return (
        f"scores: {scores}\ncertain from: {control.prediction.label} {control.threshold:.3f}\n"
        f"box: {box} CSS px"
    )
