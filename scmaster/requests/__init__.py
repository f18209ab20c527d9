"""What an office is asked for on paper of its own: a form's sheets, columns and rows.

Every word is decided here; `render` writes the workbook, `exchange` takes the answers back.
"""
