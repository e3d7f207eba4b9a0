"""What a visitor sees of the plans: fails with the default weights, passes with fine-tuned ones."""

from checkboxnet.testing.for_playwright import expect_checked, expect_unchecked


def test_a_plan_is_picked(page):
    team = page.locator(".slds-visual-picker", has_text="Team")
    expect_unchecked(team)
    team.click()
    expect_checked(team)


def test_support_is_added(page):
    support = page.locator(".slds-checkbox_add-button", has_text="Phone support")
    expect_unchecked(support)
    support.click()
    expect_checked(support)


def test_a_limit_is_switched_on(page):
    limit = page.locator(".slds-checkbox_toggle", has_text="Spending limit")
    expect_unchecked(limit)
    limit.click()
    expect_checked(limit)
