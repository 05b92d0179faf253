"""A Plotly figure on the page, updated in place; static/chart.js does the drawing."""

import streamlit as st

# Streamlit sends this with every chart, so it only fetches the real thing, and says so when that fails.
_JAVASCRIPT = """
export default async (component) => {
  const url = new URL("app/static/chart.js", document.baseURI)
  const chart = await import(url).catch(() => null)
  if (chart) return chart.show(component)
  const payload = JSON.parse(new TextDecoder().decode(component.data))
  component.parentElement.textContent = payload.words.unavailable
}
"""

# Light DOM: Plotly and the picture then see the page's fonts. Every style is below .drawn-chart.
_mount = st.components.v2.component("chart", js=_JAVASCRIPT, isolate_styles=False)


def draw(payload: bytes, *, key: str, height: int) -> None:
    """Show a figure `height` pixels high, its button included; the page keeps that room from the start.

    `payload` is JSON, made once and shared by every viewer, in either theme:

    figure       a Plotly figure in light colours. Where `layout.meta` has `narrow`, a patch of the layout, or
                 `narrow_traces`, a list of patches by trace, they apply below 480 pixels of width
    title        the heading, for the picture and the button
    description  the sentence the chart shows, for those who do not see it
    footnote     day and filters, for the picture
    file_name    of the picture, `.png` or not
    language     ko or en
    words        save, the button (none where it is empty), and unavailable, when Plotly cannot be loaded
    dark         colour in the light theme to colour in the dark one

    A click on a mark whose `customdata` is an object, or a list that begins with one, opens the page of
    suggestions with that object as filters, or that of meetings where it names a `meeting`.
    """
    _mount(data=payload, key=key, height=height)
