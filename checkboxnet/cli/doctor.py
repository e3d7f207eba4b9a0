"""`checkboxnet doctor`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from checkboxnet.cli.output import ReportFormat


def doctor(
    format: Annotated[ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")] = (
        ReportFormat.TEXT
    ),
) -> None:
    """Check the installation, and say what to do where something is wrong.

    Tells the versions, whether the weights are unaltered and predict what they should, and the
    browser. What is optional and missing is a note; the exit status is 1 only if something is
    broken.

    \b
    checkboxnet doctor
    checkboxnet doctor --format json > doctor.json
    """
    from checkboxnet.doctor import examine

    findings = []
    for finding in examine():
        findings.append(finding)
        if format is ReportFormat.TEXT:
            print(f"{finding.status:<6}  {finding.name}: {finding.detail}")
            if finding.advice:
                print(f"        -> {finding.advice}")
    broken = sum(finding.status == "broken" for finding in findings)
    if format is ReportFormat.JSON:
        document = {"ok": not broken, "findings": [asdict(finding) for finding in findings]}
        print(json.dumps(document, indent=2, ensure_ascii=False))
    print(f"{broken} broken" if broken else "nothing is broken", file=sys.stderr)
    if broken:
        raise typer.Exit(1)
