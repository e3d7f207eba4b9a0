"""What a visitor sees of the settings: these pass."""

from checkboxnet.testing.for_playwright import expect_checked, expect_unchecked


def test_wifi_slides_on(page):
    wifi = page.get_by_test_id("wifi")
    wifi.click()
    expect_checked(wifi)


def test_digest_is_off_until_clicked(page):
    digest = page.get_by_test_id("digest")
    expect_unchecked(digest)
    digest.click()
    expect_checked(digest)
    digest.click()
    expect_unchecked(digest)


def test_the_fixture_takes_locators_and_pictures(page, checkbox_state):
    digest = page.get_by_test_id("digest")
    assert checkbox_state(digest).label == "unchecked"
    digest.click()
    assert checkbox_state(digest.screenshot()).label == "checked"
