"""What a council committee was asked, what it answered, and what it still owes."""
