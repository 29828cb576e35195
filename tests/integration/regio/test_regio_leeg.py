"""Before any figure came in, the page says what to do."""

import pytest


@pytest.mark.django_db
def test_without_figures_the_page_says_what_to_do(client):
    answer = client.get("/regio/")
    assert answer.status_code == 200
    assert "koers importeer" in answer.text


@pytest.mark.django_db
def test_no_municipality_is_known_then(client):
    assert client.get("/regio/GM1731/").status_code == 404
