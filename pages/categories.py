"""What is being asked, and by whom."""

from dashboard import charts, ui

ui.page("categories")
filters = ui.filters()

left, right = ui.two_charts(filters, "categories/categories_ranked", "categories/recurring_categories")
with left:
    ui.chart("categories/categories_ranked", charts.categories_ranked, filters)
with right:
    ui.chart("categories/recurring_categories", charts.recurring_categories, filters)
ui.chart("categories/categories_by_session", charts.categories_by_session, filters)
ui.chart("categories/categories_by_organization_type", charts.categories_by_organization_type, filters)
ui.listing("categories/raised_again", filters)
