"""Several files, sheets and tables on their way in together: one preview, one transaction, one undo."""
