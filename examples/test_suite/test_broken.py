"""A bug that the document hides: this fails, as it should."""

from playwright.sync_api import expect

from checkboxnet.testing.for_playwright import expect_checked


def test_backup_is_on_once_clicked(page):
    backup = page.get_by_role("checkbox")
    backup.click()
    expect(backup).to_be_checked()  # passes: the document says so
    expect_checked(backup, timeout=1000)  # fails: nobody sees it
