*** Settings ***
Documentation    Through any browser library: the resource opens pages and clicks. Tests whose names
...    begin with "Fails" must.
Resource    browser.resource
Suite Setup    Open
Test Setup    Visit    ${PAGE}

*** Variables ***
# Passes as soon as it can, however slow the machine.
${LONG}    1 minute

*** Test Cases ***
Drawn Toggles
    Should Look Unchecked    id=late    timeout=${LONG}
    Press    id=late
    Should Look Checked    id=late    timeout=${LONG}

Toggles Whose Document Lies
    Should Look Checked    id=liar    timeout=${LONG}
    Press    id=liar
    Should Look Unchecked    id=liar    timeout=${LONG}

Native Boxes
    Visit    ${LIVELY}
    Should Look Unchecked    id=native    timeout=${LONG}    min_score=0
    Press    id=native
    Should Look Checked    id=native    timeout=${LONG}    min_score=0

Toggles That Slide
    Press    id=animated
    Should Look Checked    id=animated    timeout=${LONG}

Toggles That Must Be Scrolled To
    Should Look Checked    id=far    timeout=${LONG}

Toggles That Appear Late
    Visit    ${LIVELY}
    Should Look Checked    id=appears    timeout=${LONG}    min_score=0

Toggles That Are Replaced All The Time
    Visit    ${LIVELY}
    FOR    ${_}    IN RANGE    5
        Should Look Checked    id=replaced    timeout=${LONG}    min_score=0
    END

Boxes On A Canvas
    Should Look Unchecked    id=canvas    box=(10, 10, 20, 20)    timeout=${LONG}
    Should Look Checked    id=canvas    box=(150, 10, 20, 20)    timeout=${LONG}

States
    ${state} =    Get Control State    id=save
    Should Be Equal    ${state}    other
    ${state} =    Get Control State    id=aria    timeout=${LONG}
    Should Be Equal    ${state}    unchecked

Fails With What Was Seen
    Should Look Checked    id=aria    timeout=0    padding=5

Fails Where It Is Not Certain
    Should Look Unchecked    id=switch    timeout=0.2 s    min_score=0.99999

Fails For Lack Of An Element
    Should Look Checked    id=nowhere    timeout=0.3 s

Fails For Lack Of A State
    Get Control State    id=nowhere    timeout=0.3 s

Fails Where Nothing Is Seen
    Should Look Checked    id=hidden    timeout=0

Fails For Lack Of Weights That Tell
    Should Look Mixed    id=switch    timeout=${LONG}
