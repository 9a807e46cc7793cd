"""axe looks at every page for what keeps people out, in both themes and on a narrow and a wide screen; nothing may need sideways scrolling."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import PAGES, path


@pytest.fixture
def has_script():
    return True


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_nobody_out(page, go, web, name):
    axe = Axe()
    told = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            go(path(web, name))
            for each in axe.run(page).response["violations"]:
                places = "; ".join(node["html"][:200] for node in each["nodes"][:3])
                told.append(f"{theme}, {width} px: {each['id']} ({each['impact']}): {each['help']}: {places}")
    assert not told, "\n".join(told)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_every_width(page, go, web, name):
    go(path(web, name))
    for width in (320, 360, 768, 1024, 1920, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"it is {wide} px wide in a window of {width} px"
