"""Data handed out: export, templates, rejected rows, backup; formulas escaped."""
