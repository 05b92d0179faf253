"""The screens of staff: files in, previewed, applied and taken back."""
