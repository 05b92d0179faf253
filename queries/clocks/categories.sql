-- What is kept in memory of shown_categories: masking names costs more to prepare than to do.

from shown_categories
