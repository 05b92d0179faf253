"""What is to be done next, by department, with a page to print, a calendar and the sheet of a department."""

from dashboard import ui

ui.page("tasks")
filters = ui.filters()

ui.task_counts(filters)
ui.tasks_by_department(filters)
ui.tasks_taken_along(filters)
ui.tasks_to_do(filters)
