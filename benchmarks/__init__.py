"""What speed and load are measured with; `make bench` runs it, the tests never do."""
