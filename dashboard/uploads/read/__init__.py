"""From the bytes of a file to records: encoding, CSV structure, Excel, header row, column mapping."""
